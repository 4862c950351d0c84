/** What becomes of a page that is put on a side, and what that means for what names the page. */
import { type PDFArray, PDFNumber, type PDFRef } from '../pdf-lib.ts';

/** A page's way onto a side. */
export interface Move {
  readonly side: PDFRef;
  /** Added to its coordinates, in pt. */
  readonly x: number;
  readonly y: number;
  /** Left edge of its half: creep moves the page's own edge over the fold. */
  readonly halfX: number;
  /** Added to the numbers of its marked content. */
  readonly raise: number;
}

/** By the page's own reference. */
export type Moves = ReadonlyMap<PDFRef, Move>;

/** Adds to a coordinate in an array, if one stands there; it is no less than `least` then. */
export function shiftAt(array: PDFArray, index: number, by: number, least = Number.NEGATIVE_INFINITY): void {
  const value = array.lookup(index);
  if (value instanceof PDFNumber)
    array.set(index, PDFNumber.of(Math.max(least, round(value.asNumber() + by))));
}

/** To a hundred-thousandth of a point: short to write, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
