import type { CoverPicture, Ebook } from '../model.ts';
import type { Inspection } from './inspect.ts';
import { createItemId } from './names.ts';

/** A file of the package (EPUB 3.3, section 5.6.2). */
export interface Item {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  /** Space-separated; absent when there are none. */
  readonly properties?: string;
}

/** File names that the package takes for itself, in its folder. */
export const own = {
  package: 'content.opf',
  nav: 'nav.xhtml',
  ncx: 'toc.ncx',
  style: 'style.css',
  cover: 'cover.xhtml',
} as const;

/** File name of the cover's picture. */
export function nameCover({ mediaType }: CoverPicture): string {
  return mediaType === 'image/png' ? 'cover.png' : 'cover.jpg';
}

const xhtml = 'application/xhtml+xml';

/** The manifest, in the order of the zip. */
export function listItems(ebook: Ebook, inspections: readonly Inspection[]): readonly Item[] {
  return [
    createItem(own.nav, xhtml, ['nav']),
    createItem(own.ncx, 'application/x-dtbncx+xml'),
    createItem(own.style, 'text/css'),
    createItem(nameCover(ebook.cover), ebook.cover.mediaType, ['cover-image']),
    createItem(own.cover, xhtml),
    ...ebook.spine.map((file, index) => createItem(file.fileName, xhtml, inspections[index]?.properties)),
    ...ebook.pictures.map((picture) => createItem(picture.path, picture.mediaType)),
  ];
}

function createItem(path: string, mediaType: string, properties: readonly string[] = []): Item {
  const item = { id: createItemId(path), href: path, mediaType };
  return properties.length === 0 ? item : { ...item, properties: properties.join(' ') };
}
