/** Prints a document: in one pass, or in as many as its page numbers need to settle. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Artifact, Layout, Message, PageTexts, PrintDocument, SettledLayout } from '../model.ts';
import { createMessage } from '../rules.ts';
import { digestDocument } from './digest.ts';
import {
  compareLayouts,
  countFront,
  createLabels,
  emptyLayout,
  isSettled,
  type Places,
  planLayout,
} from './layout.ts';
import type { Tab } from './tab.ts';

const passLimit = 3;

/** Loading it takes a third of a second: done while the browser is busy with the first document. */
const loadPdfTools = () => import('./pdf.ts');

interface Pass {
  readonly pdf: PDFDocument;
  readonly places: Places;
  /** What it was composed with. */
  readonly made: Layout;
  /** What it would have to be composed with. */
  readonly planned: Layout;
}

export interface Printed {
  readonly artifact: Artifact;
  readonly messages: Message[];
  /** Reads the finished pages; it takes a while, and few need it. */
  readPages(): PageTexts;
}

/** Where a document is printed. */
export interface Press {
  readonly tab: Tab;
  /** Name and version of the browser. */
  readonly browser: string;
}

/**
 * Prints a document in a tab.
 * @param last the layout of the last build: one pass is enough when nothing has moved since
 */
export async function printDocument(
  { tab, browser }: Press,
  doc: PrintDocument,
  last?: SettledLayout,
): Promise<Printed> {
  const of = digestDocument(doc, browser);
  const { pass, messages } = await settle(tab, doc, last && choose(last, of, doc));
  const { pdf, places, made } = pass;
  const { kind, path, imposition, chapter } = doc;
  const { imposeBooklet, labelPages, mend, readPageTexts, save } = await loadPdfTools();
  labelPages(pdf, countFront(doc.pagination, places), doc.pagination.cover);
  mend(pdf, doc.info);
  const imposed = imposition && imposeBooklet(pdf, imposition, path);
  messages.push(...(imposed?.messages ?? []));
  const pages = imposed?.sides ?? pdf.getPageCount();
  const pageSize = imposition?.paper ?? doc.pageSize;
  const bytes = await save(pdf, doc.info);
  const tearOff = places.get(doc.pagination.tearOff ?? '');
  const artifact: Artifact = {
    kind,
    path,
    mediaType: 'application/pdf',
    bytes,
    pages,
    pageSize,
    ...(made.numbers.size + made.blanks.size > 0 && { layout: { ...made, of } }),
    ...(chapter !== undefined && { chapter }),
    ...(tearOff !== undefined && { tearOff }),
  };
  const readPages = () => describePages(doc, places, readPageTexts(pdf, doc.info.direction === 'rtl'));
  return { artifact, messages, readPages };
}

function describePages(
  { info, pagination }: PrintDocument,
  places: Places,
  texts: readonly string[],
): PageTexts {
  const label = createLabels(pagination, places);
  const pages = texts.map((text, index) => ({ label: label(index + 1), text }));
  return { identifier: info.identifier, pages, openings: places };
}

/**
 * The layout of the last build, when it can only lead to the bytes that a build without it makes: the document is
 * the same, or no number is near a change of width.
 */
function choose(last: SettledLayout, of: string, { pagination }: PrintDocument): Layout | undefined {
  return last.of === of || isSettled(pagination, last) ? last : undefined;
}

/** Chromium has no `target-counter()`: the numbers of one pass are written into the next until nothing moves. */
async function settle(tab: Tab, doc: PrintDocument, hint: Layout | undefined) {
  const hinted = hint && (await printPass(tab, doc, hint));
  if (hinted && isAgreed(hinted)) return told(tab, doc, hinted);
  let pass = await printPass(tab, doc, emptyLayout);
  for (let count = 2; !isAgreed(pass) && count <= passLimit; count++) {
    pass = await printPass(tab, doc, pass.planned);
  }
  return told(tab, doc, pass);
}

function isAgreed({ made, planned }: Pass): boolean {
  return compareLayouts(made, planned).length === 0;
}

function told(tab: Tab, doc: PrintDocument, pass: Pass): { pass: Pass; messages: Message[] } {
  const messages = [...tab.listRefused(doc.path), ...listUnknown(doc, pass.places)];
  const ids = compareLayouts(pass.made, pass.planned).join(', ');
  if (ids)
    messages.push(createMessage('pages-do-not-settle', { passes: passLimit, ids }, { file: doc.path }));
  return { pass, messages };
}

async function printPass(tab: Tab, doc: PrintDocument, made: Layout): Promise<Pass> {
  await tab.load(doc.compose(made), doc.assets, 'print');
  const [bytes, { parse, readPagesOfIds }] = await Promise.all([tab.print(doc.pageSize), loadPdfTools()]);
  const pdf = await parse(bytes);
  const wanted = listIds(doc);
  const places = new Map([...readPagesOfIds(pdf)].filter(([id]) => wanted.has(id)));
  return { pdf, places, made, planned: planLayout(doc.pagination, places, made) };
}

function listIds({ pagination }: PrintDocument): ReadonlySet<string> {
  const { quotedIds, openings, body } = pagination;
  return new Set([...quotedIds, ...openings, ...(body === undefined ? [] : [body])]);
}

function listUnknown(doc: PrintDocument, places: Places): Message[] {
  const unknown = [...listIds(doc)].filter((id) => !places.has(id));
  return unknown.map((id) => createMessage('page-of-id-unknown', { id }, { file: doc.path }));
}
