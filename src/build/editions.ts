/** Every file of an edition: made, proved, drawn. */
import assert from 'node:assert/strict';
import { composePrintDocuments } from '../document/index.ts';
import type { Artifact, PagePicture, PrintDocument } from '../model.ts';
import type { Painter } from '../pictures/index.ts';
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

function* composedFiles(
  documents: readonly PrintDocument[],
): Iterable<readonly [string, Uint8Array | string]> {
  for (const { path, assets, compose } of documents) {
    const folder = path.replace(/\.pdf$/, '');
    yield [`${folder}/index.html`, compose()];
    for (const [url, { bytes }] of assets) yield [`${folder}/${url}`, bytes];
  }
}
