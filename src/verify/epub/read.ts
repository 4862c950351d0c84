/** Reading an EPUB: archive, package, and every XHTML file of the manifest. */
import type { Message } from '../../model.ts';
import { type Package, parseEntry, readPackage } from './package.ts';
import { type OpenPage, readPage, type XhtmlPage } from './page.ts';
import { type Archive, isEpub, unpack } from './unzip.ts';
import type { XmlElement } from './xml.ts';

/** An EPUB, opened. */
export interface EpubFrame {
  /** The zip, as it is. */
  readonly bytes: Uint8Array;
  readonly archive: Archive;
  readonly package: Package;
  /** Parses a contents file or the package, each once. Throws when it is missing or not well-formed. */
  readonly parse: (path: string) => XmlElement;
}

/** Judges a file of the manifest, while its tree is there. */
export type InspectPage = (page: OpenPage) => readonly Message[];

/** An EPUB, read. */
export interface EpubReading extends EpubFrame {
  /** XHTML files by path; those of the spine have their place in it as page number. */
  readonly pages: ReadonlyMap<string, XhtmlPage>;
  /** The files of the spine, in order. */
  readonly spine: readonly XhtmlPage[];
}

/** Opens an EPUB: archive and package. Throws in words when it is broken. */
export function openEpub(bytes: Uint8Array): EpubFrame {
  const archive = unpack(bytes);
  if (!isEpub(archive)) throw new Error('it does not say that it is an EPUB');
  const parsed = new Map<string, XmlElement>();
  const parse = (path: string) => {
    const root = parsed.get(path) ?? parseEntry(archive, path);
    parsed.set(path, root);
    return root;
  };
  return { bytes, archive, package: readPackage(archive), parse };
}

/**
 * Reads the files of an EPUB, one after the other, those of the spine first. Throws in words when one is broken.
 * @param keep is shown each of them with its tree, and tells what is to be kept of it
 */
export function readFiles(frame: EpubFrame, keep: (open: OpenPage) => XhtmlPage): EpubReading {
  const { archive, package: book } = frame;
  const order = new Map(book.spine.map(({ item }, index) => [item.path, index + 1]));
  const pages = new Map<string, XhtmlPage>();
  const placeOf = (path: string) => order.get(path) ?? Number.POSITIVE_INFINITY;
  const items = book.items.filter(({ mediaType }) => mediaType === 'application/xhtml+xml');
  for (const { path } of items.sort((a, b) => placeOf(a.path) - placeOf(b.path))) {
    const open = readPage(() => parseEntry(archive, path), path, order.get(path) ?? 0);
    pages.set(path, keep(open));
  }
  const spine = [...order.keys()].flatMap((path) => pages.get(path) ?? []);
  return { ...frame, pages, spine };
}
