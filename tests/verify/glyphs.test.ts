/** How large and where glyphs are drawn, read from content streams. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfStream } from '@libpdf/core';
import { createFontReader } from '../../src/verify/pdf/fonts.ts';
import { readMarkedText } from '../../src/verify/pdf/marked-text.ts';
import type { PdfFile, PdfPage } from '../../src/verify/pdf/open.ts';
import type { Run } from '../../src/verify/pdf/runs.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const numbers = (...values: number[]) => PdfArray.of(...values.map((value) => PdfNumber.of(value)));

/** Every letter from A on is half an em wide, the space a quarter. */
const font = PdfDict.of({
  Type: PdfName.of('Font'),
  Subtype: PdfName.of('TrueType'),
  BaseFont: PdfName.of('Half'),
  FirstChar: PdfNumber.of(32),
  Widths: numbers(250, ...Array.from({ length: 94 }, () => 500)),
});

const composite = PdfDict.of({
  Subtype: PdfName.of('Type0'),
  BaseFont: PdfName.of('Wide'),
  DescendantFonts: PdfArray.of(
    PdfDict.of({
      DW: PdfNumber.of(900),
      W: PdfArray.of(PdfNumber.of(1), numbers(100, 200), ...[5, 7, 300].map((value) => PdfNumber.of(value))),
    }),
  ),
});

/** Its glyphs are drawn by content streams, in units of a hundredth of an em. */
const drawn = PdfDict.of({
  Subtype: PdfName.of('Type3'),
  FontMatrix: PdfArray.of(...[0.01, 0, 0, 0.01, 0, 0].map((value) => PdfNumber.of(value))),
  FirstChar: PdfNumber.of(97),
  Widths: numbers(60, 60, 60),
});

const italic = PdfDict.of({
  Subtype: PdfName.of('TrueType'),
  BaseFont: PdfName.of('Plain'),
  FontDescriptor: PdfDict.of({ ItalicAngle: PdfNumber.of(-9) }),
});

function read(content: string, objects: Readonly<Record<string, PdfObject>> = {}): readonly Run[] {
  const resources = PdfDict.of({
    Font: PdfDict.of({ F: font, C: composite, D: drawn, I: italic }),
    XObject: PdfDict.of(objects),
  });
  const box = { left: 0, bottom: 0, right: 612, top: 792 };
  const page: PdfPage = { number: 1, object: 7, dict: PdfDict.of({}), resources, box, sheet: box };
  const file: PdfFile = {
    header: '%PDF-1.7',
    info: undefined,
    encryption: undefined,
    catalog: PdfDict.of({}),
    pages: [page],
    resolve: (object) => object,
    contentOf: () => bytes(content),
  };
  return readMarkedText(file, page, createFontReader(file.resolve), 'ltr').runs;
}

/** `text size @left..right baseline` of each run, to the tenth. */
function show(content: string, objects?: Readonly<Record<string, PdfObject>>): string[] {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return read(content, objects).map(
    ({ text, size, left, right, baseline }) =>
      `${text} ${tenth(size)} @${tenth(left)}..${tenth(right)} ${tenth(baseline)}`,
  );
}

test('size and place follow font, text matrix and page matrix', () => {
  assert.deepEqual(show('BT /F 10 Tf 1 0 0 1 100 200 Tm (ab) Tj ET'), ['ab 10 @100..110 200']);
  assert.deepEqual(show('BT /F 1 Tf 12 0 0 12 100 200 Tm (ab) Tj ET'), ['ab 12 @100..112 200']);
  assert.deepEqual(show('.24 0 0 -.24 0 792 cm 2 0 0 2 0 0 cm BT /F 20 Tf 1 0 0 -1 100 200 Tm (ab) Tj ET'), [
    'ab 9.6 @48..57.6 696',
  ]);
});

test('what q saves, Q brings back: matrix, font, size', () => {
  assert.deepEqual(show('/F 10 Tf q 2 0 0 2 0 0 cm /F 6 Tf BT (a) Tj ET Q BT (b) Tj ET'), [
    'a 12 @0..6 0',
    'b 10 @0..5 0',
  ]);
});

test('lines move by Td, TD, T*, TL and both quotes', () => {
  const content =
    'BT /F 10 Tf 10 700 Td (a) Tj 5 -12 TD (b) Tj T* (c) Tj 14 TL T* (d) Tj (e) \' 1 2 (f g) " ET';
  assert.deepEqual(show(content), [
    'a 10 @10..15 700',
    'b 10 @15..20 688',
    'c 10 @15..20 676',
    'd 10 @15..20 662',
    'e 10 @15..20 648',
    'f g 10 @15..32.5 634',
  ]);
});

test('spacing, kerning and narrowing move the glyphs; narrowed letters count by their width', () => {
  assert.deepEqual(show('BT /F 10 Tf 3 Tc (ab) Tj ET'), ['ab 10 @0..13 0']);
  assert.deepEqual(show('BT /F 10 Tf [(a) -500 (b)] TJ ET'), ['ab 10 @0..15 0']);
  assert.deepEqual(show('BT /F 10 Tf 60 Tz (ab) Tj ET'), ['ab 6 @0..6 0']);
});

test('raised letters keep their line, and their box is raised', () => {
  const [run] = read('BT /F 10 Tf 4 Ts (a) Tj ET');
  assert.equal(run?.baseline, 0);
  assert.equal(run?.top, 11.5);
});

test('a form’s matrix counts, and ends with it', () => {
  const form = PdfStream.fromDict(
    { Subtype: PdfName.of('Form'), Matrix: numbers(2, 0, 0, 2, 30, 40) },
    bytes('q 1 0 0 1 5 5 cm BT /F 4 Tf (a) Tj ET'),
  );
  assert.deepEqual(show('1 0 0 1 100 0 cm /X Do BT /F 10 Tf (b) Tj ET', { X: form }), [
    'a 8 @140..144 50',
    'b 10 @100..105 0',
  ]);
});

test('composite fonts have their widths in lists and ranges, drawn fonts in units of their own', () => {
  const lines = ['0001', '0002', '0006', '0009'].map((code) => `0 -20 Td <${code}> Tj`);
  assert.deepEqual(
    read(`BT /C 10 Tf ${lines.join(' ')} ET`).map(({ left, right }) => [left, right]),
    [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 9],
    ],
  );
  assert.deepEqual(show('BT /D 10 Tf (ab) Tj ET'), ['ab 10 @0..12 0']);
});

test('letters lean by their font or by their matrix', () => {
  const slanted = (content: string) => read(content).map((run) => run.slanted);
  assert.deepEqual(slanted('BT /F 10 Tf (a) Tj ET'), [false]);
  assert.deepEqual(slanted('BT /I 10 Tf (a) Tj ET'), [true]);
  assert.deepEqual(slanted('BT /F 10 Tf 1 0 .3 1 0 0 Tm (a) Tj ET'), [true]);
  assert.deepEqual(slanted('0 1 -1 0 0 0 cm BT /F 10 Tf (a) Tj ET'), [false]);
});

test('white space has no box of its own, and operators that are no operators change nothing', () => {
  const [run] = read('BT /F 10 Tf ( ab ) Tj constructor __proto__ ET');
  assert.deepEqual([run?.left, run?.right], [2.5, 12.5]);
  assert.equal(read('BT /F 10 Tf (  ) Tj ET')[0]?.left, Number.POSITIVE_INFINITY);
});
