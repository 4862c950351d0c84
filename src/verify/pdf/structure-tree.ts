/** The structure tree of a PDF, cut into the trees of its leaves (ISO 32000-1, 14.7). */
import type { PdfDict, PdfObject } from '@libpdf/core';
import { contentId } from './content.ts';
import type { LocateContent } from './leaves.ts';
import {
  asDict,
  asList,
  asName,
  asNumber,
  asText,
  deepest,
  entryOf,
  numberOf,
  type Resolve,
} from './objects.ts';
import type { PdfFile } from './open.ts';
import type { StructureNode } from './structure.ts';

interface Node extends StructureNode {
  readonly children: Node[];
  readonly rest: Node[];
  /** Of a row: how many stand above it in its table on this leaf. */
  readonly above?: number;
}

/** The tree of each leaf, by its number; one without tagged content has none. */
export function readStructureTrees(file: PdfFile, locate: LocateContent): ReadonlyMap<number, StructureNode> {
  const root = asDict(file.resolve(file.catalog.get('StructTreeRoot')));
  const reader = new TreeReader(file.resolve, asDict(file.resolve(entryOf(root, 'RoleMap'))), locate);
  if (root) for (const kid of asList(file.resolve(entryOf(root, 'K')))) reader.readKid(kid, [], undefined);
  return reader.trees;
}

class TreeReader {
  readonly trees = new Map<number, Node>();
  readonly #resolve: Resolve;
  readonly #roles: PdfDict | undefined;
  readonly #locate: LocateContent;
  readonly #seen = new Set<PdfDict>();
  /** The last copy of each element in each leaf's tree. */
  readonly #copies = new Map<PdfDict, Map<number, Node>>();

  constructor(resolve: Resolve, roles: PdfDict | undefined, locate: LocateContent) {
    this.#resolve = resolve;
    this.#roles = roles;
    this.#locate = locate;
  }

  /** @param path the elements above, the root first; @param page the page that they name, if any */
  readKid(kid: PdfObject, path: readonly PdfDict[], page: number | undefined): void {
    const object = this.#resolve(kid);
    const number = asNumber(object);
    const dict = asDict(object);
    if (number !== undefined) this.#place(path, page, page, number);
    if (!dict || path.length > deepest) return;
    const own = numberOf(entryOf(dict, 'Pg')) ?? page;
    const type = asName(this.#resolve(entryOf(dict, 'Type')));
    if (type === 'MCR') this.#placeReference(dict, path, own);
    else if (type !== 'OBJR') this.#readElement(dict, path, own);
  }

  #placeReference(reference: PdfDict, path: readonly PdfDict[], page: number | undefined): void {
    const number = asNumber(this.#resolve(entryOf(reference, 'MCID')));
    if (number !== undefined) this.#place(path, page, numberOf(entryOf(reference, 'Stm')) ?? page, number);
  }

  #readElement(element: PdfDict, path: readonly PdfDict[], page: number | undefined): void {
    if (this.#seen.has(element)) return;
    this.#seen.add(element);
    for (const kid of asList(this.#resolve(entryOf(element, 'K'))))
      this.readKid(kid, [...path, element], page);
  }

  /** Puts content into the tree of its leaf, below copies of the elements above it. */
  #place(
    path: readonly PdfDict[],
    page: number | undefined,
    holder: number | undefined,
    content: number,
  ): void {
    if (page === undefined || holder === undefined) return;
    const id = contentId(holder, content);
    const leaf = this.#locate(page, id);
    if (leaf === undefined) return;
    const root = this.trees.get(leaf) ?? { role: 'Root', children: [], rest: [] };
    this.trees.set(leaf, root);
    let parent = root;
    for (const element of path) parent = this.#copy(element, leaf, parent);
    parent.children.push({ type: 'content', id, children: [], rest: [] });
  }

  #copy(element: PdfDict, leaf: number, parent: Node): Node {
    const copies = this.#copies.get(element) ?? new Map<number, Node>();
    this.#copies.set(element, copies);
    const known = copies.get(leaf);
    if (known) return known;
    const role = this.#roleOf(element);
    const [first] = copies.values();
    const isAgain = first !== undefined && (role === 'TH' || role === 'TD');
    const lang = asText(this.#resolve(entryOf(element, 'Lang')));
    const substitute = this.#substituteOf(element);
    const said = substitute === undefined ? {} : { substitute };
    const node: Node = {
      role,
      dict: element,
      children: [],
      rest: [],
      ...said,
      ...(lang !== undefined && { lang }),
      ...(role === 'TR' && describeRow(first, parent)),
      ...(isAgain && { again: first, isInHead: parent.isInHead === true }),
    };
    if (isAgain) first.rest.push(node);
    copies.set(leaf, node);
    parent.children.push(node);
    return node;
  }

  #substituteOf(element: PdfDict): string | undefined {
    for (const key of ['ActualText', 'Alt', 'E']) {
      const text = asText(this.#resolve(entryOf(element, key)));
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** Roles of the file's own are mapped to standard ones (14.7.3). */
  #roleOf(element: PdfDict): string {
    let role = asName(this.#resolve(entryOf(element, 'S'))) ?? '';
    for (let steps = 0; steps < 10 && this.#roles?.has(role); steps += 1) {
      role = asName(this.#resolve(this.#roles.get(role))) ?? role;
    }
    return role;
  }
}

/** The head of a table stands at its top on every page; other rows that are on two pages stand elsewhere. */
function describeRow(first: Node | undefined, table: Node): Pick<Node, 'above' | 'isInHead'> {
  const above = table.children.filter(({ role }) => role === 'TR').length;
  return { above, isInHead: first !== undefined && first.above === above };
}
