/** Words in a PDF, by the distance between its letters. Each letter is half an em wide. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PdfArray, PdfDict, PdfName, PdfNumber } from '@libpdf/core';
import { createFontReader } from '../../src/verify/pdf/fonts.ts';
import { readMarkedText } from '../../src/verify/pdf/marked-text.ts';
import { lineEnd, unclear } from '../../src/verify/spacing.ts';

const font = PdfDict.of({
  Type: PdfName.of('Font'),
  Subtype: PdfName.of('TrueType'),
  BaseFont: PdfName.of('Plain'),
  FirstChar: PdfNumber.of(32),
  Widths: PdfArray.of(...Array.from({ length: 96 }, () => PdfNumber.of(500))),
});

/** The text of one piece of marked content; `_` shows an end of a line, `?` what is unclear. */
function read(content: string): string {
  const resources = PdfDict.of({ Font: PdfDict.of({ F: font }) });
  const box = { left: 0, bottom: 0, right: 612, top: 792 };
  const page = { number: 1, object: 7, dict: PdfDict.of({}), resources, box, sheet: box };
  const bytes = new TextEncoder().encode(`/F 10 Tf /P<</MCID 1>>BDC ${content} EMC`);
  const file = {
    ...{ header: '%PDF-1.7', info: undefined, encryption: undefined, catalog: PdfDict.of({}), pages: [page] },
    resolve: <T>(object: T) => object,
    contentOf: () => bytes,
  };
  const { tagged } = readMarkedText(file, page, createFontReader(file.resolve), 'ltr');
  return (tagged.get('7/1') ?? '').replaceAll(lineEnd, '_').replaceAll(unclear, '?');
}

test('a space that is drawn parts two words', () => {
  assert.equal(read('BT (now here) Tj ET'), 'now here');
  assert.equal(read('BT (now) Tj ( ) Tj (here) Tj ET'), 'now here');
  assert.equal(read('BT (now ) Tj ET BT 20 0 Td (here) Tj ET'), 'now here');
});

test('so does a gap that is as wide as one, however it is made', () => {
  assert.equal(read('BT (now) Tj 18 0 Td (here) Tj ET'), 'now here');
  assert.equal(read('BT [(now) -300 (here)] TJ ET'), 'now here');
  assert.equal(read('BT (now) Tj ET BT 18 0 Td (here) Tj ET'), 'now here');
  assert.equal(read('BT 3 Tc (now) Tj ET'), 'n o w');
  assert.equal(read('2 0 0 2 50 60 cm BT (now) Tj 18 0 Td (here) Tj ET'), 'now here');
});

test('kerning, narrow letter spacing and another size or height on the line part none', () => {
  assert.equal(read('BT [(n) 80 (o) -80 (w)] TJ ET'), 'now');
  assert.equal(read('BT 1 Tc (now) Tj ET'), 'now');
  assert.equal(read('BT (now) Tj ET BT /F 6 Tf 15 4 Td (2) Tj ET'), 'now2');
  assert.equal(read('BT (5) Tj 5 4 Td /F 6 Tf (2) Tj 3 -4 Td /F 10 Tf (0) Tj ET'), '520');
});

test('a space over which the next letter is drawn is read and not seen: that is unclear', () => {
  assert.equal(read('BT (now ) Tj 15 0 Td (here) Tj ET'), 'now ?here');
  assert.equal(read('BT (now ) Tj ET BT 15 0 Td (here) Tj ET'), 'now ?here');
  assert.equal(read('BT -5 Tw (now here) Tj ET'), 'now ?here');
});

test('the next line ends a line, in one text object or in two', () => {
  assert.equal(read('BT (now) Tj 0 -12 Td (here) Tj ET'), 'now_here');
  assert.equal(read('BT 0 12 Td (now ) Tj ET BT (here) Tj ET'), 'now _here');
});

test('lines may run up or down the page', () => {
  assert.equal(read('0 1 -1 0 90 90 cm BT (now) Tj 18 0 Td (here) Tj 0 -12 Td (on) Tj ET'), 'now here_on');
  assert.equal(read('0 -1 1 0 90 90 cm BT (now) Tj 15 0 Td (here) Tj ET'), 'nowhere');
  assert.equal(read('-1 0 0 -1 90 90 cm BT (now) Tj 18 0 Td (here) Tj ET'), 'now here');
  assert.equal(read('BT (now) Tj ET q 0 1 -1 0 15 0 cm BT (here) Tj ET Q'), 'now_here');
});

test('letters that are drawn one over the other are not apart', () => {
  assert.equal(read('BT (now) Tj 5 0 Td (o) Tj 10 0 Td (here) Tj ET'), 'nowohere');
});
