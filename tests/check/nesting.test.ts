import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('a block inside what may hold text only is told at its place', async () => {
  const told = await checkChapter('<table><tr><td>\n<pre>\n**a**,\n\n_b_.\n</pre>\n</td></tr></table>');
  assert.match(told.join('\n'), /^5:1 html-nested: Unexpected <p> inside <pre>, expected text only$/m);
});

test('blocks in blocks, in links and in deletions among blocks pass', async () => {
  const told = await checkChapter('<div>\n\na *b*\n\n</div>\n\n<del>\n\nc\n\n</del>\n');
  assert.deepEqual(
    told.filter((line) => line.includes('html-nested')),
    [],
  );
});
