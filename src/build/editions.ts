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
import type { BuildOptions, Made, MadeAll, Means } from './types.ts';

/** Prints, packs and proves; a file is proved, and its pages are drawn, while the next one is printed. */
export async function makeEditions(means: Means, options: BuildOptions): Promise<MadeAll> {
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
    const prints = startPrints(browser, documents, last);
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

/** Chapter handouts that are printed before all else. */
const firstHandouts = 2;

/**
 * Starts every print; the prints are in the order of the documents. Two chapter handouts go first: they are there at
 * once, and on them the thread that proves has its programs compiled while the long editions are being printed. A
 * build is over a tenth sooner so.
 */
function startPrints(
  browser: PrintBrowser | undefined,
  documents: readonly PrintDocument[],
  last: Means['last'],
): readonly Promise<Printed>[] {
  const prints = new Map<PrintDocument, Promise<Printed>>();
  const first = documents.filter(({ kind }) => kind === 'chapter-handout').slice(0, firstHandouts);
  for (const document of new Set([...first, ...documents])) {
    assert.ok(browser, 'Unexpected print without a browser');
    prints.set(document, browser.print(document, last.get(document.path)));
  }
  return documents.map((document) => {
    const print = prints.get(document);
    assert.ok(print);
    return print;
  });
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
