/** One pass over a PDF's pages. */
import type { PdfDict } from '@libpdf/core';
import { openTranscript, type Transcript } from '../transcript.ts';
import { type Direction, directionOf } from './bidi.ts';
import { readBlocks } from './book-pages.ts';
import { type Booklet, readBooklet } from './booklet/booklet.ts';
import type { ContentListener } from './content.ts';
import { createFontReader, type Font, type KnownFonts, type MissingFont, type ReadFont } from './fonts.ts';
import type { MarkedImage } from './images.ts';
import { readPageLabels } from './labels.ts';
import { createLocator, findLeaf, type Leaf } from './leaves.ts';
import { findAddress, findFault, readDestinations, readLinks, rectangleOf } from './links.ts';
import { type MarkedText, readMarkedText, readStrips } from './marked-text.ts';
import type { Substitute } from './marks.ts';
import { asDict, asText } from './objects.ts';
import type { Box, PdfFile } from './open.ts';
import { type PageLink, readPageLinks } from './page-links.ts';
import type { Run } from './runs.ts';
import { joinSiblings } from './siblings.ts';
import { type ElementPlace, type StructureNode, writeStructure } from './structure.ts';
import { readStructureTrees } from './structure-tree.ts';

type Trees = ReturnType<typeof readStructureTrees>;

/** A link that leads nowhere, or out of the file. */
export interface TargetedLink {
  readonly page: number;
  readonly target: string;
  /** Of the link, in pt on the page. */
  readonly box: Box;
}

/** A page with the glyphs on it. */
export interface PageLayout extends Pick<Leaf, 'number' | 'box' | 'page'> {
  /** Its part of the structure tree; absent when it has none. */
  readonly tree?: StructureNode;
  /** In the order in which they are drawn. */
  readonly runs: readonly Run[];
  readonly images: readonly MarkedImage[];
  /** Texts that stand for others inside a line. */
  readonly substitutes: readonly Substitute[];
  /** Texts by their marked content. */
  readonly tagged: MarkedText['tagged'];
}

/** Everything that the checks ask of a PDF. */
export interface PdfReading {
  readonly transcript: Transcript;
  /** Where tables, their cells and figures stand in it; those without content have no place. */
  readonly places: ReadonlyMap<PdfDict, ElementPlace>;
  /** Texts outside the structure tree, one entry for each page. */
  readonly margins: readonly (readonly string[])[];
  readonly layout: readonly PageLayout[];
  /** Absent when the file was not read as a booklet. */
  readonly booklet?: Booklet;
  /** Page numbers as shown by a reader's program. */
  readonly labels: readonly string[];
  readonly marked: boolean;
  /** Absent when the document names none. */
  readonly language?: string;
  readonly missingFonts: readonly MissingFont[];
  readonly fonts: number;
  readonly links: number;
  readonly deadLinks: readonly TargetedLink[];
  /** Those that lead to an address outside. */
  readonly webLinks: readonly TargetedLink[];
  readonly pageLinks: readonly PageLink[];
  /** Reads a font, each once. */
  readonly readFont: ReadFont;
  /** Also those that draw nothing but white space. */
  readonly allFonts: readonly Font[];
  /** Folded texts of the blocks of each page, without table heads that are repeated; few ask for them. */
  listBlocks(): readonly (readonly string[])[];
}

/**
 * Reads every page once, in order.
 * @param listeners hear the same pass
 * @param folded reading direction of a booklet: its pages are halves of the file's, in the order of the folded sheets
 */
export function readPdf(
  file: PdfFile,
  listeners: readonly ContentListener[] = [],
  folded?: Direction,
): PdfReading {
  const known: KnownFonts = new Map();
  const readFont = createFontReader(file.resolve, known);
  const language = asText(file.resolve(file.catalog.get('Lang')));
  const base = directionOf(language);
  const booklet =
    folded &&
    readBooklet(
      file,
      (page, strips, paint) => readStrips(file, page, strips, readFont, base, [...listeners, paint]),
      folded,
    );
  const [leaves, trees] = joinText(file, booklet?.pages ?? readLeaves(file, readFont, base, listeners), base);
  const texts = leaves.map(({ text }) => text);
  return {
    ...writeTranscript(trees, leaves),
    margins: texts.map(({ untagged }) => untagged),
    labels: leaves.map(({ label }) => label),
    layout: leaves.map((leaf) => toLayout(leaf, trees)),
    marked: isMarked(file),
    missingFonts: findMissingFonts(texts),
    fonts: new Set(texts.flatMap(({ fonts }) => [...fonts])).size,
    ...countLinks(file, leaves),
    pageLinks: readPageLinks(file, leaves),
    ...(booklet && { booklet }),
    readFont,
    allFonts: [...known.values()],
    listBlocks: () => listBlocks(trees, leaves),
    ...(language && { language }),
  };
}

