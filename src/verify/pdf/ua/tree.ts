/** The structure tree as a whole (ISO 32000-1, 14.7). */
import type { PdfDict, PdfObject } from '@libpdf/core';
import { asDict, asNumber, deepest, entryOf, numberOf } from '../objects.ts';
import type { PdfFile } from '../open.ts';
import type { ContentReference, Element } from './element.ts';
import type { Look } from './look.ts';
import { type ParentTree, readParentTree } from './parent-tree.ts';
import { createRoleReader, type Mapping } from './roles.ts';

/** The structure tree and its ways back. */
export interface Structure {
  /** `StructTreeRoot`; absent when the file has none. */
  readonly root: PdfDict | undefined;
  /** Every element that is reached from the root, in reading order. */
  readonly elements: readonly Element[];
  readonly byDict: ReadonlyMap<PdfDict, Element>;
  /** The element that names marked content, by the object that holds it and its number there. */
  readonly byContent: ReadonlyMap<number, ReadonlyMap<number, Element>>;
  readonly parentTree: ParentTree;
  /** Elements that are reached twice, or lie too deep to be read. */
  readonly knots: readonly string[];
}

/** Reads the whole tree; loops and depths are cut. */
export function readStructure(file: PdfFile, look: Look): Structure {
  const root = look.dict(file.catalog, 'StructTreeRoot');
  const reader = new StructureReader(file, look, root);
  if (root) reader.readKids(root, undefined, undefined, 0);
  return {
    root,
    elements: reader.elements,
    byDict: reader.byDict,
    byContent: reader.byContent,
    parentTree: readParentTree(root, look),
    knots: reader.knots,
  };
}

class StructureReader {
  readonly elements: Element[] = [];
  readonly byDict = new Map<PdfDict, Element>();
  readonly byContent = new Map<number, Map<number, Element>>();
  readonly knots: string[] = [];
  readonly #look: Look;
  readonly #roleOf: (type: string) => Mapping;
  readonly #pageNumbers: ReadonlyMap<number, number>;

  constructor({ pages }: PdfFile, look: Look, root: PdfDict | undefined) {
    this.#look = look;
    this.#roleOf = createRoleReader(look.dict(root, 'RoleMap'), look);
    this.#pageNumbers = new Map(pages.map(({ object, number }) => [object, number]));
  }

  /** @param page number of the object of the page that the elements above name */
  readKids(dict: PdfDict, parent: Element | undefined, page: number | undefined, depth: number): void {
    for (const kid of this.#look.list(dict, 'K')) this.#readKid(kid, parent, page, depth);
  }

  #readKid(kid: PdfObject, parent: Element | undefined, page: number | undefined, depth: number): void {
    const object = this.#look.resolve(kid);
    const number = asNumber(object);
    if (number !== undefined && parent && page !== undefined) this.#place(parent, page, number);
    const dict = asDict(object);
    if (!dict) return;
    const own = numberOf(entryOf(dict, 'Pg')) ?? page;
    const type = this.#look.name(dict, 'Type');
    if (type === 'MCR') this.#placeReference(dict, parent, own);
    else if (type === 'OBJR') this.#placeObject(dict, parent);
    else this.#readElement(dict, parent, own, depth);
  }

  #placeReference(dict: PdfDict, parent: Element | undefined, page: number | undefined): void {
    const holder = numberOf(entryOf(dict, 'Stm')) ?? page;
    const mcid = this.#look.number(dict, 'MCID');
    if (parent && holder !== undefined && mcid !== undefined) this.#place(parent, holder, mcid);
  }

  #placeObject(dict: PdfDict, parent: Element | undefined): void {
    const number = numberOf(entryOf(dict, 'Obj'));
    if (parent && number !== undefined) parent.objects.push(number);
  }

  #place(parent: Element, holder: number, mcid: number): void {
    const reference: ContentReference = { holder, mcid };
    parent.contents.push(reference);
    const held = this.byContent.get(holder) ?? new Map<number, Element>();
    this.byContent.set(holder, held);
    if (!held.has(mcid)) held.set(mcid, parent);
  }

  #readElement(dict: PdfDict, parent: Element | undefined, page: number | undefined, depth: number): void {
    const type = this.#look.name(dict, 'S') ?? '';
    const where = this.#describe(type, page);
    if (this.byDict.has(dict) || depth > deepest) {
      this.knots.push(where);
      return;
    }
    const mapping = this.#roleOf(type);
    const element: Element = {
      dict,
      type,
      mapping,
      role: mapping.role ?? type,
      parent,
      children: [],
      contents: [],
      objects: [],
      where,
      language: this.#look.text(dict, 'Lang') ?? parent?.language,
    };
    this.byDict.set(dict, element);
    this.elements.push(element);
    parent?.children.push(element);
    this.readKids(dict, element, page, depth + 1);
  }

  #describe(type: string, page: number | undefined): string {
    const number = page === undefined ? undefined : this.#pageNumbers.get(page);
    return number === undefined ? `element ${type}` : `element ${type} on page ${number}`;
  }
}
