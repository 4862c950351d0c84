/** Annotations on their way from a page to a side. */
import { PDFArray, PDFDict, PDFName, type PDFRef } from '../pdf-lib.ts';
import { type Move, shiftAt } from './move.ts';

/** Coordinates come in pairs: the rectangle, and the quadrilaterals of a link that is broken over lines. */
const pairs = ['Rect', 'QuadPoints'].map((name) => PDFName.of(name));

/** Moves the annotations of a page, and gives the references to them. */
export function moveAnnotations(page: PDFDict, move: Move): PDFRef[] {
  const annotations = page.lookupMaybe(PDFName.of('Annots'), PDFArray);
  return (annotations?.asArray() ?? []).map((reference, index) => {
    const annotation = annotations?.lookup(index, PDFDict) as PDFDict;
    for (const name of pairs) shiftPairs(annotation.lookupMaybe(name, PDFArray), move);
    if (annotation.has(PDFName.of('P'))) annotation.set(PDFName.of('P'), move.side);
    return reference as PDFRef;
  });
}

function shiftPairs(array: PDFArray | undefined, move: Move): void {
  array?.asArray().forEach((_, index) => {
    shiftAt(array, index, index % 2 === 0 ? move.x : move.y);
  });
}
