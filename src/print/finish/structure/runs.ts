/**
 * Runs of text. Chromium puts each into a NonStruct of its own, which means nothing (ISO 32000-1, table 333): its
 * content becomes that of the element around it. A third of the elements of a book go so, and with them a tenth of
 * the file and of what a reading program has to take in.
 */
import type { PDFDict as Dict, PDFObject, PDFRef as Ref } from '@cantoo/pdf-lib';
import { PDFDict, PDFName, PDFNumber } from '../../pdf-lib.ts';
import type { ParentTree } from './parent-tree.ts';
import type { Element, StructureTree } from './tree.ts';

const P = PDFName.of('P');
const Pg = PDFName.of('Pg');
const Type = PDFName.of('Type');
const MCR = PDFName.of('MCR');

/** An element with any other entry says something. */
const plain = new Set(['Type', 'S', 'P', 'K', 'Pg'].map((key) => PDFName.of(key)));

/** Elements that hold content themselves; others group blocks, rows or items (ISO 32000-1, 14.8.4). */
const holders = new Set(
  'P H H1 H2 H3 H4 H5 H6 LBody TH TD Caption Span Strong Em Code Link Quote'.split(' '),
);

/** Dissolves the runs in elements that may hold content, and those in such runs. */
export function dissolveRuns(tree: StructureTree, parents: ParentTree): void {
  const heirs = new Map<Ref, Ref>();
  for (const element of tree.elements()) {
    if (heirs.has(element.ref) || !holders.has(tree.role(element.dict))) continue;
    const kids = tree.kids(element.dict);
    const moved = kids.flatMap((kid) => dissolve(tree, kid, element, heirs));
    if (moved.some((kid, index) => kid !== kids[index])) tree.setKids(element.dict, moved);
  }
  parents.replaceOwners(heirs);
  for (const run of heirs.keys()) tree.context.delete(run);
}

/**
 * What stands in the place of a child: itself, or what is in the run that it is.
 * @param heirs gets the element that now holds the content, for each run that is gone
 */
function dissolve(
  tree: StructureTree,
  kid: PDFObject,
  heir: Element,
  heirs: Map<Ref, Ref>,
): readonly PDFObject[] {
  const run = findRun(tree, kid);
  if (!run) return [kid];
  heirs.set(run.ref, heir.ref);
  const page = run.dict.get(Pg);
  return tree.kids(run.dict).flatMap((inner) => {
    if (isContent(tree, inner)) return [moveContent(tree, inner, page, heir.dict)];
    tree.asElement(inner)?.dict.set(P, heir.ref);
    return dissolve(tree, inner, heir, heirs);
  });
}

/** A child that says nothing itself. */
function findRun(tree: StructureTree, kid: PDFObject): Element | undefined {
  const element = tree.asElement(kid);
  if (!element || tree.role(element.dict) !== 'NonStruct') return undefined;
  const { dict } = element;
  const hasPage = dict.has(Pg);
  const isKnown = (inner: PDFObject) => tree.asElement(inner) || (hasPage && isContent(tree, inner));
  const isPlain = dict.keys().every((key) => plain.has(key));
  return isPlain && tree.kids(dict).every(isKnown) ? element : undefined;
}

function isContent(tree: StructureTree, kid: PDFObject): boolean {
  return kid instanceof PDFNumber || readReference(tree, kid) !== undefined;
}

/** The reference to marked content that a child is; undefined for anything else. */
function readReference(tree: StructureTree, kid: PDFObject): Dict | undefined {
  const reference = tree.context.lookup(kid);
  return reference instanceof PDFDict && reference.get(Type) === MCR ? reference : undefined;
}

/** A number alone is one of the element's own page: content of another page names it. */
function moveContent(
  tree: StructureTree,
  kid: PDFObject,
  page: PDFObject | undefined,
  heir: Dict,
): PDFObject {
  if (page === undefined) return kid;
  if (!heir.has(Pg)) heir.set(Pg, page);
  const isSamePage = heir.get(Pg) === page;
  if (kid instanceof PDFNumber)
    return isSamePage ? kid : tree.context.obj({ Type: 'MCR', Pg: page, MCID: kid });
  const reference = readReference(tree, kid);
  if (reference && !reference.has(Pg) && !isSamePage) reference.set(Pg, page);
  return kid;
}
