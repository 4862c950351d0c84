import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageSize } from 'image-size';
import { openBrowser } from '../../src/print/index.ts';
import { createHtml } from './fixture.ts';

test('a page is painted at the size asked for, the same each time, and what is missing is reported', async () => {
  const browser = await openBrowser({ note() {} });
  const html = createHtml('<h1>Title</h1>', '<style>@media print { h1 { display: none } }</style>');
  const size = { widthPx: 320, heightPx: 480 };
  const first = await browser.paint(html, new Map(), size);
  const [second, missing] = await Promise.all([
    browser.paint(html, new Map(), size),
    browser.paint(createHtml('<img src="none.png" alt="">'), new Map(), size),
  ]);
  await browser.close();
  assert.deepEqual(imageSize(first.png), { width: 320, height: 480, type: 'png' });
  assert.deepEqual(second.png, first.png);
  assert.deepEqual(first.messages, []);
  assert.notDeepEqual(missing.png, first.png);
  assert.deepEqual(
    missing.messages.map(({ ruleId }) => ruleId),
    ['asset-missing'],
  );
});
