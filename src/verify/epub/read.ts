/** Reading an EPUB: archive, package, and every XHTML file of the manifest. */
import { type Package, parseEntry, readPackage } from './package.ts';
import { readPage, type XhtmlPage } from './page.ts';
import { type Archive, isEpub, unpack } from './unzip.ts';

/** An EPUB, read. */
export interface EpubReading {
  /** The zip, as it is. */
  readonly bytes: Uint8Array;
  readonly archive: Archive;
  readonly package: Package;
  /** XHTML files by path; those of the spine have their place in it as page number. */
  readonly pages: ReadonlyMap<string, XhtmlPage>;
  /** The files of the spine, in order. */
  readonly spine: readonly XhtmlPage[];
}

/** Reads an EPUB. Throws in words when it is broken. */
export function readEpub(bytes: Uint8Array): EpubReading {
  const archive = unpack(bytes);
  if (!isEpub(archive)) throw new Error('it does not say that it is an EPUB');
  const book = readPackage(archive);
  const order = new Map(book.spine.map(({ item }, index) => [item.path, index + 1]));
  const pages = new Map<string, XhtmlPage>();
  for (const { path, mediaType } of book.items) {
    if (mediaType !== 'application/xhtml+xml') continue;
    pages.set(path, readPage(parseEntry(archive, path), path, order.get(path) ?? 0));
  }
  const spine = [...order.keys()].flatMap((path) => pages.get(path) ?? []);
  return { bytes, archive, package: book, pages, spine };
}
