/** The parent tree: which structure element each numbered content belongs to (ISO 32000-1, 14.7.4.4). */
import type { PDFObject } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '../pdf-lib.ts';

/** Entries by the number that a page has as `/StructParents` and an annotation as `/StructParent`. */
export type ParentTree = Map<number, PDFObject>;

/** The root of the structure tree. @throws TypeError when the document is not tagged */
export function findStructureRoot(pdf: PDFDocument): PDFDict {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) throw new TypeError('A document that is not tagged cannot be imposed');
  return root;
}

export function readParentTree(pdf: PDFDocument): ParentTree {
  const entries: ParentTree = new Map();
  const root = findStructureRoot(pdf).lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  if (root) readNode(root, entries);
  return entries;
}

function readNode(node: PDFDict, entries: ParentTree): void {
  const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray);
  for (let at = 0; numbers && at + 1 < numbers.size(); at += 2)
    entries.set(numbers.lookup(at, PDFNumber).asNumber(), numbers.get(at + 1));
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  for (let at = 0; kids && at < kids.size(); at++) readNode(kids.lookup(at, PDFDict), entries);
}

/** Replaces the parent tree by one node. */
export function writeParentTree(pdf: PDFDocument, entries: ParentTree): void {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const numbers = PDFArray.withContext(pdf.context);
  for (const [key, value] of sorted) {
    numbers.push(PDFNumber.of(key));
    numbers.push(value);
  }
  const root = findStructureRoot(pdf);
  deleteNode(pdf, root.get(PDFName.of('ParentTree')));
  root.set(PDFName.of('ParentTree'), pdf.context.register(pdf.context.obj({ Nums: numbers })));
}

function deleteNode(pdf: PDFDocument, node: PDFObject | undefined): void {
  if (!(node instanceof PDFRef)) return;
  const kids = pdf.context.lookup(node, PDFDict).lookupMaybe(PDFName.of('Kids'), PDFArray);
  for (const kid of kids?.asArray() ?? []) deleteNode(pdf, kid);
  pdf.context.delete(node);
}
