import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openPdf } from '../../../src/verify/pdf/open.ts';
import { checkUa } from '../../../src/verify/pdf/ua/check.ts';
import { readCff } from '../../../src/verify/pdf/ua/fonts/cff.ts';
import { readSfnt } from '../../../src/verify/pdf/ua/fonts/sfnt.ts';
import { type Change, compact, element, soundPdf, stream, trueType } from '../support/sound-pdf.ts';

/** Problems that are found; a file that LibPDF refuses has one. */
async function check(bytes: Uint8Array): Promise<readonly string[]> {
  const opened = await openPdf(bytes);
  if ('problem' in opened) return [opened.problem];
  return checkUa(opened.document).map(({ problem }) => problem);
}

/** Where a test puts a strange object. */
const places = [
  '/Marked true',
  '/Metadata 3 0 R',
  '/StructTreeRoot 10 0 R',
  '/K[11 0 R]',
  '/ParentTree 12 0 R',
  '/RoleMap<</Para/P>>',
  '/P 11 0 R',
  '/Nums[0[20 0 R',
  '/A<</O/Table/Scope/Column>>',
  '/Annots[50 0 R 51 0 R 52 0 R]',
  '/StructParent 1',
  '/DescendantFonts[60 0 R]',
  '/W[36[667]]',
  '/CIDToGIDMap/Identity',
  '/ToUnicode 61 0 R',
  '/Widths[667]',
  '/FontFile2 65 0 R',
  '/FontFile3 66 0 R',
  '/Encoding/WinAnsiEncoding',
];
const oddities = ['null', '-1', '/Name', '(text)', '[]', '<<>>', '11 0 R', '999 0 R', '5 0 R'];

test('an object of the wrong type, anywhere, is no exception', async () => {
  for (const place of places) {
    const key = /^\/\w+/.exec(place)?.[0] ?? '';
    for (const odd of oddities) assert.ok(await check(soundPdf([[place, `${key} ${odd}`]])), `${key} ${odd}`);
  }
});

test('a structure tree in a circle ends with a message', async () => {
  assert.match((await check(soundPdf([['/K[25 0 R]', '/K[25 0 R 11 0 R]']]))).join(), /twice/);
});

test('a structure tree of many thousand levels ends with a message', async () => {
  const depth = 5000;
  const levels = Array.from({ length: depth }, (_, index) => [
    100 + index,
    element('Sect', index === 0 ? 11 : 99 + index, `${101 + index} 0 R`),
  ]);
  const added = Object.fromEntries([...levels, [100 + depth, element('P', 99 + depth, '')]]);
  assert.match((await check(soundPdf([['/K[20 0 R', '/K[100 0 R 20 0 R']], added))).join(), /too deep/);
});

test('a parent tree, names and forms that hold themselves come to an end', async () => {
  const circles: Change[] = [
    ['/Kids[<</Limits', '/Kids[12 0 R<</Limits'],
    ['/AcroForm<<', '/Names 80 0 R/AcroForm<<'],
    ['/Resources<</Font<</T 7 0 R>>>>', '/Resources<</Font<</T 7 0 R>>/XObject<</X 9 0 R>>>>'],
    ['/Para<</MCID 0>>BDC', '/X Do /X Do /Para<</MCID 0>>BDC'],
  ];
  assert.match((await check(soundPdf(circles, { 80: '<</Kids[80 0 R]>>' }))).join(), /is drawn \d+ times/);
});

test('spans, widths and ranges without end take no memory', async () => {
  const large = '999999999';
  const changes: Change[] = [
    ['/S/TD/P 34 0 R', `/S/TD/A<</O/Table/ColSpan ${large}/RowSpan ${large}>>/P 34 0 R`],
    ['/W[36[667]]', `/W[0 ${large} 5]`],
    ['/Encoding/Identity-H', '/Encoding 84 0 R'],
  ];
  const cmap =
    '1 begincodespacerange<00000000><FFFFFFFF>endcodespacerange 1 begincidrange<00000000><FFFFFFFF>0 endcidrange';
  assert.match((await check(soundPdf(changes, { 84: stream('', cmap) }))).join(), /span more/);
});

test('any content and any metadata are read to the end', async () => {
  const words = fc.constantFrom(
    'q',
    'Q',
    'BT',
    'ET',
    '/F 1 Tf',
    '(A)Tj',
    '<24>Tj',
    '[(A)]TJ',
    '/P<</MCID 0>>BDC',
    '/P/X BDC',
    '/Artifact BMC',
    'BMC',
    'EMC',
    '/X Do',
    'Do',
    'Tf',
    '<<',
    ']',
    'f',
    'BI ID',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 40 }), fc.string(), async (content, xmp) => {
      await check(
        soundPdf([
          ['/X Do', content.join(' ')],
          [/<rdf:li.*<\/rdf:li>/, xmp.replace(/LENGTH|endstream/g, '')],
        ]),
      );
    }),
    { numRuns: 100 },
  );
});

test('a font file with any bytes changed is read or refused', () => {
  const files = [trueType.subarray(0, 4000), compact];
  const change = fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.constantFrom(...files), change, (file, changes) => {
      const bytes = Uint8Array.from(file);
      for (const [at, value] of changes) bytes[at] = value;
      const [sfnt, cff] = [readSfnt(bytes), readCff(bytes)];
      for (let glyph = 0; glyph < 300; glyph += 7) {
        sfnt?.widthOf(glyph);
        cff?.widthOf(glyph);
        for (const table of sfnt?.tables ?? []) table.glyphOf(glyph);
      }
    }),
    { numRuns: 300 },
  );
});

test('streams that cannot be decoded become messages', async () => {
  const garbled = '<</Filter/Unheard/Length 2>>stream\nxx\nendstream';
  const problems = async (change: Change) => (await check(soundPdf([change], { 80: garbled }))).join();
  assert.match(await problems(['/Contents 5 0 R', '/Contents 80 0 R']), /cannot be read/);
  assert.match(await problems(['/Metadata 3 0 R', '/Metadata 80 0 R']), /well-formed/);
  assert.match(await problems(['/FontFile2 65 0 R', '/FontFile2 80 0 R']), /cannot be read/);
});
