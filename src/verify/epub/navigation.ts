/** Whether the contents lead to every segment. */
import { parseEntry } from './package.ts';
import { resolveHref } from './paths.ts';
import type { EpubReading } from './read.ts';
import { findAll, tokens, type XmlElement } from './xml.ts';

/** A contents file and the files that it links. */
export interface Contents {
  readonly path: string;
  readonly targets: ReadonlySet<string>;
}

/** The contents of EPUB 3 (`nav`) and of EPUB 2 (`ncx`), each if the manifest has one. */
export function readContents({ archive, package: book }: EpubReading): Contents[] {
  const nav = book.items.filter((item) => item.properties.includes('nav'));
  const ncx = book.items.filter((item) => item.mediaType === 'application/x-dtbncx+xml');
  return [
    ...nav.map(({ path }) => collect(path, tocLinks(parseEntry(archive, path)))),
    ...ncx.map(({ path }) => collect(path, ncxLinks(parseEntry(archive, path)))),
  ];
}

function tocLinks(root: XmlElement): string[] {
  const toc = [...findAll(root, 'nav')].filter((nav) => tokens(nav, 'epub:type').includes('toc'));
  return toc.flatMap((nav) => [...findAll(nav, 'a')].map((link) => link.attributes.href ?? ''));
}

function ncxLinks(root: XmlElement): string[] {
  return [...findAll(root, 'content')].map((content) => content.attributes.src ?? '');
}

function collect(path: string, hrefs: readonly string[]): Contents {
  return { path, targets: new Set(hrefs.flatMap((href) => resolveHref(href, path)?.path ?? [])) };
}
