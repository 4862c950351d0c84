/** The links inside a file, with their words. */
import type { PdfDict, PdfObject } from '@libpdf/core';
import { contentId } from './content.ts';
import { findLeaf, type Leaf } from './leaves.ts';
import { type Destinations, findPlace, type Place, readDestinations } from './links.ts';
import { asDict, asList, asName, asNumber, deepest, entryOf, numberOf } from './objects.ts';
import type { PdfFile } from './open.ts';

/** A link to a page of the file. */
export interface PageLink {
  /** As printed. */
  readonly text: string;
  /** Index of the leaf that it leads to, from 0. */
  readonly target: number;
  /** Marked content that it begins with; absent when it has no words. */
  readonly source?: string;
}

/** Reads the links to pages of the file, in reading order. */
export function readPageLinks(file: PdfFile, leaves: readonly Leaf[]): PageLink[] {
  const walker = new LinkWalker(file, leaves);
  const root = asDict(file.resolve(file.catalog.get('StructTreeRoot')));
  for (const kid of asList(file.resolve(entryOf(root, 'K')))) walker.walk(kid, undefined, undefined, 0);
  return walker.links.flatMap(({ text, source, place }) => {
    const leaf = place && findLeaf(leaves, place.page, place.x);
    return leaf ? [{ text, target: leaf.number - 1, ...(source !== undefined && { source }) }] : [];
  });
}

interface Link {
  text: string;
  source?: string;
  place: Place | undefined;
}

class LinkWalker {
  readonly links: Link[] = [];
  readonly #file: PdfFile;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #destinations: Destinations;
  readonly #seen = new Set<PdfDict>();

  constructor(file: PdfFile, leaves: readonly Leaf[]) {
    this.#file = file;
    this.#texts = new Map(leaves.flatMap(({ text }) => [...text.tagged]));
    this.#destinations = readDestinations(file);
  }

  /** @param page object number of the page that the elements above name; @param link the link that it is in */
  walk(kid: PdfObject, page: number | undefined, link: Link | undefined, depth: number): void {
    const { resolve } = this.#file;
    const object = resolve(kid);
    const content = asNumber(object);
    if (content !== undefined) this.#write(link, page, content);
    const dict = asDict(object);
    if (!dict || depth > deepest || this.#seen.has(dict)) return;
    this.#seen.add(dict);
    const own = numberOf(entryOf(dict, 'Pg')) ?? page;
    const type = asName(resolve(entryOf(dict, 'Type')));
    if (type === 'OBJR') this.#point(link, asDict(resolve(entryOf(dict, 'Obj'))));
    else if (type === 'MCR')
      this.#write(link, numberOf(entryOf(dict, 'Stm')) ?? own, asNumber(resolve(entryOf(dict, 'MCID'))));
    else this.#walkElement(dict, own, link, depth);
  }

  #walkElement(element: PdfDict, page: number | undefined, around: Link | undefined, depth: number): void {
    const { resolve } = this.#file;
    const isLink = asName(resolve(entryOf(element, 'S'))) === 'Link';
    const link = isLink ? { text: '', place: undefined } : around;
    if (isLink && link) this.links.push(link);
    for (const kid of asList(resolve(entryOf(element, 'K')))) this.walk(kid, page, link, depth + 1);
  }

  #write(link: Link | undefined, holder: number | undefined, content: number | undefined): void {
    if (!link || holder === undefined || content === undefined) return;
    const id = contentId(holder, content);
    link.source ??= id;
    link.text += this.#texts.get(id) ?? '';
  }

  #point(link: Link | undefined, annotation: PdfDict | undefined): void {
    if (link && annotation) link.place ??= findPlace(annotation, this.#file, this.#destinations);
  }
}
