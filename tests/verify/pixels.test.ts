/** Pictures that were converted show the same, and others do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePicture, type Pixels, showSame } from '../../src/verify/pixels.ts';
import { drawPicture } from './support/edition.ts';

type MediaType = Parameters<typeof drawPicture>[2];

function draw(text: string, mediaType?: MediaType): Pixels {
  const pixels = decodePicture(drawPicture('x', text, mediaType));
  assert.ok(pixels);
  return pixels;
}

test('a picture shows the same as PNG, JPEG and WebP', () => {
  const png = draw('5 mg at night');
  assert.deepEqual([png.width, png.height], [300, 120]);
  for (const mediaType of ['image/jpeg', 'image/webp'] as const)
    assert.ok(showSame(draw('5 mg at night', mediaType), png), mediaType);
});

test('another figure, a point or a stroke more shows something else', () => {
  const sound = draw('5 mg at night', 'image/webp');
  for (const other of ['6 mg at night', '.5 mg at night', '5 mg at might', ''])
    assert.ok(!showSame(draw(other, 'image/jpeg'), sound), other);
});

test('another colour of the same lightness shows something else', () => {
  const paint = (colour: readonly number[]): Pixels => ({
    width: 8,
    height: 8,
    colours: Uint8Array.from({ length: 8 * 8 * 3 }, (_, at) => colour[at % 3] ?? 0),
  });
  assert.ok(!showSame(paint([255, 0, 0]), paint([0, 130, 0])));
  assert.ok(showSame(paint([255, 0, 0]), paint([250, 10, 5])));
});

test('another size shows something else', () => {
  const one = draw('5 mg');
  assert.ok(!showSame(one, { ...one, width: one.height, height: one.width }));
});

test('what is no picture is not decoded', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  for (const mediaType of ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const)
    assert.equal(decodePicture({ mediaType, bytes }), undefined);
});
