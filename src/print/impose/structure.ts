/** The structure tree after imposition: the same elements in the same order, their content on the sides. */
import type { PDFObject } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFRef } from '../pdf-lib.ts';
import type { Move, Moves } from './move.ts';
import { findStructureRoot } from './parent-tree.ts';

const key = {
  kids: PDFName.of('K'),
  page: PDFName.of('Pg'),
  number: PDFName.of('MCID'),
  stream: PDFName.of('Stm'),
  type: PDFName.of('Type'),
};

/**
 * Lets every element name the sides instead of the pages (ISO 32000-1, 14.7.4): `/Pg` of elements and of references
 * to content and to annotations, and the numbers of content that was renumbered.
 */
export function moveStructure(pdf: PDFDocument, moves: Moves): void {
  const pending: PDFDict[] = [findStructureRoot(pdf)];
  for (let element = pending.pop(); element; element = pending.pop()) {
    const move = movePage(element, moves);
    for (const kid of renumberKids(element, move)) {
      if (kid.get(key.number)) moveReference(kid, move, moves);
      else if (kid.get(key.type) === PDFName.of('OBJR')) movePage(kid, moves);
      else pending.push(kid);
    }
  }
}

/** Adds to the kids that are bare numbers, and gives those that are dictionaries. */
function renumberKids(element: PDFDict, move: Move | undefined): PDFDict[] {
  const kids = element.lookup(key.kids);
  if (kids instanceof PDFNumber) element.set(key.kids, raise(kids, move));
  if (kids instanceof PDFDict) return [kids];
  if (!(kids instanceof PDFArray)) return [];
  return kids.asArray().flatMap((_, index) => {
    const kid: PDFObject | undefined = kids.lookup(index);
    if (kid instanceof PDFNumber) kids.set(index, raise(kid, move));
    return kid instanceof PDFDict ? [kid] : [];
  });
}

/** A reference without a page of its own is about the element's; the numbers in a form are the form's own. */
function moveReference(reference: PDFDict, above: Move | undefined, moves: Moves): void {
  const move = movePage(reference, moves) ?? above;
  if (reference.has(key.stream)) return;
  reference.set(key.number, raise(reference.lookup(key.number, PDFNumber), move));
}

function movePage(holder: PDFDict, moves: Moves): Move | undefined {
  const move = moves.get(holder.get(key.page) as PDFRef);
  if (move) holder.set(key.page, move.side);
  return move;
}

function raise(number: PDFNumber, move: Move | undefined): PDFNumber {
  if (!move) throw new TypeError('Tagged content names no page');
  return PDFNumber.of(number.asNumber() + move.raise);
}
