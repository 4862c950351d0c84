/** Where the links of a PDF lead. */
import type { PdfDict, PdfObject } from '@libpdf/core';
import { isOutside } from '../targets.ts';
import {
  asArray,
  asDict,
  asList,
  asName,
  asNumber,
  asText,
  deepest,
  numberOf,
  type Resolve,
} from './objects.ts';
import type { Box, PdfFile, PdfPage } from './open.ts';

/** Destinations by name (ISO 32000-1, 12.3.2.3). */
export type Destinations = ReadonlyMap<string, PdfObject>;

/** Reads the named destinations: PDF 1.1's dictionary and PDF 1.2's name tree. */
export function readDestinations({ catalog, resolve }: PdfFile): Destinations {
  const found = new Map<string, PdfObject>();
  for (const [name, value] of asDict(resolve(catalog.get('Dests'))) ?? []) found.set(name.value, value);
  const names = asDict(resolve(catalog.get('Names')));
  readNameTree(resolve(names?.get('Dests')), resolve, found, 0);
  return found;
}

function readNameTree(
  node: PdfObject | undefined,
  resolve: Resolve,
  found: Map<string, PdfObject>,
  depth: number,
): void {
  const dict = asDict(node);
  if (!dict || depth > deepest) return;
  const pairs = asArray(resolve(dict.get('Names')))?.toArray() ?? [];
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const [name, value] = [asText(resolve(pairs[at])), pairs[at + 1]];
    if (name !== undefined && value !== undefined) found.set(name, value);
  }
  for (const kid of asList(resolve(dict.get('Kids')))) readNameTree(resolve(kid), resolve, found, depth + 1);
}

/** The link annotations of a page. */
export function readLinks({ dict }: PdfPage, { resolve }: PdfFile): PdfDict[] {
  const annotations = asList(resolve(dict.get('Annots'))).map((annotation) => asDict(resolve(annotation)));
  return annotations
    .filter((annotation) => annotation !== undefined)
    .filter((annotation) => isLink(annotation, resolve));
}

/** The rectangle of an annotation in pt on its page (12.5.2); all 0 when it has none. */
export function rectangleOf(annotation: PdfDict, { resolve }: Pick<PdfFile, 'resolve'>): Box {
  const sides = asList(resolve(annotation.get('Rect'))).map((side) => asNumber(resolve(side)) ?? 0);
  const [a = 0, b = 0, c = 0, d = 0] = sides;
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
}

function isLink(annotation: PdfDict, resolve: Resolve): boolean {
  return asName(resolve(annotation.get('Subtype'))) === 'Link';
}

/** What a browser makes of a link that was not resolved when the page was printed. */
const ownMachine =
  /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\]|[^/.]+|[^/]*\.(?:invalid|localhost|local|test))(?::\d+)?(\/|$)/i;

/** What is wrong with a link: its target in words; undefined when it leads somewhere. */
export function findFault(link: PdfDict, file: PdfFile, destinations: Destinations): string | undefined {
  const { resolve } = file;
  const action = asDict(resolve(link.get('A')));
  const kind = asName(resolve(action?.get('S')));
  if (kind === 'URI') return findFaultOfUrl(asText(resolve(action?.get('URI'))) ?? '');
  if (kind !== undefined && kind !== 'GoTo') return kind;
  const target = resolve(kind === 'GoTo' ? action?.get('D') : link.get('Dest'));
  if (target === undefined) return 'it has no target';
  const name = asText(target) ?? asName(target);
  if (leadsToPage(name === undefined ? target : destinations.get(name), file)) return undefined;
  return name === undefined ? 'a page that is not in the file' : `#${name}`;
}

/** The address outside that a link leads to; undefined for links into the file. */
export function findAddress(link: PdfDict, { resolve }: Pick<PdfFile, 'resolve'>): string | undefined {
  const action = asDict(resolve(link.get('A')));
  return asName(resolve(action?.get('S'))) === 'URI'
    ? (asText(resolve(action?.get('URI'))) ?? '')
    : undefined;
}

/** A place on a page. */
export interface Place {
  readonly page: PdfPage;
  /** In pt from the left; 0 when only the page is told. */
  readonly x: number;
}

/** The place that a link leads to; undefined for links out of the file and dead ones. */
export function findPlace(link: PdfDict, file: PdfFile, destinations: Destinations): Place | undefined {
  const { resolve } = file;
  const action = asDict(resolve(link.get('A')));
  const target = resolve(asName(resolve(action?.get('S'))) === 'GoTo' ? action?.get('D') : link.get('Dest'));
  const name = asText(target) ?? asName(target);
  return findPlaceOf(name === undefined ? target : destinations.get(name), file);
}

function findFaultOfUrl(url: string): string | undefined {
  return isOutside(url) && !ownMachine.test(url) ? undefined : url;
}

function leadsToPage(destination: PdfObject | undefined, file: PdfFile): boolean {
  return findPlaceOf(destination, file) !== undefined;
}

/** A destination is an array that begins with a page, or a dictionary with such an array as `D`. */
function findPlaceOf(destination: PdfObject | undefined, { resolve, pages }: PdfFile): Place | undefined {
  const object = resolve(destination);
  const array = asArray(object) ?? asArray(resolve(asDict(object)?.get('D')));
  const page = array?.at(0);
  const index = asNumber(page) ?? pages.findIndex(({ object: number }) => number === numberOf(page));
  const found = pages[index];
  const x = asName(resolve(array?.at(1))) === 'XYZ' ? asNumber(resolve(array?.at(2))) : undefined;
  return found && { page: found, x: x ?? 0 };
}
