/** The pipeline: content folder → proved editions in the output folder. The only place that knows every room. */
import assert from 'node:assert/strict';
import {
  checkConsentScopes,
  checkEdition,
  checkElsewhere,
  checkGreyscale,
  listReadingLevels,
} from './check/index.ts';
import {
  composeBodies,
  composeCover,
  composeEbook,
  composePrintDocuments,
  drawCover,
  listDrawings,
  listFurniture,
  listWords,
  markOutdated,
} from './document/index.ts';
import { hasRoomForPages, loadPackager, packEbook } from './ebook/index.ts';
import { composeRecords } from './manifest.ts';
import type {
  Artifact,
  Body,
  CoverPicture,
  Ebook,
  Edition,
  Generator,
  Kind,
  Message,
  PagePicture,
  PageTexts,
  Paper,
  Picture,
  PrintDocument,
  Progress,
  Proof,
  SettledLayout,
  SourceText,
  Templates,
  Verified,
} from './model.ts';
import { openPainter, type Painter } from './pictures/index.ts';
import { openBrowser, type PrintBrowser, type Printed, rasterise } from './print/index.ts';
import { composeReport } from './report/index.ts';
import { createMessage, hasErrors, MachineError } from './rules.ts';
import { countSheets, reportSheets } from './sheets.ts';
import { readEdition, readTemplates, type Today } from './source/index.ts';
import {
  type BookPages,
  openVerifier,
  recogniseFile,
  type Verifier,
  verifyArtifact,
} from './verify/index.ts';
import { prepareFolder, prepareOutput, writeFiles, writeOutput } from './write.ts';

/** Every kind of edition that a build makes. */
export const kinds: readonly Kind[] = [
  'book',
  'handout',
  'large-print',
  'booklet',
  'chapter-handout',
  'ebook',
];

export type { Today };

export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  readonly kinds: ReadonlySet<Kind>;
  /** Overrides `paper` of `edition.yaml`. */
  readonly paper?: Paper;
  /** What `reviewBy` is held against. */
  readonly today: Today;
  /** Folder for the composed HTML. */
  readonly keepHtml?: string;
  /** Whether `report.html` is written. */
  readonly report: boolean;
  readonly version: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What came of a command: the editions written are in `verified`; none when a message is an error. */
export interface Outcome {
  readonly messages: readonly Message[];
  readonly verified: readonly Verified[];
}

