/** One pass over a PDF's pages. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openTranscript, type Scribe, type Transcript } from '../transcript.ts';
import { findMissingFonts, type MissingFont } from './fonts.ts';
import { type Destinations, findFault, type LinkAnnotation, readDestinations } from './links.ts';
import { sortMarkedText } from './marked-text.ts';
import { type StructureNode, writeStructure } from './structure.ts';

/** A link that leads nowhere. */
export interface DeadLink {
  readonly page: number;
  readonly target: string;
}

/** Everything that the checks ask of a PDF. */
export interface PdfReading {
  readonly transcript: Transcript;
  /** Texts outside the structure tree, one entry for each page. */
  readonly margins: readonly (readonly string[])[];
  /** Page numbers as shown by a reader's program; absent when the file has none. */
  readonly labels?: readonly string[];
  readonly marked: boolean;
  /** Absent when the document names none. */
  readonly language?: string;
  readonly missingFonts: readonly MissingFont[];
  readonly fonts: number;
  readonly links: number;
  readonly deadLinks: readonly DeadLink[];
}

interface Pass {
  readonly scribe: Scribe;
  readonly margins: (readonly string[])[];
  readonly seenFonts: Set<string>;
  readonly missingFonts: MissingFont[];
  readonly destinations: Destinations;
  readonly deadLinks: DeadLink[];
  links: number;
}

/** Reads every page once, in order. */
export async function readPdf(document: PDFDocumentProxy): Promise<PdfReading> {
  const pass = await startPass(document);
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await readPage(page, pass);
    page.cleanup();
  }
  const labels = await document.getPageLabels();
  const language = await readLanguage(document);
  return {
    transcript: pass.scribe.finish(),
    margins: pass.margins,
    marked: (await document.getMarkInfo())?.Marked === true,
    missingFonts: pass.missingFonts,
    fonts: pass.seenFonts.size,
    links: pass.links,
    deadLinks: pass.deadLinks,
    ...(labels && { labels }),
    ...(language !== undefined && { language }),
  };
}

async function startPass(document: PDFDocumentProxy): Promise<Pass> {
  return {
    scribe: openTranscript(),
    margins: [],
    seenFonts: new Set(),
    missingFonts: [],
    destinations: await readDestinations(document),
    deadLinks: [],
    links: 0,
  };
}

async function readPage(page: PDFPageProxy, pass: Pass): Promise<void> {
  const [content, tree, annotations] = await Promise.all([
    page.getTextContent({ includeMarkedContent: true, disableNormalization: true }),
    page.getStructTree(),
    page.getAnnotations({ intent: 'any' }) as Promise<LinkAnnotation[]>,
  ]);
  const text = sortMarkedText(content);
  pass.margins.push(text.untagged);
  if (tree !== null) writeStructure(tree as StructureNode, text.tagged, page.pageNumber, pass.scribe);
  pass.missingFonts.push(...(await findMissingFonts(page, text.fonts, pass.seenFonts)));
  for (const link of annotations) {
    pass.links += 1;
    const target = await findFault(link, pass.destinations);
    if (target !== undefined) pass.deadLinks.push({ page: page.pageNumber, target });
  }
}

async function readLanguage(document: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await document.getMetadata();
  const language = (info as { Language?: unknown }).Language;
  return typeof language === 'string' && language !== '' ? language : undefined;
}
