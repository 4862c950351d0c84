/** Imposition: the pages of a booklet on the sides of the sheets that are folded. */
import type { PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { moveDestinations } from './destinations.ts';
import { type Direction, imposePages, type Side } from './order.ts';
import { replacePages } from './pages.ts';
import { type ParentTree, readParentTree, writeParentTree } from './parent-tree.ts';
import { type Place, placePages, type Size, sheetsPerFold } from './place.ts';
import { createSide, type Placed, takeOwners } from './side.ts';
import { moveStructure } from './structure.ts';
import { nameSides, setPrinting } from './viewer.ts';

/** How pages are put on sheets. */
export interface Imposition {
  /** The sheet's size, landscape, in pt. */
  readonly sheet: Size;
  readonly direction: Direction;
  /** Number printed on each page, first to last; what comes behind is left out, and must be blank. */
  readonly labels: readonly string[];
}

/**
 * Puts two pages on each side of a sheet. Tags keep their reading order; links, outline and named places lead to the
 * sides; fonts and pictures are shared.
 *
 * Do it last: the library's own list of pages is not kept up to date.
 *
 * @throws RangeError when the number of pages is no multiple of four
 */
export function impose(pdf: PDFDocument, { sheet, direction, labels }: Imposition): void {
  const pages = pdf.getPages();
  const size = pages[0]?.getSize() as Size;
  const order = imposePages(labels.length, direction, sheetsPerFold);
  const parentTree = readParentTree(pdf);
  for (const { node } of pages.slice(labels.length)) assertBlank(node, parentTree);
  const sides = order.map((side) => {
    const [left, right] = placePages(side, size, sheet);
    return createSide(pdf, [findPage(pages, left), findPage(pages, right)], sheet, parentTree);
  });
  const moves = new Map(sides.flatMap((side) => side.moves));
  moveStructure(pdf, moves);
  writeParentTree(pdf, parentTree);
  moveDestinations(pdf, moves);
  replacePages(
    pdf,
    sides.map(({ ref }) => ref),
  );
  nameSides(
    pdf,
    order.map((side) => nameSide(side, labels)),
  );
  setPrinting(pdf);
}

function assertBlank(page: PDFDict, parentTree: ParentTree): void {
  if (takeOwners(page, parentTree)?.length) throw new TypeError('A page with text on it would be left out');
}

function nameSide({ left, right }: Side, labels: readonly string[]): string {
  return `${labels[left - 1]} | ${labels[right - 1]}`;
}

function findPage(pages: readonly PDFPage[], place: Place): Placed {
  const { node, ref } = pages[place.page - 1] as PDFPage;
  return { ref, page: node, resources: node.Resources() ?? node.context.obj({}), place };
}
