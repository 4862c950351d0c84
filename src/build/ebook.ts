/** The e-book: cover, pictures and page numbers, packed and proved. */
import assert from 'node:assert/strict';
import { composeCover, composeEbook, drawCover } from '../document/index.ts';
import { hasRoomForPages, loadPackager, packEbook } from '../ebook/index.ts';
import type { CoverPicture, Ebook, Edition, Message, PageTexts, Templates } from '../model.ts';
import { type PrintBrowser, rasterise } from '../print/index.ts';
import { createMessage } from '../rules.ts';
import { makePortable } from './pictures.ts';
import { prove } from './prove.ts';
import type { Made, Means, Underway } from './types.ts';

/** The e-book takes its page numbers from the finished book of the same build, and is held against it. */
export async function makeEbook(means: Means, book: Underway | undefined): Promise<Made> {
  const { edition, bodies, templates } = means.composed;
  void loadPackager();
  const { cover, messages } = await makeCover(means.browser, edition, templates);
  const { pictures, messages: kept } = await makePortable(means.browser, edition);
  const compose = (pages?: PageTexts) =>
    composeEbook({ ...edition, pictures }, bodies, templates, cover, pages);
  const { ebook, messages: left } = composePaged(compose, (await book?.printed)?.readPages());
  const told = [...messages, ...kept, ...left];
  const artifact = await packEbook(ebook, (message) => told.push(message));
  const numbers = ebook.pageList && (await book?.made)?.book;
  return prove(means, { artifact, messages: told }, numbers && [numbers]);
}

/** With the numbers of the book's pages where all of them can be had, else without any, and that is told. */
export function composePaged(
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
