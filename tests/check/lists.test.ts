import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('lists numbered one by one from any number pass, and so do lists numbered 1, 1, 1', async () => {
  assert.deepEqual(await checkChapter('7. a\n8. b\n9. c\n\ntext\n\n12) d\n\ntext\n\n0. x\n1. y'), []);
  assert.deepEqual(await checkChapter('1. a\n1. b\n1. c'), []);
  assert.deepEqual(await checkChapter('- a\n- b'), []);
});

test('a number that would be printed as another is told at its item', async () => {
  assert.deepEqual(await checkChapter('1. a\n2. b\n4. d\n\n   d more\n\n6. f'), [
    '3:1 list-number: Unexpected number 4 in a list, expected 3',
    '7:1 list-number: Unexpected number 6 in a list, expected 4',
  ]);
  assert.deepEqual(await checkChapter('> - x\n>\n>   3. a\n>   3. b'), [
    '4:5 list-number: Unexpected number 3 in a list, expected 4',
  ]);
});

test('a list meant to start anew, which Markdown counts on, is told', async () => {
  assert.deepEqual(await checkChapter('5. five\n\n1. one\n2. two'), [
    '3:1 list-number: Unexpected number 1 in a list, expected 6',
    '4:1 list-number: Unexpected number 2 in a list, expected 7',
  ]);
});
