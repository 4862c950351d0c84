/** Makes one side of a sheet out of two pages. */

import { createStream, joinStreams, listStreams } from '../finish/content/streams.ts';
import { PDFArray, type PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '../pdf-lib.ts';
import { moveAnnotations } from './annotations.ts';
import { countNumbers, raiseNumbers } from './content-numbers.ts';
import { type Move, round } from './move.ts';
import type { ParentTree } from './parent-tree.ts';
import type { Place, Size } from './place.ts';
import { mergeResources } from './resources.ts';

/** A page of the booklet and its place on a side. */
export interface Placed {
  readonly ref: PDFRef;
  readonly page: PDFDict;
  readonly resources: PDFDict;
  readonly place: Place;
}

export interface CreatedSide {
  readonly ref: PDFRef;
  /** What became of each of its two pages, by its own reference. */
  readonly moves: readonly (readonly [PDFRef, Move])[];
}

const key = {
  contents: PDFName.of('Contents'),
  structParents: PDFName.of('StructParents'),
};

/**
 * The contents of both pages become the side's own, one after the other, and so does their marked content.
 *
 * They are not put into form XObjects with `/Stm` references (ISO 32000-1, 14.7.4.2), which would save the
 * renumbering: pdf.js and others look for marked content by page and number alone, and would mix the two pages up.
 */
export function createSide(
  pdf: PDFDocument,
  halves: readonly [Placed, Placed],
  sheet: Size,
  parentTree: ParentTree,
): CreatedSide {
  const [left, right] = halves;
  const ref = pdf.context.nextRef();
  const owners = halves.map(({ page }) => takeOwners(page, parentTree));
  const raise = Math.max(owners[0]?.length ?? 0, countNumbers(readContent(pdf, left.page)));
  const moves = [createMove(ref, left.place, 0), createMove(ref, right.place, raise)] as const;
  const side = pdf.context.obj({
    Type: 'Page',
    MediaBox: [0, 0, sheet.width, sheet.height],
    Resources: mergeResources(halves.map(({ resources }) => resources)),
    Contents: joinContents(pdf, halves, moves, sheet),
    Tabs: 'S',
  });
  const annotations = [...moveAnnotations(left.page, moves[0]), ...moveAnnotations(right.page, moves[1])];
  if (annotations.length > 0) side.set(PDFName.of('Annots'), pdf.context.obj(annotations));
  giveOwners(side, owners, raise, parentTree);
  pdf.context.assign(ref, side);
  return {
    ref,
    moves: [
      [left.ref, moves[0]],
      [right.ref, moves[1]],
    ],
  };
}

function createMove(side: PDFRef, { x, y, halfX }: Place, raise: number): Move {
  return { side, x: round(x), y: round(y), halfX, raise };
}

interface Owners {
  readonly key: number;
  readonly elements: PDFArray;
  readonly length: number;
}

/** Takes the owners of a page's marked content, by its numbers, out of the tree; a blank page has none. */
export function takeOwners(page: PDFDict, parentTree: ParentTree): Owners | undefined {
  const number = page.lookupMaybe(key.structParents, PDFNumber)?.asNumber();
  if (number === undefined) return undefined;
  const entry = parentTree.get(number);
  const elements = page.context.lookup(entry);
  parentTree.delete(number);
  if (entry instanceof PDFRef) page.context.delete(entry);
  if (!(elements instanceof PDFArray)) return undefined;
  return { key: number, elements, length: elements.size() };
}

function giveOwners(
  side: PDFDict,
  [left, right]: readonly (Owners | undefined)[],
  raise: number,
  parentTree: ParentTree,
): void {
  const number = left?.key ?? right?.key;
  if (number === undefined) return;
  const owners = left?.elements.asArray() ?? [];
  const gap = Array.from({ length: raise - owners.length }, () => null);
  const all = [...owners, ...gap, ...(right?.elements.asArray() ?? [])];
  side.set(key.structParents, PDFNumber.of(number));
  parentTree.set(number, side.context.register(side.context.obj(all)));
}

/** Each page is painted in its half only, and at its place. */
function joinContents(
  pdf: PDFDocument,
  halves: readonly [Placed, Placed],
  moves: readonly [Move, Move],
  sheet: Size,
): PDFRef {
  const parts = halves.flatMap(({ page }, index) => {
    const { x, y, halfX, raise } = moves[index] as Move;
    const clip = `${halfX} 0 ${sheet.width / 2} ${sheet.height} re W n`;
    const open = `q ${clip} 1 0 0 1 ${x} ${y} cm\n`;
    return [Buffer.from(open), raiseNumbers(readContent(pdf, page), raise), Buffer.from('\nQ\n')];
  });
  return createStream(pdf, Buffer.concat(parts));
}

function readContent(pdf: PDFDocument, page: PDFDict): Uint8Array {
  return joinStreams(pdf, listStreams(pdf, page.get(key.contents)));
}