function toLayout({ text: { runs, images, substitutes, tagged }, ...leaf }: Leaf, trees: Trees): PageLayout {
  const tree = trees.get(leaf.number);
  return { ...leaf, runs, images, substitutes, tagged, ...(tree && { tree }) };
}

function readLeaves(
  file: PdfFile,
  readFont: ReadFont,
  base: Direction,
  listeners: readonly ContentListener[],
): Leaf[] {
  const labels = readPageLabels(file);
  return file.pages.map((page, index) => {
    const text = readMarkedText(file, page, readFont, base, listeners);
    return { number: page.number, page, box: page.box, text, label: labels[index] ?? '' };
  });
}

/** The leaves, pieces of text that belong together joined in each, and the trees that tell so. */
function joinText(file: PdfFile, leaves: readonly Leaf[], base: Direction): [Leaf[], Trees] {
  const trees = readStructureTrees(file, createLocator(leaves));
  const joined = leaves.map((leaf) => {
    const tree = trees.get(leaf.number);
    return tree ? { ...leaf, text: { ...leaf.text, ...joinSiblings(tree, leaf.text, base) } } : leaf;
  });
  return [joined, trees];
}

function writeTranscript(trees: Trees, leaves: readonly Leaf[]): Pick<PdfReading, 'transcript' | 'places'> {
  const scribe = openTranscript();
  const places = new Map<PdfDict, ElementPlace>();
  const texts = new Map(leaves.flatMap(({ text }) => [...text.tagged]));
  const ends = new Map(leaves.flatMap(({ text }) => [...text.ends]));
  for (const { number } of leaves) {
    const tree = trees.get(number);
    if (tree) writeStructure(tree, texts, number, scribe, ends, places);
  }
  return { transcript: scribe.finish(), places };
}

function listBlocks(trees: Trees, leaves: readonly Leaf[]): (readonly string[])[] {
  const texts = new Map(leaves.flatMap(({ text }) => [...text.tagged]));
  return leaves.map(({ number }) => {
    const tree = trees.get(number);
    return tree ? readBlocks(tree, texts, number) : [];
  });
}

function isMarked({ catalog, resolve }: PdfFile): boolean {
  const marked = resolve(asDict(resolve(catalog.get('MarkInfo')))?.get('Marked'));
  return marked !== undefined && 'value' in marked && marked.value === true;
}

/** Each font once, with the first page on which it draws text. */
function findMissingFonts(texts: readonly MarkedText[]): MissingFont[] {
  const seen = new Set<Font>();
  return texts.flatMap(({ fonts }, index) =>
    [...fonts].flatMap((font) => {
      if (font.embedded || seen.has(font)) return [];
      seen.add(font);
      return [{ font, page: index + 1 }];
    }),
  );
}

function countLinks(
  file: PdfFile,
  leaves: readonly Leaf[],
): Pick<PdfReading, 'links' | 'deadLinks' | 'webLinks'> {
  const destinations = readDestinations(file);
  const links = file.pages.flatMap((page) =>
    readLinks(page, file).map((link) => ({
      link,
      page: findLeaf(leaves, page, rectangleOf(link, file).left)?.number ?? 0,
    })),
  );
  const list = (targetOf: (link: PdfDict) => string | undefined): TargetedLink[] =>
    links.flatMap(({ link, page }) => {
      const target = targetOf(link);
      return target === undefined ? [] : [{ page, target, box: rectangleOf(link, file) }];
    });
  const faultOf = (link: PdfDict) => findFault(link, file, destinations);
  return {
    links: links.length,
    deadLinks: list(faultOf),
    webLinks: list((link) => (faultOf(link) === undefined ? findAddress(link, file) : undefined)),
  };
}
