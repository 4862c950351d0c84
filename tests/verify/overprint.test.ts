/** Text over text: what is told, and what stands close without harm. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PdfDict } from '@libpdf/core';
import { findOverprinted } from '../../src/verify/pdf/overprint.ts';
import type { Run } from '../../src/verify/pdf/runs.ts';

const font = { dict: new PdfDict(), drawn: new Map() } as unknown as Run['font'];

/** A run of letters of half an em; lengths in pt. */
function createRun(text: string, left: number, baseline: number, size = 10): Run {
  const edges = { left, right: left + text.length * size * 0.5, bottom: baseline - 2, top: baseline + 7 };
  return { id: text, font, text, size, scale: 1, slanted: false, upright: true, baseline, ...edges };
}
const tell = (...runs: Run[]) =>
  [...findOverprinted(runs, new Set(), (object) => object)]
    .map(([{ text }, problem]) => `${text}: ${problem}`)
    .sort();

test('text on the letters of other text is told of both', () => {
  assert.deepEqual(tell(createRun('five mg', 100, 700), createRun('fifty', 110, 702)), [
    'fifty: it is printed over other text',
    'five mg: other text is printed over it',
  ]);
});

test('a single figure on another is told', () => {
  assert.equal(tell(createRun('5', 100, 700), createRun('0', 101, 700)).length, 2);
});

test('lines, words and raised letters beside one another are no fault', () => {
  const word = createRun('word', 100, 700);
  assert.deepEqual(tell(word, createRun('below', 100, 689)), [], 'lines set close');
  assert.deepEqual(tell(word, createRun('next', 119, 700)), [], 'kerned');
  assert.deepEqual(
    tell(word, createRun('2', 120, 704, 6), createRun('i', 120, 698, 6)),
    [],
    'raised, lowered',
  );
});

test('accents lie on their letters', () => {
  for (const accent of ['\u0301', '^', '\u02dc'])
    assert.deepEqual(tell(createRun('e', 100, 700), createRun(accent, 100, 700)), [], accent);
});

test('more text on one height than a line can hold is told, without comparing all of it', () => {
  const many = Array.from({ length: 5000 }, (_, index) => createRun('a', index * 6, 700));
  assert.deepEqual(
    [...new Set([...findOverprinted(many, new Set(), (object) => object).values()])],
    ['more text is on its height than a line can hold'],
  );
});
