import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alignTexts } from '../../../src/document/pages/align.ts';
import { foldText } from '../../../src/document/pages/fold.ts';

const first = 'Ask your prescriber before you change a medicine. ';
const second = 'Keep a list of all that you take, and bring it along. ';

/** Place in `other` of the first character of `piece` in `text`. */
function placeOf(piece: string, text: string, other: string): number | undefined {
  return alignTexts(text, other)[text.indexOf(piece)];
}

test('equal texts are laid against each other character by character', () => {
  assert.deepEqual([...alignTexts('abc', 'abc')], [0, 1, 2]);
});

test('what only one of the texts has is stepped over', () => {
  assert.equal(placeOf('Keep', `${first}(page 12)${second}`, first + second), first.length);
  assert.equal(placeOf('Keep', first + second, `${first}To do: ${second}`), first.length + 7);
  assert.equal(placeOf('Keep', `${first}× ${second}`, `${first}Done: ${second}`), first.length + 6);
});

test('links one after another keep their places, though only a few letters stand between the additions', () => {
  const text = foldText('Rest (page 3) Tea (page 11) Air (page xii) Sun (page 4)');
  const other = foldText('Rest Tea Air Sun');
  for (const word of ['Tea', 'Air', 'Sun']) assert.equal(placeOf(word, text, other), other.indexOf(word));
});

test('a stretch of some pages that only one of the texts has is stepped over', () => {
  const form = Array.from({ length: 300 }, (_, row) => `${row} ....... `).join('');
  assert.equal(placeOf('Keep', first + form + second, first + second), first.length);
  assert.equal(placeOf('Keep', first + second, first + form + second), first.length + form.length);
});

test('what has no counterpart has no place', () => {
  assert.deepEqual([...alignTexts('xyz', '')], [-1, -1, -1]);
  assert.equal(placeOf('Colophon', `${first}Colophon`, first), -1);
});

test('a sentence that comes again is found in its own place', () => {
  const text = `${first}(page 3)${first}${second}${first}`;
  const other = first + first + second + first;
  assert.equal(alignTexts(text, other)[text.lastIndexOf('Ask')], other.lastIndexOf('Ask'));
});

test('places only grow, and hold the same character', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 80 });
  fc.assert(
    fc.property(letters, letters, (text, other) => {
      let last = -1;
      for (const [at, place] of alignTexts(text, other).entries()) {
        if (place === -1) continue;
        assert.ok(place > last);
        assert.equal(other[place], text[at]);
        last = place;
      }
    }),
  );
});

test('folded pieces, joined, are the folded text', () => {
  assert.equal(foldText('ﬁ x\u00ad\u2060É’s “5\u00a0µg”'), 'fixE\'s"5\u03bcg"');
  const pieces = ['e', '\u0301', 'ﬂ', ' «a» ', '\u05e9\u05c1'];
  assert.equal(pieces.map(foldText).join(''), foldText(pieces.join('')));
});
