/** From the content of a page to the elements that it belongs to (ISO 32000-1, 14.7.4.4). */
import type { PDFArray as Arr, PDFDict as Dict, PDFObject } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber } from '../../pdf-lib.ts';
import type { StructureTree } from './tree.ts';

const Nums = PDFName.of('Nums');
const NextKey = PDFName.of('ParentTreeNextKey');

/** Deeper is a loop. */
const deepest = 50;

/** The elements of one page or form, by the number of their marked content. */
export class Owners {
  readonly #array: Arr;

  constructor(array: Arr) {
    this.#array = array;
  }

  /** The element that a number belongs to. */
  find(mcid: number): Dict | undefined {
    if (mcid >= this.#array.size() || this.#array.lookup(mcid) === PDFNull) return undefined;
    return this.#array.lookupMaybe(mcid, PDFDict);
  }

  /** A new number that belongs to the same element as another. */
  add(mcid: number): number {
    this.#array.push(this.#array.get(mcid));
    return this.#array.size() - 1;
  }

  /** The number belongs to no element any more. */
  remove(mcid: number): void {
    this.#array.set(mcid, PDFNull);
  }

  /** Gives the numbers of some elements to others. */
  replace(heirs: ReadonlyMap<PDFObject, PDFObject>): void {
    for (let mcid = 0; mcid < this.#array.size(); mcid += 1) {
      const heir = heirs.get(this.#array.get(mcid));
      if (heir) this.#array.set(mcid, heir);
    }
  }

  /** Takes a number over from other owners. */
  adopt(mcid: number, from: Owners): void {
    while (this.#array.size() <= mcid) this.#array.push(PDFNull);
    this.#array.set(mcid, from.#array.get(mcid));
    from.remove(mcid);
  }
}

/** The owners of the content of each page and form, by the key that it gives as `StructParents`. */
export class ParentTree {
  readonly #tree: StructureTree;
  readonly #owners = new Map<number, Owners>();

  constructor(tree: StructureTree) {
    this.#tree = tree;
    this.#read(this.#node, 0);
  }

  find(key: number | undefined): Owners | undefined {
    return key === undefined ? undefined : this.#owners.get(key);
  }

  /** Owners of content that has had none: an empty table, and the key for it. */
  create(): { readonly key: number; readonly owners: Owners } | undefined {
    const numbers = this.#node?.lookupMaybe(Nums, PDFArray);
    if (!numbers) return undefined;
    const { context, root } = this.#tree;
    const next = root.lookupMaybe(NextKey, PDFNumber)?.asNumber() ?? 0;
    const key = Math.max(next, ...[...this.#owners.keys()].map((used) => used + 1));
    const array = context.obj([]);
    numbers.push(PDFNumber.of(key));
    numbers.push(context.register(array));
    root.set(NextKey, PDFNumber.of(key + 1));
    const owners = new Owners(array);
    this.#owners.set(key, owners);
    return { key, owners };
  }

  /** Gives the content of some elements to others; all by reference. */
  replaceOwners(heirs: ReadonlyMap<PDFObject, PDFObject>): void {
    for (const owners of this.#owners.values()) owners.replace(heirs);
  }

  get #node(): Dict | undefined {
    return this.#tree.root.lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  }

  #read(node: PDFObject | undefined, depth: number): void {
    if (!(node instanceof PDFDict) || depth > deepest) return;
    const pairs = node.lookupMaybe(Nums, PDFArray);
    for (let at = 0; pairs && at + 1 < pairs.size(); at += 2) {
      const [key, value] = [pairs.lookup(at), pairs.lookup(at + 1)];
      if (key instanceof PDFNumber && value instanceof PDFArray)
        this.#owners.set(key.asNumber(), new Owners(value));
    }
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (let at = 0; kids && at < kids.size(); at += 1) this.#read(kids.lookup(at), depth + 1);
  }
}
