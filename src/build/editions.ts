/** Every file of an edition: made, proved, drawn. */
import assert from 'node:assert/strict';
import { composePrintDocuments } from '../document/index.ts';
import type { Artifact, PagePicture, PrintDocument } from '../model.ts';
import type { Painter } from '../pictures/index.ts';
import type { PrintBrowser, Printed } from '../print/index.ts';
import { writeFiles } from '../write.ts';
import { makeEbook } from './ebook.ts';
import { checkPictures } from './pictures.ts';
import { prove } from './prove.ts';
import type { BuildOptions, Made, MadeAll, Means, Underway } from './types.ts';

/** Prints, packs and proves; a file is proved, and its pages are drawn, while the next one is printed. */
export async function makeEditions(means: Means, options: BuildOptions): Promise<MadeAll> {
  const { browser, last, painter } = means;
  const pictures = new Map<string, Promise<readonly PagePicture[]>>();
  const { edition, bodies, templates } = means.composed;
  const documents = composePrintDocuments(edition, bodies, templates, options.kinds);
  if (options.keepHtml !== undefined) await writeFiles(options.keepHtml, composedFiles(documents));
  const hasEbook = options.kinds.has('ebook');
  const makeAll = (step: () => void): Promise<Made[]> => {
    const tell = (made: Made): Made => {
      step();
      return made;
    };
    const start = (document: PrintDocument): Underway => {
      const printed = startPrint(browser, document, last);
      const made = printed.then((print) => {
        if (painter) pictures.set(print.artifact.path, draw(painter, print.artifact));
        return prove(means, print);
      });
      return { printed, made: made.then(tell) };
    };
    const underway = new Map(listFirst(documents).map((document) => [document, start(document)]));
    const book = documents.find(({ kind }) => kind === 'book');
    const ebook = hasEbook && makeEbook(means, book && underway.get(book)).then(tell);
    const prints = documents.map((document) => (underway.get(document) ?? start(document)).made);
    return Promise.all(ebook ? [...prints, ebook] : prints);
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

/** Chapter handouts that are printed before all else. */
const firstHandouts = 2;

/**
 * What is printed first. Two chapter handouts: they are there at once, and on them the thread that proves has its
 * programs compiled while the long editions are being printed; a build is over a tenth sooner so. Then the book, from
 * which the e-book has its page numbers.
 */
function listFirst(documents: readonly PrintDocument[]): readonly PrintDocument[] {
  const handouts = documents.filter(({ kind }) => kind === 'chapter-handout').slice(0, firstHandouts);
  return [...handouts, ...documents.filter(({ kind }) => kind === 'book')];
}

function startPrint(
  browser: PrintBrowser | undefined,
  document: PrintDocument,
  last: Means['last'],
): Promise<Printed> {
  assert.ok(browser, 'Unexpected print without a browser');
  return browser.print(document, last.get(document.path));
}

/** Draws the pages of a file; what goes wrong is told where they are awaited. */
function draw(painter: Painter, { bytes }: Artifact): Promise<readonly PagePicture[]> {
  const pages = painter.paint(bytes);
  pages.catch(() => {});
  return pages;
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
