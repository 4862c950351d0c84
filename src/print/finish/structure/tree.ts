/** The structure tree of a PDF, as elements that can be changed (ISO 32000-1, 14.7.2). */
import type { PDFDict as Dict, PDFContext, PDFDocument, PDFObject, PDFRef as Ref } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '../../pdf-lib.ts';

const K = PDFName.of('K');
const P = PDFName.of('P');
const S = PDFName.of('S');
const Pg = PDFName.of('Pg');
const Type = PDFName.of('Type');
const MCID = PDFName.of('MCID');
const Stm = PDFName.of('Stm');

/** Deeper is a loop. */
const deepest = 500;

/** A structure element, by reference: its parent, its children and the tables of the tree name it so. */
export interface Element {
  readonly ref: Ref;
  readonly dict: Dict;
}

/** Whose stream holds marked content: a page's own, or that of a form on it. */
export interface Holder {
  readonly page: Ref;
  readonly form?: Ref;
}

/** Names are few, and decoding one takes as long as all else that is done to an element. */
const roles = new Map<PDFObject, string>();

/** Empty, they say nothing; an empty cell or item does. */
const groups = new Set(['NonStruct', 'Div', 'P', 'Span', 'Aside']);

export class StructureTree {
  readonly context: PDFContext;
  readonly root: Dict;

  constructor(context: PDFContext, root: Dict) {
    this.context = context;
    this.root = root;
  }

  /** The tree of a document; undefined when it has none. */
  static open({ catalog, context }: PDFDocument): StructureTree | undefined {
    const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
    return root && new StructureTree(context, root);
  }

  /** All elements, each after those below it. */
  elements(): readonly Element[] {
    const found: Element[] = [];
    this.#collect(this.root, found, 0);
    return found;
  }

  #collect(parent: Dict, found: Element[], depth: number): void {
    if (depth > deepest) return;
    for (const kid of this.kids(parent)) {
      const element = this.asElement(kid);
      if (!element) continue;
      this.#collect(element.dict, found, depth + 1);
      found.push(element);
    }
  }

  /** What is directly below an element: elements, marked content and objects. */
  kids(dict: Dict): readonly PDFObject[] {
    return this.asList(dict.get(K));
  }

  /** An entry that holds one thing or an array of them. */
  asList(value: PDFObject | undefined): readonly PDFObject[] {
    const object = value instanceof PDFRef ? this.context.lookup(value) : value;
    if (object instanceof PDFArray) return object.asArray();
    return value === undefined ? [] : [value];
  }

  setKids(dict: Dict, kids: readonly PDFObject[]): void {
    if (kids.length === 0) dict.delete(K);
    else dict.set(K, kids.length === 1 ? (kids[0] as PDFObject) : this.context.obj([...kids]));
  }

  /** A child that is an element; undefined for content, and for an element that nothing can name. */
  asElement(kid: PDFObject): Element | undefined {
    if (!(kid instanceof PDFRef)) return undefined;
    const dict = this.context.lookup(kid);
    if (!(dict instanceof PDFDict) || !dict.has(S)) return undefined;
    return { ref: kid, dict };
  }

  parent(dict: Dict): Dict | undefined {
    return dict.lookupMaybe(P, PDFDict);
  }

  role(dict: Dict): string {
    const name = dict.get(S);
    if (!(name instanceof PDFName)) return '';
    const role = roles.get(name) ?? name.decodeText();
    roles.set(name, role);
    return role;
  }

  /** Role of a child; empty for content. */
  roleOf(kid: PDFObject): string {
    const element = this.asElement(kid);
    return element ? this.role(element.dict) : '';
  }

  setRole(dict: Dict, role: string): void {
    dict.set(S, PDFName.of(role));
  }

  /** Puts a new element around some children, in the place of the first. */
  wrap(parent: Element, role: string, kids: readonly PDFObject[]): Ref {
    const { context } = this;
    const dict = context.obj({ Type: 'StructElem', S: role });
    dict.set(P, parent.ref);
    const page = parent.dict.get(Pg);
    if (page) dict.set(Pg, page);
    this.setKids(dict, kids);
    const ref = context.register(dict);
    for (const kid of kids) this.asElement(kid)?.dict.set(P, ref);
    return ref;
  }

  /** Number of marked content that a child stands for; undefined when it is none of that holder. */
  mcid(kid: PDFObject, element: Dict, { page, form }: Holder): number | undefined {
    if (kid instanceof PDFNumber) return form || element.get(Pg) !== page ? undefined : kid.asNumber();
    const reference = this.context.lookup(kid);
    if (!(reference instanceof PDFDict) || reference.lookup(Type) !== PDFName.of('MCR')) return undefined;
    if ((reference.get(Pg) ?? element.get(Pg)) !== page || reference.get(Stm) !== form) return undefined;
    return reference.lookupMaybe(MCID, PDFNumber)?.asNumber();
  }

  /** The page that a child's content is on. */
  pageOf(kid: PDFObject, element: Dict): Ref | undefined {
    const reference = this.context.lookup(kid);
    const page = (reference instanceof PDFDict ? reference.get(Pg) : undefined) ?? element.get(Pg);
    return page instanceof PDFRef ? page : undefined;
  }

  /** Puts other children in the place of one that stands for marked content. */
  replaceContent(
    element: Dict,
    mcid: number,
    holder: Holder,
    replace: (kid: PDFObject) => PDFObject[],
  ): void {
    const kids = this.kids(element);
    this.setKids(
      element,
      kids.flatMap((kid) => (this.mcid(kid, element, holder) === mcid ? replace(kid) : [kid])),
    );
  }

  /** Takes an element out that has lost all its content, and those around it that have nothing else. */
  prune(dict: Dict): void {
    const parent = this.parent(dict);
    if (!parent || this.kids(dict).length > 0 || !groups.has(this.role(dict))) return;
    this.setKids(
      parent,
      this.kids(parent).filter((kid) => this.context.lookup(kid) !== dict),
    );
    this.prune(parent);
  }

  /** A child like another one for other content of the same page. */
  copyContent(kid: PDFObject, mcid: number): PDFObject {
    const number = PDFNumber.of(mcid);
    const reference = this.context.lookup(kid);
    if (!(reference instanceof PDFDict)) return number;
    const copy = reference.clone(this.context);
    copy.set(MCID, number);
    return copy;
  }
}
