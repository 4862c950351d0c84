/** Destinations of links, outline and names: from pages to the sides that carry them (ISO 32000-1, 12.3.2). */
import type { PDFObject } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFRef } from '../pdf-lib.ts';
import { type Moves, shiftAt } from './move.ts';

/** Places of the coordinates after the page and the kind of view: x, y. */
const coordinates: Readonly<Record<string, readonly [x: readonly number[], y: readonly number[]]>> = {
  '/XYZ': [[2], [3]],
  '/Fit': [[], []],
  '/FitB': [[], []],
  '/FitH': [[], [2]],
  '/FitBH': [[], [2]],
  '/FitV': [[2], []],
  '/FitBV': [[2], []],
  '/FitR': [
    [2, 4],
    [3, 5],
  ],
};

/** A destination is an array that begins with a page and the name of a view, wherever it stands. */
export function moveDestinations(pdf: PDFDocument, moves: Moves): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) moveBelow(object, moves);
}

function moveBelow(object: PDFObject, moves: Moves): void {
  if (object instanceof PDFDict) for (const value of object.values()) moveBelow(value, moves);
  if (!(object instanceof PDFArray)) return;
  if (!moveArray(object, moves)) for (const value of object.asArray()) moveBelow(value, moves);
}

function moveArray(array: PDFArray, moves: Moves): boolean {
  if (array.size() < 2) return false;
  const move = moves.get(array.get(0) as PDFRef);
  const view = array.get(1);
  const places = view instanceof PDFName ? coordinates[view.toString()] : undefined;
  if (!move || !places) return false;
  array.set(0, move.side);
  for (const index of places[0]) shiftAt(array, index, move.x, move.halfX);
  for (const index of places[1]) shiftAt(array, index, move.y);
  return true;
}
