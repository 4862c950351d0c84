/** The annotations of the pages, with the structure elements that hold them. */
import type { PdfDict } from '@libpdf/core';
import { asDict, asNumber, numberOf } from '../objects.ts';
import type { PdfFile, PdfPage } from '../open.ts';
import type { Element } from './element.ts';
import type { Look } from './look.ts';
import { parentOfObject } from './parent-tree.ts';
import type { Structure } from './tree.ts';

/** An annotation of a page (ISO 32000-1, 12.5). */
export interface Annotation {
  readonly dict: PdfDict;
  /** Number of its object; absent for a direct one. */
  readonly object: number | undefined;
  readonly subtype: string;
  /** Hidden, or wholly outside the page: nobody meets it. */
  readonly isHidden: boolean;
  /** The structure element that the parent tree gives for it, if it is in the tree. */
  readonly element: Element | undefined;
  readonly where: string;
}

/** Reads the annotations in the order of the pages. */
export function readAnnotations(file: PdfFile, structure: Structure, look: Look): readonly Annotation[] {
  return file.pages.flatMap((page) =>
    look.list(page.dict, 'Annots').flatMap((reference) => {
      const dict = asDict(look.resolve(reference));
      return dict ? [describe(dict, numberOf(reference), page, structure, look)] : [];
    }),
  );
}

/** Flag 2 of an annotation (12.5.3). */
const hidden = 2;

function describe(
  dict: PdfDict,
  object: number | undefined,
  page: PdfPage,
  { parentTree, byDict }: Structure,
  look: Look,
): Annotation {
  const subtype = look.name(dict, 'Subtype') ?? 'without a subtype';
  const parent = parentOfObject(parentTree, look.number(dict, 'StructParent'));
  const flags = look.number(dict, 'F') ?? 0;
  return {
    dict,
    object,
    subtype,
    isHidden: (flags & hidden) !== 0 || isOutside(dict, page, look),
    element: parent && byDict.get(parent),
    where: `${subtype} annotation on page ${page.number}`,
  };
}

function isOutside(dict: PdfDict, page: PdfPage, look: Look): boolean {
  const [left, bottom, right, top] = look.array(dict, 'Rect').map(asNumber);
  const { box } = page;
  const beside = (a?: number, b?: number): boolean => a !== undefined && b !== undefined && a >= b;
  return (
    beside(left, box.right) || beside(box.left, right) || beside(bottom, box.top) || beside(box.bottom, top)
  );
}
