/** Renumbers the ids of a PDF's structure elements. */
import type { PDFDict as Dict, PDFObject, PDFString as Text } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from '../pdf-lib.ts';
import type { Element, StructureTree } from './structure/tree.ts';

const ID = PDFName.of('ID');
const A = PDFName.of('A');
const IDTree = PDFName.of('IDTree');
const Kids = PDFName.of('Kids');
const Names = PDFName.of('Names');
const Limits = PDFName.of('Limits');

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
 * Chromium names structure elements after DOM nodes, which it counts per process, in an order that changes from print to
 * print: the same cell is `node00000011` in a fresh tab and `node00001536` in a tab that printed before. Counted in the
 * order of the elements they depend on the document alone.
 */
export function renumberElements(tree: StructureTree, elements: readonly Element[]): void {
  const found: Found[] = [];
  for (const { dict } of elements) {
    collectId(dict.get(ID), (by) => dict.set(ID, by), found);
    collect(tree, dict.get(A), false, found, 0);
  }
  collect(tree, tree.root.get(IDTree), false, found, 0);
  const ids = [...new Set(found.map(({ id }) => id))];
  const renumbered = new Map(
    ids.map((id, index) => [id, PDFString.of(`node${`${index + 1}`.padStart(8, '0')}`)]),
  );
  for (const { id, replace } of found) replace(renumbered.get(id) as Text);
  sortNames(tree);
}

/** Puts the names of the tree in order again, in one node: a root may hold them itself (ISO 32000-1, 7.9.6). */
function sortNames(tree: StructureTree): void {
  const node = tree.root.lookupMaybe(IDTree, PDFDict);
  if (!node) return;
  const names = takeNames(tree, node, 0).sort(([one], [other]) => (one < other ? -1 : 1));
  node.set(Names, tree.context.obj(names.flatMap(([, ...entry]) => entry)));
}

type NameEntry = readonly [name: string, id: PDFObject, element: PDFObject];

/** Takes the names out of a node and of those below it, which are gone then. */
function takeNames(tree: StructureTree, node: Dict, depth: number): NameEntry[] {
  const entries = tree.asList(node.get(Names));
  const own = entries.flatMap((id, at): NameEntry[] => {
    const element = entries[at + 1];
    const isName = at % 2 === 0 && (id instanceof PDFString || id instanceof PDFHexString);
    return isName && element ? [[id.decodeText(), id, element]] : [];
  });
  const kids = depth > deepest ? [] : tree.asList(node.get(Kids));
  const below = kids.flatMap((kid) => {
    const dict = tree.context.lookup(kid);
    const names = dict instanceof PDFDict ? takeNames(tree, dict, depth + 1) : [];
    if (kid instanceof PDFRef) tree.context.delete(kid);
    return names;
  });
  for (const key of [Kids, Limits, Names]) node.delete(key);
  return [...own, ...below];
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
