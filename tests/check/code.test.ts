import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('words beside a code fence, after the language, are told: they are printed nowhere', async () => {
  assert.deepEqual(await checkChapter('```text Do not copy this\nx\n```\n\n~~~\ny\n~~~\n\n```js\nz\n```'), [
    '1:1 code-info: “Do not copy this” beside the code fence is not printed',
  ]);
});