interface Composed {
  readonly edition: Edition;
  readonly bodies: readonly Body[];
  readonly templates: Templates;
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** What editions are made with. */
interface Means {
  /** Absent when only the e-book is wanted and there is none. */
  readonly browser: PrintBrowser | undefined;
  readonly verifier: Verifier;
  /** Absent when no report is wanted. */
  readonly painter: Painter | undefined;
  readonly composed: Composed;
  /** Layouts of the last build, by path. */
  readonly last: ReadonlyMap<string, SettledLayout>;
}

/** Builds every edition wanted, proves it, and swaps the output folder. */
export async function build(options: BuildOptions): Promise<Outcome> {
  const { progress, signal } = options;
  const last = await prepareOutput(options.out);
  if (options.keepHtml !== undefined) await prepareFolder(options.keepHtml, [options.content, options.out]);
  const opening = openBrowser({ signal, note: progress.note });
  opening.catch(() => {}); // told where it is awaited: faults of the content come first
  const verifier = openVerifier(); // loads its libraries while the browser starts
  const painter = options.report ? openPainter() : undefined;
  const close = () => Promise.all([verifier.close(), painter?.close()]);
  try {
    const { composed, messages } = await progress.stage('read and check', () =>
      readAndCheck(options.content, options.today, options),
    );
    if (!composed || hasErrors(messages)) return { messages, verified: [] };
    const browser = await awaitBrowser(opening, composed.edition, options);
    const made = await makeEditions({ browser, verifier, painter, composed, last }, options);
    const all = [...messages, ...made.messages];
    if (hasErrors(all)) return { messages: all, verified: [] };
    all.push(...reportSheets(made.verified, 'edition.yaml'));
    const generator = { name: 'caveat', version: options.version, browser: browser?.version ?? 'none' };
    const report = options.report
      ? await progress.stage('report', () => tell(composed, made, all, generator, close))
      : undefined;
    const records = composeRecords(composed.edition, made.verified, generator, report);
    await progress.stage('write', () => writeOutput(options.out, made.verified, records, signal));
    return { messages: all, verified: made.verified };
  } finally {
    await opening.then(
      (browser) => browser.close(),
      () => {},
    );
    await close();
  }
}

/**
 * Composes the report when the last page is drawn.
 * @param close ends the threads: their memory is free before the page takes its own
 */
async function tell(
  { edition, templates, sources }: Composed,
  { verified, pictures }: MadeAll,
  messages: readonly Message[],
  generator: Generator,
  close: () => Promise<unknown>,
): Promise<string> {
  const files = await Promise.all(
    verified.map(async (artifact) => {
      const sheets = countSheets(artifact);
      const pages = (await pictures.get(artifact.path)) ?? [];
      return { artifact, pictures: pages, ...(sheets && { sheets }) };
    }),
  );
  await close();
  const levels = listReadingLevels(edition);
  return composeReport({ edition, templates, sources, files, messages, levels, generator });
}

/** The browser; an e-book alone is made without one where there is none, and the user is told. */
async function awaitBrowser(
  opening: Promise<PrintBrowser>,
  { cover }: Edition,
  { kinds, progress }: BuildOptions,
): Promise<PrintBrowser | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof MachineError) || [...kinds].some((kind) => kind !== 'ebook')) throw error;
    if (!cover) progress.note(`The cover of the e-book was drawn without a browser. ${error.message}`);
    return undefined;
  }
}

/** Applies every rule on the content; nothing is printed or written. */
export async function check(content: string, today: Today): Promise<Outcome> {
  const { messages } = await readAndCheck(content, today);
  return { messages, verified: [] };
}

/** A finished file and what was found in it. */
export interface FileProof {
  readonly file: string;
  readonly artifact?: Artifact;
  readonly proof: readonly Proof[];
  readonly messages: readonly Message[];
}

/**
 * Proves finished files against the content that they should hold.
 * @param day today, `YYYY-MM-DD`: past `reviewBy`, every page must say so
 */
export async function verify(
  files: ReadonlyMap<string, Uint8Array>,
  content: string,
  day: string,
): Promise<{ readonly messages: readonly Message[]; readonly files: readonly FileProof[] }> {
  const { edition, messages } = await readMarked(content, { day, allowOutdated: true });
  if (!edition) return { messages, files: [] };
  const books: BookPages[] = [];
  const proofs = new Map<string, FileProof>();
  for (const [file, bytes] of sortBooksFirst(files))
    proofs.set(file, await verifyFile(file, bytes, edition, books));
  // A file may be made by hand, so the one rule on the approved text itself is applied here too.
  return {
    messages: [...messages, ...checkElsewhere({ edition })],
    files: [...files.keys()].flatMap((file) => proofs.get(file) ?? []),
  };
}

/** E-books are held against the books that are given with them. */
function sortBooksFirst(files: ReadonlyMap<string, Uint8Array>) {
  const isZip = (bytes: Uint8Array) => Number(bytes[0] === 0x50 && bytes[1] === 0x4b);
  return [...files].sort(([, a], [, b]) => isZip(a) - isZip(b));
}

/** @param books grows by the book that the file is */
async function verifyFile(
  file: string,
  bytes: Uint8Array,
  edition: Edition,
  books: BookPages[],
): Promise<FileProof> {
  const artifact = await recogniseFile(bytes, file, edition);
  if (!('bytes' in artifact)) return { file, proof: [], messages: [artifact] };
  const { proof, messages, book } = await verifyArtifact(artifact, edition, books);
  if (book) books.push(book);
  return { file, artifact, proof, messages };
}

