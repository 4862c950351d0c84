/**
 * The e-book room: packs finished XHTML files as one EPUB 3.3.
 *
 * `Ebook → Book (what the templates say) → rendered files → zip → Artifact`. Touches no disk, clock or network.
 */
import type { Artifact, Ebook, Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import { createBook } from './book.ts';
import { measureDepth } from './contents.ts';

export { hasRoomForPages } from './contents.ts';

/** OCF 3.3, section 4.3: content of `mimetype`, and the media type of the whole. */
const mediaType = 'application/epub+zip';

/** Its library loads in 120 ms: a build asks for it while the browser is busy. */
export const loadPackager = () => import('./packager.ts');

/**
 * Packs an EPUB; `report` is told what the reader of the messages should know of it.
 *
 * The same `Ebook` gives the same bytes, whatever the clock, time zone or locale.
 *
 * @throws {AssertionError} when a contract of `Ebook` is broken, naming the file: that is a bug of the caller,
 *   the content having been checked before.
 */
export async function packEbook(
  ebook: Ebook,
  report: (message: Message) => void = () => {},
): Promise<Artifact> {
  const book = createBook(ebook);
  if (measureDepth(book.contents) < Math.min(book.shortDepth, 2))
    report(createMessage('contents-shortened', {}, { file: ebook.path }));
  const { Packager } = await loadPackager();
  const bytes = await new Packager(ebook, book).genEpub();
  return { kind: 'ebook', path: ebook.path, mediaType, bytes };
}
