import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
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

test('WebP becomes PNG, pixel by pixel with what shows through, and an opaque photograph JPEG; the same each time', async () => {
  const canvas = createCanvas(300, 200);
  const context = canvas.getContext('2d');
  const read = async (bytes: Uint8Array) => {
    const copy = createCanvas(300, 200).getContext('2d');
    copy.drawImage(await loadImage(Buffer.from(bytes)), 0, 0);
    return copy.getImageData(0, 0, 300, 200).data;
  };
  context.fillStyle = '#336699';
  context.fillRect(20, 20, 120, 90);
  const create = (quality: number) => ({
    path: 'images/leaf.webp',
    mediaType: 'image/webp' as const,
    bytes: new Uint8Array(canvas.toBuffer('image/webp', quality)),
    widthPx: 300,
    heightPx: 200,
  });
  const clear = create(100);
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 300, 200);
  const [drawing, photograph] = [create(100), create(80)];
  const browser = await openBrowser({ note() {} });
  const convert = () => Promise.all([clear, drawing, photograph].map((it) => browser.convertPicture(it)));
  const [first, second] = [await convert(), await convert()];
  await browser.close();
  assert.deepEqual(first, second);
  assert.deepEqual(
    first.map(({ path, mediaType }) => [path, mediaType]),
    [
      ['images/leaf.webp.png', 'image/png'],
      ['images/leaf.webp.png', 'image/png'],
      ['images/leaf.webp.jpg', 'image/jpeg'],
    ],
  );
  for (const [index, original] of [clear, drawing].entries())
    assert.deepEqual(await read(first[index]?.bytes ?? clear.bytes), await read(original.bytes));
  const [photo, before] = [await read(first[2]?.bytes ?? clear.bytes), await read(photograph.bytes)];
  assert.ok(photo.every((byte, at) => Math.abs(byte - (before[at] ?? 0)) < 40));
});