/** Reads an edition, with what its language adds to it; past its `reviewBy` it is marked as out of date. */
async function readMarked(content: string, today: Today) {
  const { edition: read, messages, outdated, sources } = await readEdition(content, today);
  if (!read) return { messages, sources };
  const edition = { ...read, furniture: listFurniture(read) };
  return { edition: outdated ? markOutdated(edition) : edition, messages, sources };
}

/** @param wanted what is to be built; absent when nothing is */
async function readAndCheck(content: string, today: Today, wanted?: Pick<BuildOptions, 'kinds' | 'paper'>) {
  const [{ edition: read, messages, sources }, templates] = await Promise.all([
    readMarked(content, today),
    readTemplates(),
  ]);
  if (!read) return { messages };
  const paper = wanted?.paper;
  const edition = paper ? { ...read, metadata: { ...read.metadata, paper } } : read;
  const { bodies, messages: dropped } = composeBodies(edition);
  const composed = { edition, bodies, templates, sources };
  const words = listWords(edition.metadata.language);
  const scopes = wanted ? checkConsentScopes(edition, wanted.kinds) : [];
  const found = checkEdition({ ...composed, words });
  return { composed, messages: [...messages, ...dropped, ...found, ...scopes] };
}

/** A file that was proved or refused. */
interface Made {
  readonly messages: readonly Message[];
  readonly verified: Verified | undefined;
  /** Of the book only: its pages as they were read back. */
  readonly book: BookPages | undefined;
}

/** All files that were proved or refused. */
interface MadeAll extends Outcome {
  /** By path of the file; PDFs only, and none when no report is wanted. */
  readonly pictures: ReadonlyMap<string, Promise<readonly PagePicture[]>>;
}

/** Prints, packs and proves; a file is proved, and its pages are drawn, while the next one is printed. */
async function makeEditions(means: Means, options: BuildOptions): Promise<MadeAll> {
  const { browser, last, painter } = means;
  const pictures = new Map<string, Promise<readonly PagePicture[]>>();
  const { edition, bodies, templates } = means.composed;
  const documents = composePrintDocuments(edition, bodies, templates, options.kinds);
  if (options.keepHtml !== undefined) await writeFiles(options.keepHtml, composedFiles(documents));
  const hasEbook = options.kinds.has('ebook');
  const at = documents.findIndex(({ kind }) => kind === 'book');
  const makeAll = (step: () => void): Promise<Made[]> => {
    const tell = (made: Made): Made => {
      step();
      return made;
    };
    const prints = documents.map((document) => {
      assert.ok(browser, 'Unexpected print without a browser');
      return browser.print(document, last.get(document.path));
    });
    const proofs = prints.map(async (print) => {
      const printed = await print;
      if (painter) pictures.set(printed.artifact.path, draw(painter, printed.artifact));
      return tell(await prove(means, printed));
    });
    const ebook = hasEbook && makeEbook(means, prints[at], proofs[at]).then(tell);
    return Promise.all(ebook ? [...proofs, ebook] : proofs);
  };
  const total = documents.length + (hasEbook ? 1 : 0);
  const copied = checkPictures(browser, means.composed);
  copied.catch(() => {}); // told where it is awaited
  const made = await options.progress.stage('print and prove', makeAll, total);
  return {
    messages: [...(await copied), ...made.flatMap(({ messages }) => messages)],
    verified: made.flatMap(({ verified }) => verified ?? []),
    pictures,
  };
}

/** Draws the pages of a file; what goes wrong is told where they are awaited. */
function draw(painter: Painter, { bytes }: Artifact): Promise<readonly PagePicture[]> {
  const pages = painter.paint(bytes);
  pages.catch(() => {});
  return pages;
}

/** Looks at every picture as a photocopy would show it; the browser decodes them. Without one nothing is printed. */
async function checkPictures(
  browser: PrintBrowser | undefined,
  { edition, bodies }: Composed,
): Promise<Message[]> {
  if (!browser) return [];
  const files = [...edition.pictures.values()].map(async (picture) =>
    checkGreyscale(await browser.readPicture(picture), picture.path),
  );
  const drawings = listDrawings(bodies).map(async (drawing) =>
    checkGreyscale(await browser.readPicture(drawing), drawing.name, drawing.where),
  );
  return (await Promise.all([...files, ...drawings])).flat();
}

