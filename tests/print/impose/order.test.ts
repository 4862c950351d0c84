import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Direction,
  imposePages,
  roundToSheets,
  type Side,
  splitSheets,
} from '../../../src/print/impose/order.ts';

/** A leaf is a pair of pages back to back: on its front, then on its back, as the reader turns it. */
type Leaf = readonly [front: number, back: number];

/**
 * Folds real sheets: each is two leaves joined at the fold; the back is what stands behind each half of the front.
 * A booklet that is read from the left has the fold at the left of its first page.
 */
function fold(sides: readonly Side[], direction: Direction): number[] {
  const before: Leaf[] = [];
  const behind: Leaf[] = [];
  for (let at = 0; at < sides.length; at += 2) {
    const [front, back] = sides.slice(at, at + 2) as [Side, Side];
    const rightLeaf: Leaf = [front.right, back.left];
    const leftLeaf: Leaf = [back.right, front.left];
    const mirroredLeft: Leaf = [front.left, back.right];
    const mirroredRight: Leaf = [back.left, front.right];
    before.push(direction === 'ltr' ? rightLeaf : mirroredLeft);
    behind.unshift(direction === 'ltr' ? leftLeaf : mirroredRight);
  }
  return [...before, ...behind].flat();
}

/** Cuts the pile of sheets where a fold begins: at each sheet around which none lies. */
function cutFolds(sides: readonly Side[]): Side[][] {
  const folds: Side[][] = [];
  sides.forEach((side, index) => {
    if (side.depth === 0 && index % 2 === 0) folds.push([]);
    folds.at(-1)?.push(side);
  });
  return folds;
}

const direction = fc.constantFrom<Direction>('ltr', 'rtl');
const sheets = fc.integer({ min: 1, max: 200 });
const limit = fc.integer({ min: 1, max: 40 });

test('folded, the pages follow one another from first to last, in both directions', () => {
  fc.assert(
    fc.property(sheets, limit, direction, (count, most, way) => {
      const sides = imposePages(4 * count, way, most);
      const read = cutFolds(sides).flatMap((one) => fold(one, way));
      assert.deepEqual(
        read,
        Array.from({ length: 4 * count }, (_, index) => index + 1),
      );
    }),
  );
});

test('every sheet has two sides, and every page is on one of them, once', () => {
  fc.assert(
    fc.property(sheets, limit, direction, (count, most, way) => {
      const sides = imposePages(4 * count, way, most);
      assert.equal(sides.length, 2 * count);
      assert.equal(new Set(sides.flatMap(({ left, right }) => [left, right])).size, 4 * count);
    }),
  );
});

test('no fold has more sheets than can be folded, and all have as many as each other, or one more', () => {
  fc.assert(
    fc.property(sheets, limit, (count, most) => {
      const folds = splitSheets(count, most);
      assert.equal(
        folds.reduce((sum, one) => sum + one, 0),
        count,
      );
      assert.ok(Math.max(...folds) <= most);
      assert.ok(Math.max(...folds) - Math.min(...folds) <= 1);
      assert.equal(folds.length, Math.ceil(count / most));
    }),
  );
});

test('sixteen pages: the last and the first share the outermost side, and a right-to-left booklet mirrors it', () => {
  const names = (way: Direction) => imposePages(16, way, 15).map(({ left, right }) => `${left} | ${right}`);
  assert.deepEqual(names('ltr'), [
    '16 | 1',
    '2 | 15',
    '14 | 3',
    '4 | 13',
    '12 | 5',
    '6 | 11',
    '10 | 7',
    '8 | 9',
  ]);
  assert.deepEqual(names('rtl').slice(0, 2), ['1 | 16', '15 | 2']);
});

test('pages are filled up to whole sheets', () => {
  assert.deepEqual([1, 4, 5, 15, 16].map(roundToSheets), [4, 4, 8, 16, 16]);
  assert.throws(() => imposePages(6, 'ltr', 15), /6, expected a multiple of four/);
});
