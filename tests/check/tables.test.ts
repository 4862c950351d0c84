import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('cells beyond the last column are told with their text, at the first of them', async () => {
  assert.deepEqual(await checkChapter('| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | *not* more than | 3 |'), [
    '4:9 table-cells: Row with 4 cells in a table of 2 columns; “not more than | 3” would be lost',
  ]);
});

test('a bar that is text needs a backslash, and rows with fewer cells pass', async () => {
  assert.deepEqual(await checkChapter('| a | b |\n|---|---|\n| 1 |\n| 1 \\| 2 | 3 |'), []);
});

test('a table may have six columns in print, not seven', async () => {
  const row = (columns: number) => `|${' a |'.repeat(columns)}\n|${'---|'.repeat(columns)}`;
  assert.deepEqual(await checkChapter(row(6)), []);
  assert.deepEqual(await checkChapter(`Text.\n\n${row(7)}`), [
    '3:1 table-columns: Table of 7 columns, expected at most 6',
  ]);
});
