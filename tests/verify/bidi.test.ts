import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Direction, directionOf, type Piece, readLine } from '../../src/verify/pdf/bidi.ts';

/** Pieces from left to right, `|` between them; all in one font unless one begins with `*`. */
function read(line: string, base: Direction): string {
  const pieces = line.split('|').map((text): Piece => {
    const bare = text.replace(/^\*/, '');
    const direction =
      bare.length === 1 ? undefined : /[א-ת]/.test(bare) ? ('rtl' as const) : ('ltr' as const);
    return { text: bare, font: text.startsWith('*') ? 'other' : 'one', direction };
  });
  return readLine(pieces, base)
    .map(({ text }) => text)
    .join('');
}

const lines: readonly (readonly [what: string, base: Direction, drawn: string, expected: string])[] = [
  ['Hebrew words', 'rtl', 'גדה|*ב|*א', 'אבגדה'],
  ['words and spaces', 'rtl', 'טובה| |שינה', 'שינה טובה'],
  ['a Latin word among them', 'rtl', 'טובה| |abc| |שינה', 'שינה abc טובה'],
  ['a full stop at the end', 'rtl', '.|שלום', 'שלום.'],
  ['a number and its unit, each for itself', 'rtl', 'כן| |mg| |5', '5 mg כן'],
  ['two words in two fonts with a sign between them', 'rtl', 'כן| |abc|*→|def', 'abc→def כן'],
  ['two numbers in a range', 'rtl', '20|–|15', '15–20'],
  ['a left-to-right stretch set apart', 'rtl', '*≥| 5 mg', '≥ 5 mg'],
  ['Latin with a Hebrew phrase in it', 'ltr', 'so |טובה| |שינה| said', 'so שינה טובה said'],
  ['a number behind a Hebrew word', 'ltr', 'at |55| |שעה| now', 'at שעה 55 now'],
  ['Latin alone', 'ltr', 'abc|–|def', 'abc–def'],
];

for (const [what, base, drawn, expected] of lines) {
  test(`${what}, ${base}: drawn ${drawn}`, () => assert.equal(read(drawn, base), expected));
}

test('the direction of a language is that of its script', () => {
  for (const language of ['ar', 'he-IL', 'fa', 'ur', 'yi', 'dv', 'az-Arab', 'ckb'])
    assert.equal(directionOf(language), 'rtl', language);
  for (const language of ['en', 'de-CH', 'zh-Hant', 'az', 'ar-Latn', 'und', 'not a tag', undefined])
    assert.equal(directionOf(language), 'ltr', language);
});