/** The e-book takes its page numbers from the finished book of the same build, and is held against it. */
async function makeEbook(
  means: Means,
  printing: Promise<Printed> | undefined,
  proving: Promise<Made> | undefined,
): Promise<Made> {
  const { edition, bodies, templates } = means.composed;
  void loadPackager();
  const { cover, messages } = await makeCover(means.browser, edition, templates);
  const { pictures, messages: kept } = await makePortable(means.browser, edition);
  const compose = (pages?: PageTexts) =>
    composeEbook({ ...edition, pictures }, bodies, templates, cover, pages);
  const { ebook, messages: left } = composePaged(compose, (await printing)?.readPages());
  const told = [...messages, ...kept, ...left];
  const artifact = await packEbook(ebook, (message) => told.push(message));
  const book = ebook.pageList && (await proving)?.book;
  return prove(means, { artifact, messages: told }, book && [book]);
}

/** With the numbers of the book's pages where all of them can be had, else without any, and that is told. */
function composePaged(
  compose: (pages?: PageTexts) => Ebook,
  pages: PageTexts | undefined,
): { readonly ebook: Ebook; readonly messages: readonly Message[] } {
  const ebook = compose(pages);
  if (pages === undefined) return { ebook, messages: [] };
  assert.ok(ebook.pageList, 'The book does not tell where its parts begin');
  if (hasRoomForPages(ebook)) return { ebook, messages: [] };
  const problem = `the list of its ${ebook.pageList.places.length} pages is too long for old e-readers`;
  const message = createMessage('page-list-left-out', { problem }, { file: ebook.path });
  return { ebook: compose(), messages: [message] };
}

/** The pictures as every e-reader shows them; only the browser can decode WebP. */
async function makePortable(
  browser: PrintBrowser | undefined,
  { pictures }: Edition,
): Promise<Pick<Edition, 'pictures'> & { readonly messages: readonly Message[] }> {
  const isWebp = ({ mediaType }: Picture) => mediaType === 'image/webp';
  if (!browser) {
    const messages = [...pictures.values()]
      .filter(isWebp)
      .map(({ path }) => createMessage('image-webp', { url: path }, { file: path }));
    return { pictures, messages };
  }
  const portable = [...pictures].map(
    async ([path, picture]) =>
      [path, isWebp(picture) ? await browser.convertPicture(picture) : picture] as const,
  );
  return { pictures: new Map(await Promise.all(portable)), messages: [] };
}

async function prove(
  { verifier, composed }: Means,
  { artifact, messages }: { readonly artifact: Artifact; readonly messages: readonly Message[] },
  books?: readonly BookPages[],
): Promise<Made> {
  const proved = await verifier.verify(artifact, composed.edition, books);
  assert.ok(proved.verified || hasErrors(proved.messages), `${artifact.path} is neither proved nor refused`);
  return { messages: [...messages, ...proved.messages], verified: proved.verified, book: proved.book };
}

/** The edition's own cover, or the designed one: painted by the browser, or drawn without it. */
async function makeCover(
  browser: PrintBrowser | undefined,
  edition: Edition,
  templates: Templates,
): Promise<{ readonly cover: CoverPicture; readonly messages: readonly Message[] }> {
  if (edition.cover) return { cover: edition.cover, messages: [] };
  const mediaType = 'image/png';
  if (!browser)
    return { cover: { mediaType, bytes: await rasterise(drawCover(edition, templates)) }, messages: [] };
  const { html, assets, size } = composeCover(edition, templates);
  const { png, messages } = await browser.paint(html, assets, size);
  return { cover: { mediaType, bytes: png }, messages };
}

function* composedFiles(
  documents: readonly PrintDocument[],
): Iterable<readonly [string, Uint8Array | string]> {
  for (const { path, assets, compose } of documents) {
    const folder = path.replace(/\.pdf$/, '');
    yield [`${folder}/index.html`, compose()];
    for (const [url, { bytes }] of assets) yield [`${folder}/${url}`, bytes];
  }
}
