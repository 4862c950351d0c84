import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeMarginRoom } from '../../../src/document/print/margin-room.ts';
import type { PageSize, PrintKind } from '../../../src/model.ts';

/** Pixels of CSS: height of the page, and the margins of the style sheets. */
const heights = { letter: 1056, a4: 1122.52, a5: 793.701, '6x9': 864, 'half-letter': 816 };
const kinds: readonly (readonly [
  kind: PrintKind,
  sizes: readonly PageSize[],
  top: number,
  bottom: number,
])[] = [
  ['book', ['6x9', 'a5'], 75.591, 90.709],
  ['booklet', ['half-letter', 'a5'], 49.134, 90.709],
  ['handout', ['letter', 'a4'], 75.591, 98.268],
  ['chapter-handout', ['letter', 'a4'], 75.591, 94.488],
  ['large-print', ['letter', 'a4'], 96, 96],
];

const readMargin = (css: string, side: 'top' | 'bottom', unit: string) => {
  const [, number] = new RegExp(`margin-${side}: ([\\d.]+)${unit};`).exec(css) ?? [];
  return number === undefined ? undefined : Number(number);
};

test('on every page the height of the text is a little more than a whole number of pixels, whatever the foot and the stamp', () => {
  for (const [kind, sizes, top, bottom] of kinds)
    for (const size of sizes)
      for (const stamp of [undefined, 'OUT OF DATE'])
        for (let characters = 1; characters < 600; characters += 23) {
          const css = composeMarginRoom(kind, size, ['x'.repeat(characters)], stamp);
          const above = (readMargin(css, 'top', 'pt') ?? (top * 3) / 4) * (4 / 3);
          const below = readMargin(css, 'bottom', 'px') ?? bottom;
          assert.ok(below >= bottom, css);
          const more = (heights[size] - above - below) % 1;
          assert.ok(more > 0.04 && more < 0.56, `${kind} ${size} ${stamp} ${characters}: ${more}`);
        }
});

test('margins grow with the lines of the foot and for a stamp, and stay as they are where there is room', () => {
  assert.equal(composeMarginRoom('book', 'a5', ['A short line.'], undefined), '');
  const long = composeMarginRoom('book', 'a5', ['x'.repeat(56 * 6)], undefined);
  assert.ok((readMargin(long, 'bottom', 'px') ?? 0) >= (32 + 6 * 11.7) * (4 / 3), long);
  assert.match(composeMarginRoom('booklet', 'half-letter', ['A short line.'], 'OLD'), /margin-top: 57pt/);
});
