/** Pictures of pages as PNG, read back with another library. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { writePng } from '../../src/pictures/png.ts';

test('every grey comes back to within half a level, in its place, for widths odd and even', async () => {
  for (const width of [1, 2, 5, 16]) {
    const height = Math.ceil(256 / width);
    const grey = Uint8Array.from({ length: width * height }, (_, at) => at % 256);
    const image = await loadImage(Buffer.from(writePng(grey, width, height)));
    assert.deepEqual([image.width, image.height], [width, height]);
    const context = createCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    for (const [at, value] of grey.entries())
      assert.ok(Math.abs((data[at * 4] ?? 0) - value) <= 8.5, `pixel ${at} of width ${width}`);
  }
});

test('fewer pixels than the size says are our own fault', () => {
  assert.throws(() => writePng(new Uint8Array(3), 2, 2), TypeError);
});
