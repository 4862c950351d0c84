/** Folds the sheets of a booklet, as the hands of a reader would. */

import type { Direction } from '../bidi.ts';

/** A side of a sheet, as it lies before the reader. */
export interface SheetSide<Half> {
  readonly left: Half;
  readonly right: Half;
}

interface Leaf<Half> {
  readonly recto: Half;
  readonly verso: Half;
}

/**
 * The halves in the order in which they are read when the sheets, front and back by turns, are laid on one another
 * and folded once in the middle.
 *
 * A sheet is turned over its short edge: behind the left half of its front is the right half of its back. Read from
 * left to right, the fold is to the left of the first page, so that the right half of each front comes first.
 */
export function foldSheets<Half>(sides: readonly SheetSide<Half>[], direction: Direction): readonly Half[] {
  const first: Leaf<Half>[] = [];
  const second: Leaf<Half>[] = [];
  for (let at = 0; at + 1 < sides.length; at += 2) {
    const [front, back] = [sides[at], sides[at + 1]];
    if (!front || !back) break;
    const left = { front: front.left, back: back.right };
    const right = { front: front.right, back: back.left };
    const [before, behind] = direction === 'ltr' ? [right, left] : [left, right];
    first.push({ recto: before.front, verso: before.back });
    second.unshift({ recto: behind.back, verso: behind.front });
  }
  return [...first, ...second].flatMap(({ recto, verso }) => [recto, verso]);
}

/**
 * Parts a pile of sheets into folds. The front of a fold's outermost sheet carries its last page and its first: they
 * tell how many sheets it has.
 *
 * @param numberOf the page number printed on a half; undefined when there is none
 * @returns undefined when the numbers do not make whole folds
 */
export function partFolds<Half>(
  sides: readonly SheetSide<Half>[],
  direction: Direction,
  numberOf: (half: Half) => number | undefined,
): readonly (readonly SheetSide<Half>[])[] | undefined {
  const folds: (readonly SheetSide<Half>[])[] = [];
  for (let at = 0; at < sides.length; ) {
    const front = sides[at] as SheetSide<Half>;
    const [low, high] = direction === 'ltr' ? [front.right, front.left] : [front.left, front.right];
    const pages = (numberOf(high) ?? Number.NaN) - (numberOf(low) ?? Number.NaN) + 1;
    if (!(pages > 0) || pages % 4 !== 0 || at + pages / 2 > sides.length) return undefined;
    folds.push(sides.slice(at, at + pages / 2));
    at += pages / 2;
  }
  return folds;
}
