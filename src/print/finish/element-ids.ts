/** Renumbers the ids of a PDF's structure elements. */
import type { PDFObject, PDFString as Text } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFName, PDFRef, PDFString } from '../pdf-lib.ts';
import type { Element, StructureTree } from './structure/tree.ts';

const ID = PDFName.of('ID');
const A = PDFName.of('A');
const IDTree = PDFName.of('IDTree');

/** Where ids stand below an element and in `/IDTree`: a cell's headers, and the nodes of the tree. */
const idKeys = new Set(['ID', 'Headers', 'Limits', 'Names'].map((key) => PDFName.of(key)));
const elementId = /^node\d{8}$/;
/** Deeper is a loop. */
const deepest = 50;

/** An id and how to write another one in its place. */
interface Found {
  readonly id: string;
  replace(by: Text): void;
}

/**
 * Chromium names structure elements after DOM nodes, which it counts per process: the same cell is `node00000011`
 * in a fresh tab and `node00001536` in a tab that printed before. Counted from 1 they depend on the document alone.
 *
 * All keep their order and have the same width, so that `/IDTree` stays sorted (ISO 32000-1, 7.9.6).
 */
export function renumberElements(tree: StructureTree, elements: readonly Element[]): void {
  const found: Found[] = [];
  for (const { dict } of elements) {
    collectId(dict.get(ID), (by) => dict.set(ID, by), found);
    collect(tree, dict.get(A), false, found, 0);
  }
  collect(tree, tree.root.get(IDTree), false, found, 0);
  const ids = [...new Set(found.map(({ id }) => id))].sort();
  const renumbered = new Map(
    ids.map((id, index) => [id, PDFString.of(`node${`${index + 1}`.padStart(8, '0')}`)]),
  );
  for (const { id, replace } of found) replace(renumbered.get(id) as Text);
}

function collect(
  tree: StructureTree,
  value: PDFObject | undefined,
  holdsIds: boolean,
  found: Found[],
  depth: number,
): void {
  const object = value instanceof PDFRef ? tree.context.lookup(value) : value;
  if (depth > deepest) return;
  if (object instanceof PDFDict && !object.has(ID)) {
    for (const [key, below] of object.entries()) {
      if (idKeys.has(key)) collectId(below, (by) => object.set(key, by), found);
      collect(tree, below, idKeys.has(key), found, depth + 1);
    }
  } else if (object instanceof PDFArray) {
    object.asArray().forEach((below, index) => {
      if (holdsIds) collectId(below, (by) => object.set(index, by), found);
      collect(tree, below, holdsIds, found, depth + 1);
    });
  }
}

function collectId(value: PDFObject | undefined, replace: Found['replace'], found: Found[]): void {
  if (!(value instanceof PDFString)) return;
  const id = value.asString();
  if (elementId.test(id)) found.push({ id, replace });
}
