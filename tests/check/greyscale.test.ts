import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkGreyscale } from '../../src/check/index.ts';

type Colour = readonly [number, number, number];
const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];

/** A picture of stripes, each of 100 pixels. */
function told(...stripes: readonly Colour[]): string[] {
  const pixels = stripes.flatMap((colour) => Array.from({ length: 100 }, () => [...colour, 255]).flat());
  return checkGreyscale(Uint8Array.from(pixels), 'images/x.png').map(({ ruleId, reason, fatal }) => {
    assert.equal(fatal, false, 'a warning only');
    return `${ruleId}: ${reason}`;
  });
}

test('black on white passes, and colours whose greys differ', () => {
  assert.deepEqual(told(white, black), []);
  assert.deepEqual(told(white, [0, 0, 160], [255, 200, 0]), []);
});

test('a pale picture is told with what its greys span', () => {
  assert.deepEqual(told(white, [200, 200, 200]), [
    'image-contrast: The image images/x.png is pale: its greys span 17 of 100 steps of lightness, expected at least 40',
  ]);
});

test('red and green of one lightness are told with both', () => {
  assert.match(
    told(white, black, [200, 0, 0], [0, 115, 0])[0] ?? '',
    /^image-greyscale: The colours #c\w0000 and #00\w{2}00 in images\/x\.png become the same grey/,
  );
});

test('a photograph, where no colour stands for something, is let alone', () => {
  const many = Array.from(
    { length: 64 },
    (_, index): Colour => [(index & 3) * 80, ((index >> 2) & 3) * 80, (index >> 4) * 80],
  );
  assert.deepEqual(told(...many), []);
});
