/** Gives lists the shape L, LI, Lbl and LBody (ISO 32000-1, 14.8.4.3.3; ISO 14289-1, 7.2). */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { Element, StructureTree } from './tree.ts';

/** What may stand in a list beside its items. */
const listKids = new Set(['LI', 'L', 'Caption']);
const itemKids = new Set(['Lbl', 'LBody']);

/** Chromium writes no LBody, and no items where a list has a role of its own. */
export function mendLists(tree: StructureTree, elements: readonly Element[]): void {
  for (const element of elements) {
    const role = tree.role(element.dict);
    if (role === 'L') mendList(tree, element);
    else if (role === 'LI') mendItem(tree, element);
  }
}

/** Gathers what stands outside the items in items of its own; each label begins one. */
function mendList(tree: StructureTree, list: Element): void {
  const kids = tree.kids(list.dict);
  for (const kid of kids) restoreItem(tree, kid);
  if (kids.every((kid) => listKids.has(tree.roleOf(kid)))) return;
  const parts: PDFObject[][] = [];
  let loose: PDFObject[] | undefined;
  for (const kid of kids) {
    const role = tree.roleOf(kid);
    if (loose && role !== 'Lbl' && role !== 'LI') loose.push(kid);
    else {
      const part = [kid];
      parts.push(part);
      loose = listKids.has(role) ? undefined : part;
    }
  }
  const isKept = ([first]: PDFObject[]) => first !== undefined && listKids.has(tree.roleOf(first));
  const mended = parts.map((part) => (isKept(part) ? part[0] : tree.wrap(list, 'LI', part)));
  tree.setKids(list.dict, mended as PDFObject[]);
  for (const kid of mended) {
    const item = kid && tree.asElement(kid);
    if (item && tree.role(item.dict) === 'LI') mendItem(tree, item);
  }
}

/** An item of a list with a role of its own is a NonStruct with a label. */
function restoreItem(tree: StructureTree, kid: PDFObject): void {
  const element = tree.asElement(kid);
  if (!element || tree.role(element.dict) !== 'NonStruct') return;
  if (!tree.kids(element.dict).some((below) => tree.roleOf(below) === 'Lbl')) return;
  tree.setRole(element.dict, 'LI');
  mendItem(tree, element);
}

/** Everything behind the label goes into the body, nested lists too. */
function mendItem(tree: StructureTree, item: Element): void {
  const kids = tree.kids(item.dict);
  if (kids.every((kid) => itemKids.has(tree.roleOf(kid)))) return;
  const labels = kids.filter((kid) => tree.roleOf(kid) === 'Lbl');
  const rest = kids.filter((kid) => tree.roleOf(kid) !== 'Lbl');
  tree.setKids(item.dict, [...labels, tree.wrap(item, 'LBody', rest)]);
}
