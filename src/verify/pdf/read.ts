/** One pass over a PDF's pages. */
import { openTranscript, type Transcript } from '../transcript.ts';
import { directionOf } from './bidi.ts';
import type { ContentListener } from './content.ts';
import { createFontReader, type Font, type MissingFont } from './fonts.ts';
import { readPageLabels } from './labels.ts';
import { findFault, readDestinations, readLinks } from './links.ts';
import { type MarkedText, readMarkedText } from './marked-text.ts';
import { asDict, asText } from './objects.ts';
import type { Box, PdfFile } from './open.ts';
import { type PageLink, readPageLinks } from './page-links.ts';
import type { Run } from './runs.ts';
import { joinSiblings } from './siblings.ts';
import { writeStructure } from './structure.ts';
import { readStructureTrees } from './structure-tree.ts';

type Trees = ReturnType<typeof readStructureTrees>;

/** A link that leads nowhere. */
export interface DeadLink {
  readonly page: number;
  readonly target: string;
}

/** A page with the glyphs on it. */
export interface PageLayout {
  /** From 1. */
  readonly number: number;
  readonly box: Box;
  /** In the order in which they are drawn. */
  readonly runs: readonly Run[];
}

/** Everything that the checks ask of a PDF. */
export interface PdfReading {
  readonly transcript: Transcript;
  /** Texts outside the structure tree, one entry for each page. */
  readonly margins: readonly (readonly string[])[];
  readonly layout: readonly PageLayout[];
  /** Page numbers as shown by a reader's program. */
  readonly labels: readonly string[];
  readonly marked: boolean;
  /** Absent when the document names none. */
  readonly language?: string;
  readonly missingFonts: readonly MissingFont[];
  readonly fonts: number;
  readonly links: number;
  readonly deadLinks: readonly DeadLink[];
  readonly pageLinks: readonly PageLink[];
}

/** Reads every page once, in order; others may listen to the same pass. */
export function readPdf(file: PdfFile, listeners: readonly ContentListener[] = []): PdfReading {
  const readFont = createFontReader(file.resolve);
  const language = asText(file.resolve(file.catalog.get('Lang')));
  const base = directionOf(language);
  const trees = readStructureTrees(file);
  const texts = file.pages.map((page) => {
    const text = readMarkedText(file, page, readFont, base, listeners);
    const tree = trees.get(page.object);
    return tree ? { ...text, tagged: joinSiblings(tree, text, base) } : text;
  });
  return {
    transcript: writeTranscript(file, trees, texts),
    margins: texts.map(({ untagged }) => untagged),
    labels: readPageLabels(file),
    layout: file.pages.map(({ number, box }, index) => ({ number, box, runs: texts[index]?.runs ?? [] })),
    marked: isMarked(file),
    missingFonts: findMissingFonts(texts),
    fonts: new Set(texts.flatMap(({ fonts }) => [...fonts])).size,
    ...countLinks(file),
    pageLinks: readPageLinks(
      file,
      texts.map(({ tagged }) => tagged),
    ),
    ...(language && { language }),
  };
}

function writeTranscript(file: PdfFile, trees: Trees, texts: readonly MarkedText[]): Transcript {
  const scribe = openTranscript();
  for (const [index, page] of file.pages.entries()) {
    const tree = trees.get(page.object);
    const text = texts[index];
    if (tree && text) writeStructure(tree, text.tagged, page.number, scribe);
  }
  return scribe.finish();
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
      return [{ name: font.name, page: index + 1 }];
    }),
  );
}

function countLinks(file: PdfFile): Pick<PdfReading, 'links' | 'deadLinks'> {
  const destinations = readDestinations(file);
  const links = file.pages.flatMap((page) =>
    readLinks(page, file).map((link) => ({ link, page: page.number })),
  );
  const deadLinks = links.flatMap(({ link, page }) => {
    const target = findFault(link, file, destinations);
    return target === undefined ? [] : [{ page, target }];
  });
  return { links: links.length, deadLinks };
}
