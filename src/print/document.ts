/** Prints a document: in one pass, or in as many as its page numbers need to settle. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Artifact, Message, PrintDocument } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { Tab } from './tab.ts';

const passLimit = 3;

/** Loading it takes a third of a second: done while the browser is busy with the first document. */
const loadPdfTools = () => import('./pdf.ts');

type Pages = ReadonlyMap<string, number>;

interface Pass {
  readonly pdf: PDFDocument;
  /** Printed page number of each quoted id that was found. */
  readonly pages: Pages;
}

export interface Printed {
  readonly artifact: Artifact;
  readonly messages: Message[];
}

/** Prints a document in a tab. */
export async function printDocument(tab: Tab, doc: PrintDocument): Promise<Printed> {
  const messages: Message[] = [];
  const pdf = await settle(tab, doc, messages);
  const pages = pdf.getPageCount();
  const bytes = await (await loadPdfTools()).finish(pdf, doc.info);
  const { kind, path, pageSize, chapter } = doc;
  const artifact: Artifact = {
    kind,
    path,
    mediaType: 'application/pdf',
    bytes,
    pages,
    pageSize,
    ...(chapter !== undefined && { chapter }),
  };
  return { artifact, messages };
}

/** Chromium has no `target-counter()`: the numbers of one pass are written into the next until nothing moves. */
async function settle(tab: Tab, doc: PrintDocument, messages: Message[]): Promise<PDFDocument> {
  let last = await printPass(tab, doc, new Map());
  let quoted: Pages = new Map();
  for (let pass = 2; movedIds(doc, quoted, last.pages).length > 0 && pass <= passLimit; pass++) {
    quoted = last.pages;
    last = await printPass(tab, doc, quoted);
  }
  messages.push(...tab.listRefused(doc.path), ...listUnknown(doc, last.pages));
  const ids = movedIds(doc, quoted, last.pages).join(', ');
  if (ids)
    messages.push(createMessage('pages-do-not-settle', { passes: passLimit, ids }, { file: doc.path }));
  return last.pdf;
}

async function printPass(tab: Tab, doc: PrintDocument, quoted: Pages): Promise<Pass> {
  await tab.load(doc.compose(quoted), doc.assets, 'print');
  const [bytes, { parse, readPagesOfIds }] = await Promise.all([tab.print(doc.pageSize), loadPdfTools()]);
  const pdf = await parse(bytes);
  return { pdf, pages: readPrintedNumbers(readPagesOfIds(pdf), doc.quotedIds) };
}

/** The number printed on a page is its place in the file: the cover is page 1. */
function readPrintedNumbers(pages: Pages, ids: readonly string[]): Pages {
  return new Map(ids.filter((id) => pages.has(id)).map((id) => [id, pages.get(id) as number]));
}

function movedIds(doc: PrintDocument, before: Pages, after: Pages): string[] {
  return doc.quotedIds.filter((id) => before.get(id) !== after.get(id));
}

function listUnknown(doc: PrintDocument, pages: Pages): Message[] {
  const unknown = doc.quotedIds.filter((id) => !pages.has(id));
  return unknown.map((id) => createMessage('page-of-id-unknown', { id }, { file: doc.path }));
}
