import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('a heading of level 1 is told: the title is the only one', async () => {
  const line = '1:1 heading-top: Unexpected heading of level 1 “Rest *well*”, expected level 2 or below';
  assert.deepEqual(await checkChapter('# Rest \\*well\\*\n\nx'), [line]);
  assert.deepEqual(await checkChapter('Rest \\*well\\*\n===========\n\nx'), [line]);
});

test('a level that is skipped is told, also inside boxes and quotations; going back up is free', async () => {
  assert.deepEqual(await checkChapter('### Deep\n\nx'), [
    '1:1 heading-skip: Unexpected heading of level 3 “Deep”, expected level 2 at most',
  ]);
  assert.deepEqual(await checkChapter('## A\n\n> #### B\n\n### C\n\n#### D\n\n## E'), [
    '3:3 heading-skip: Unexpected heading of level 4 “B”, expected level 3 at most',
  ]);
});

test('an empty heading is told, and so is one of HTML tags alone', async () => {
  assert.deepEqual(await checkChapter('x\n\n##\n\n## <b></b>'), [
    '3:1 heading-empty: Empty heading',
    '5:1 heading-empty: Empty heading',
  ]);
});
