import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('a numbered line right under a sentence is told: its steps would run on as text', async () => {
  assert.deepEqual(await checkChapter('Take these steps:\n2. Call.\n3. Wait.'), [
    '2:1 list-run-on: The line that begins with 2. is not a list item, and runs on in the paragraph above it',
    '3:1 list-run-on: The line that begins with 3. is not a list item, and runs on in the paragraph above it',
  ]);
  assert.deepEqual(await checkChapter('Take these steps:\n\n2. Call.\n3. Wait.'), []);
});
