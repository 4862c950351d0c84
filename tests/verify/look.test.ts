import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { Look } from '../../src/verify/pdf/notice/look.ts';
import { lookInPlace } from '../../src/verify/pdf/notice/sight.ts';

/** A page of 100 × 100 pt with the letter H in black, 50 pt high, its marked content numbered 0. */
async function drawLetter(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([100, 100]);
  const font = page.node.newFontDictionary('H', (await pdf.embedFont(StandardFonts.Helvetica)).ref);
  const content = `/P <</MCID 0>> BDC BT ${font} 50 Tf 20 30 Td (H) Tj ET EMC`;
  page.node.addContentStream(pdf.context.register(pdf.context.stream(content)));
  return pdf.save();
}

const stem = { left: 25, bottom: 35, right: 27, top: 60 };
const look: Look = {
  page: 1,
  corner: { left: 0, top: 100 },
  strings: new Map([[0, 1]]),
  view: { box: { left: 15, bottom: 25, right: 65, top: 70 }, scale: 3 },
  glyphs: [{ text: 'H', box: stem }],
};

test('what is looked at is told in the order in which it was asked for', async () => {
  const strange = { ...look, strings: new Map([[0, 2]]) };
  const [one, two, three] = await lookInPlace(await drawLetter(), [look, strange, { ...look, page: 9 }]);
  assert.deepEqual(one, { glyphs: 1, contrast: 21 });
  assert.match(two?.covered ?? '', /other text/);
  assert.match(three?.covered ?? '', /cannot draw the page/);
});

test('what cannot be drawn for want of room is a fault, and the next file is drawn all the same', async () => {
  const bytes = await drawLetter();
  const huge = { ...look, view: { ...look.view, scale: 10_000 } };
  await assert.rejects(lookInPlace(bytes, [huge]), /no room/);
  assert.deepEqual(await lookInPlace(bytes, [look]), [{ glyphs: 1, contrast: 21 }]);
});
