/** Gives every link its element and a description (ISO 14289-1, 7.18.1 and 7.18.5). */
import type { PDFDict as Dict, PDFDocument, PDFObject, PDFPage, PDFRef as Ref } from '@cantoo/pdf-lib';
import { PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from '../pdf-lib.ts';
import type { Element, StructureTree } from './structure/tree.ts';
import { readInOrder } from './text/order.ts';
import { readTexts, type Texts } from './text/read.ts';
import type { Decode } from './text/to-unicode.ts';

const Obj = PDFName.of('Obj');
const Alt = PDFName.of('Alt');
const Contents = PDFName.of('Contents');

/** Elements that say nothing of their own: with a link on them they are a link. */
const mute = new Set(['NonStruct', 'Span', 'Reference']);

/** The description is the text of the link, on each of its lines; without text, the address. */
export function mendLinks(pdf: PDFDocument, tree: StructureTree, elements: readonly Element[]): void {
  const reader = new LinkReader(pdf, tree);
  for (const { dict } of elements) {
    const links = reader.linksOf(dict);
    if (links.length === 0) continue;
    if (mute.has(tree.role(dict))) tree.setRole(dict, 'Link');
    const text = reader.textBelow(dict).replace(/\s+/g, ' ').trim();
    for (const link of links) link.set(Contents, PDFHexString.fromText(chooseDescription(text, link)));
  }
}

/** An address that was broken at the end of a line is described as it is, without the spaces. */
function chooseDescription(text: string, link: Dict): string {
  const address = readAddress(link);
  if (text === '') return address;
  const bare = text.replaceAll(' ', '');
  return address.endsWith(bare) ? bare : text;
}

/** Where a link leads, in words that a reader can make something of. */
function readAddress(link: Dict): string {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict);
  const address = action?.lookup(PDFName.of('URI')) ?? link.lookup(PDFName.of('Dest'));
  if (address instanceof PDFString || address instanceof PDFHexString) return address.decodeText();
  return address instanceof PDFName ? address.decodeText() : '';
}

/** A chapter's number stands apart from its title by its place alone. */
function joinTexts(texts: readonly string[]): string {
  return texts.reduce((before, text) => {
    const numbered = /^\s*\d+$/.test(before) && /^\p{L}/u.test(text);
    return numbered ? `${before} ${text}` : before + text;
  }, '');
}

class LinkReader {
  readonly #pdf: PDFDocument;
  readonly #tree: StructureTree;
  readonly #pages: ReadonlyMap<Ref, PDFPage>;
  readonly #texts = new Map<PDFPage, Texts>();
  readonly #decoders = new Map<Dict, Decode>();

  constructor(pdf: PDFDocument, tree: StructureTree) {
    this.#pdf = pdf;
    this.#tree = tree;
    this.#pages = new Map(pdf.getPages().map((page) => [page.ref, page]));
  }

  /** The link annotations directly below an element: one for each of its lines. */
  linksOf(dict: Dict): Dict[] {
    return this.#tree
      .kids(dict)
      .map((kid) => this.#readLink(kid))
      .filter((link) => link !== undefined);
  }

  /** Text of an element in reading order; a picture gives its alternative. */
  textBelow(dict: Dict): string {
    const alternative = dict.lookup(Alt);
    if (alternative instanceof PDFString || alternative instanceof PDFHexString)
      return alternative.decodeText();
    const texts: string[] = [];
    let drawn = '';
    for (const kid of this.#tree.kids(dict)) {
      const element = this.#tree.asElement(kid);
      drawn += element ? '' : this.#textOf(kid, dict);
      if (!element) continue;
      texts.push(readInOrder(drawn), this.textBelow(element.dict));
      drawn = '';
    }
    return joinTexts([...texts, readInOrder(drawn)].filter((text) => text !== ''));
  }

  #textOf(kid: PDFObject, parent: Dict): string {
    const ref = this.#tree.pageOf(kid, parent);
    const page = ref && this.#pages.get(ref);
    const mcid = ref && this.#tree.mcid(kid, parent, { page: ref });
    return (page && mcid !== undefined && this.#textsOn(page).get(mcid)) || '';
  }

  #textsOn(page: PDFPage): Texts {
    const known = this.#texts.get(page) ?? readTexts(this.#pdf, page, this.#decoders);
    this.#texts.set(page, known);
    return known;
  }

  #readLink(kid: PDFObject): Dict | undefined {
    const reference = kid instanceof PDFRef ? this.#pdf.context.lookup(kid) : kid;
    if (!(reference instanceof PDFDict) || reference.lookup(PDFName.of('Type')) !== PDFName.of('OBJR'))
      return undefined;
    const annotation = reference.lookup(Obj);
    const isLink =
      annotation instanceof PDFDict && annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Link');
    return isLink ? annotation : undefined;
  }
}
