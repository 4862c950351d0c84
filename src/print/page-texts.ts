/** What the pages of a finished PDF say, in reading order: it tells where in the e-book each of them begins. */
import type { PDFDict as Dict, PDFDocument, PDFObject, PDFPage, PDFRef as Ref } from '@cantoo/pdf-lib';
import { StructureTree } from './finish/structure/tree.ts';
import { readTexts, type Texts } from './finish/text/read.ts';
import type { Decode } from './finish/text/to-unicode.ts';
import { readVisualLine } from './visual.ts';

/** Stands for a picture that is not decoration. */
const picture = '\uFFFC';

/**
 * Text of each page in the order of the structure tree, without the numbers and bullets of lists, and without the
 * heads of tables where a page repeats them. A picture is one U+FFFC. Page margins are outside the tree.
 * @param toLeft whether the document runs from right to left
 */
export function readPageTexts(pdf: PDFDocument, toLeft: boolean): string[] {
  const reader = new PageReader(pdf, toLeft);
  const tree = StructureTree.open(pdf);
  if (tree) reader.read(tree, tree.root);
  return reader.texts();
}

class PageReader {
  readonly #pdf: PDFDocument;
  readonly #toLeft: boolean;
  readonly #pages: ReadonlyMap<Ref, PDFPage>;
  readonly #parts: ReadonlyMap<Ref, string[]>;
  readonly #order: ReadonlyMap<Ref, number>;
  /** The furthest page so far. */
  #latest: Ref | undefined;
  readonly #known = new Map<Ref, Texts>();
  readonly #decoders = new Map<Dict, Decode>();

  constructor(pdf: PDFDocument, toLeft: boolean) {
    this.#pdf = pdf;
    this.#toLeft = toLeft;
    this.#pages = new Map(pdf.getPages().map((page) => [page.ref, page]));
    this.#parts = new Map(pdf.getPages().map((page) => [page.ref, []]));
    this.#order = new Map(pdf.getPages().map((page, index) => [page.ref, index]));
  }

  texts(): string[] {
    return [...this.#parts.values()].map((parts) => parts.join('\n'));
  }

  /** @param repeating pages that show the cell around the element once more: there its text does not count */
  read(tree: StructureTree, dict: Dict, repeating?: ReadonlySet<Ref>): void {
    const role = tree.role(dict);
    if (role === 'Lbl') return;
    const kids = tree.kids(dict);
    if (role === 'Figure') {
      this.#add(kids[0] && tree.pageOf(kids[0], dict), picture);
      return;
    }
    const isCell = role === 'TH' || role === 'TD';
    const skipped = isCell ? this.#findRepeating(tree, dict) : repeating;
    for (const kid of kids) {
      const element = tree.asElement(kid);
      if (element) this.read(tree, element.dict, skipped);
      else this.#readContent(tree, kid, dict, skipped);
    }
  }

  #readContent(tree: StructureTree, kid: PDFObject, dict: Dict, repeating?: ReadonlySet<Ref>): void {
    const page = tree.pageOf(kid, dict);
    const text = this.#textOf(tree, kid, dict);
    if (!page || text === undefined || repeating?.has(page)) return;
    const lines = text.split('\n');
    this.#add(page, lines.map((line) => readVisualLine(line, this.#toLeft)).join('\n'));
  }

  /** Text of marked content; undefined for other kids of an element. */
  #textOf(tree: StructureTree, kid: PDFObject, dict: Dict): string | undefined {
    const page = tree.pageOf(kid, dict);
    const mcid = page && tree.mcid(kid, dict, { page });
    return mcid === undefined ? undefined : (this.#textsOn(page as Ref).get(mcid) ?? '');
  }

  /** The pages behind its first on which a cell has the same text as there: it is in the head of its table. */
  #findRepeating(tree: StructureTree, dict: Dict): ReadonlySet<Ref> {
    const texts = new Map<Ref, string>();
    this.#gather(tree, dict, texts);
    const [first, ...others] = texts;
    return new Set(others.flatMap(([page, text]) => (text === first?.[1] ? page : [])));
  }

  #gather(tree: StructureTree, dict: Dict, texts: Map<Ref, string>): void {
    for (const kid of tree.kids(dict)) {
      const element = tree.asElement(kid);
      const page = tree.pageOf(kid, dict);
      if (element) this.#gather(tree, element.dict, texts);
      else if (page) texts.set(page, (texts.get(page) ?? '') + (this.#textOf(tree, kid, dict) ?? ''));
    }
  }

  /** A cell beside one that goes on counts where that one ends: it stands behind it in the text. */
  #add(page: Ref | undefined, text: string): void {
    if (!page) return;
    if (!this.#latest || this.#place(page) > this.#place(this.#latest)) this.#latest = page;
    this.#parts.get(this.#latest)?.push(text);
  }

  #place(page: Ref): number {
    return this.#order.get(page) ?? -1;
  }

  #textsOn(ref: Ref): Texts {
    const known = this.#known.get(ref);
    if (known) return known;
    const page = this.#pages.get(ref);
    const texts: Texts = page ? readTexts(this.#pdf, page, this.#decoders) : new Map();
    this.#known.set(ref, texts);
    return texts;
  }
}
