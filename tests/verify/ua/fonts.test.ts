import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create, type Font } from 'fontkit';
import { readCff } from '../../../src/verify/pdf/ua/fonts/cff.ts';
import { forEachCode } from '../../../src/verify/pdf/ua/fonts/codes.ts';
import { characterOf, namedEncoding, standardEncoding } from '../../../src/verify/pdf/ua/fonts/latin.ts';
import { readSfnt } from '../../../src/verify/pdf/ua/fonts/sfnt.ts';
import { compact, serif, trueType } from '../support/sound-pdf.ts';

test('a TrueType file has the glyphs and widths that fontkit reads', () => {
  const font = create(trueType) as Font;
  const own = readSfnt(trueType);
  assert.ok(own);
  const unicode = own.tables.find(({ platform, encoding }) => platform === 3 && encoding === 1);
  assert.ok(unicode);
  assert.equal(own.glyphs, font.numGlyphs);
  for (const code of font.characterSet) {
    const glyph = font.glyphForCodePoint(code);
    if (code <= 0xffff) assert.equal(unicode.glyphOf(code), glyph.id, `U+${code.toString(16)}`);
    assert.equal(own.widthOf(glyph.id), (glyph.advanceWidth * 1000) / font.unitsPerEm);
  }
  assert.equal(unicode.glyphOf(0xe123), 0);
});

test('a compact font file has names and widths', () => {
  const widths = (bytes: Uint8Array, names: readonly string[]) => {
    const font = readCff(bytes);
    assert.ok(font);
    return names.map((name) => font.widthOf(font.charset.indexOf(name)));
  };
  assert.deepEqual(widths(compact, ['A', 'i', 'space', 'eacute']), [600, 600, 600, 600]);
  // Times, as Adobe measured it
  assert.deepEqual(widths(serif, ['A', 'i', 'a', 'W', 'm', 'emdash']), [722, 278, 444, 944, 778, 1000]);
});

test('the encodings have the names of Annex D of ISO 32000-1', () => {
  assert.equal(standardEncoding.get(0x27), 'quoteright');
  assert.equal(standardEncoding.get(0xfb), 'germandbls');
  assert.equal(standardEncoding.size, 149);
  assert.equal(namedEncoding('WinAnsiEncoding')?.get(0x92), 'quoteright');
  assert.equal(namedEncoding('WinAnsiEncoding')?.get(0xe9), 'eacute');
  assert.equal(namedEncoding('MacRomanEncoding')?.get(0xd5), 'quoteright');
  assert.equal(namedEncoding('Other'), undefined);
  assert.deepEqual(['A', 'zcaron', 'uni00E9', 'u1F600', 'gizmo'].map(characterOf), [
    'A',
    'ž',
    'é',
    '😀',
    undefined,
  ]);
});

test('codes are as long as the ranges of the CMap say', () => {
  const codes: number[] = [];
  const ranges = [
    { width: 1, low: 0x00, high: 0x7f },
    { width: 2, low: 0x8140, high: 0x9ffc },
  ];
  forEachCode(Uint8Array.of(0x41, 0x81, 0x40, 0x81, 0x20, 0x42), { ranges }, (code) => codes.push(code));
  assert.deepEqual(codes, [0x41, 0x8140, 0x81, 0x20, 0x42]);
});
