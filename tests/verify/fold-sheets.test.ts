import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { imposePages } from '../../src/print/impose/order.ts';
import { foldSheets, partFolds } from '../../src/verify/pdf/booklet/fold.ts';

const direction = fc.constantFrom('ltr' as const, 'rtl' as const);
const sheets = fc.integer({ min: 1, max: 120 });
const limit = fc.integer({ min: 1, max: 30 });
const numberOf = (half: number) => half;

test('what is imposed is parted into the same folds again, and folded it is in order', () => {
  fc.assert(
    fc.property(sheets, limit, direction, (count, most, way) => {
      const folds = partFolds(imposePages(4 * count, way, most), way, numberOf);
      const read = folds?.flatMap((fold) => foldSheets(fold, way));
      assert.deepEqual(
        read,
        Array.from({ length: 4 * count }, (_, index) => index + 1),
      );
      assert.ok(folds?.every((fold) => fold.length / 2 <= most));
    }),
  );
});

test('two sheets by hand: the right half of the first front, then its back', () => {
  const sides = [
    { left: 'h', right: 'a' },
    { left: 'b', right: 'g' },
    { left: 'f', right: 'c' },
    { left: 'd', right: 'e' },
  ];
  assert.equal(foldSheets(sides, 'ltr').join(''), 'abcdefgh');
  const mirrored = sides.map(({ left, right }) => ({ left: right, right: left }));
  assert.equal(foldSheets(mirrored, 'rtl').join(''), 'abcdefgh');
});

test('folded the other way round, a booklet is not in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 15 }), (count) => {
      assert.notDeepEqual(foldSheets(imposePages(4 * count, 'ltr', 15), 'rtl'), [1, 2, 3, 4]);
    }),
  );
});

test('numbers that make no whole folds are told apart', () => {
  const side = (left: number | undefined, right: number | undefined) => ({ left, right });
  const part = (...sides: { left: number | undefined; right: number | undefined }[]) =>
    partFolds(sides, 'ltr', (half) => half);
  assert.equal(part(side(4, 1), side(2, 3))?.length, 1);
  assert.equal(part(side(4, 1)), undefined, 'the back is missing');
  assert.equal(part(side(5, 1), side(2, 3)), undefined);
  assert.equal(part(side(1, 4), side(3, 2)), undefined);
  assert.equal(part(side(undefined, 1), side(2, 3)), undefined);
  assert.equal(part(side(8, 1), side(2, 7)), undefined, 'a sheet is missing');
});
