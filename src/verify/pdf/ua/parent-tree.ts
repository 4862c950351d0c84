/** The way from content back to structure (ISO 32000-1, 14.7.4.4). */
import type { PdfDict, PdfObject } from '@libpdf/core';
import { asArray, asDict, asNumber } from '../objects.ts';
import type { Look } from './look.ts';

/** By `StructParents` or `StructParent`: an array by marked-content number, or one element. */
export type ParentTree = ReadonlyMap<number, PdfObject>;

/** Reads a number tree of any depth, each node once. */
export function readParentTree(root: PdfDict | undefined, look: Look): ParentTree {
  const entries = new Map<number, PdfObject>();
  const seen = new Set<PdfDict>();
  const waiting = [look.dict(root, 'ParentTree')];
  for (let node = waiting.pop(); waiting.length > 0 || node; node = waiting.pop()) {
    if (!node || seen.has(node)) continue;
    seen.add(node);
    const pairs = asArray(look.at(node, 'Nums'))?.toArray() ?? [];
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const [key, value] = [asNumber(look.resolve(pairs[at])), look.resolve(pairs[at + 1])];
      if (key !== undefined && value !== undefined) entries.set(key, value);
    }
    waiting.push(...look.list(node, 'Kids').map((kid) => asDict(look.resolve(kid))));
  }
  return entries;
}

/** The element that holds marked content; undefined when the tree does not say. */
export function parentOfContent(
  tree: ParentTree,
  structParents: number | undefined,
  mcid: number,
  look: Look,
): PdfDict | undefined {
  if (structParents === undefined) return undefined;
  return asDict(look.resolve(asArray(tree.get(structParents))?.at(mcid)));
}

/** The element that holds an annotation or an object; undefined when the tree does not say. */
export function parentOfObject(tree: ParentTree, structParent: number | undefined): PdfDict | undefined {
  return structParent === undefined ? undefined : asDict(tree.get(structParent));
}
