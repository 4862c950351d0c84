/** Whether the contents lead to every segment. */
import { resolveHref } from './paths.ts';
import { tellElement } from './place.ts';
import type { EpubReading } from './read.ts';
import { findAll, findFirst, textOf, tokens, type XmlElement } from './xml.ts';

/** A contents file and the files that it links. */
export interface Contents {
  readonly path: string;
  /** File and element. */
  readonly place: string;
  readonly targets: ReadonlySet<string>;
  /** Labels of entries that no other check reads, each with its place. */
  readonly labels: readonly { readonly label: string; readonly place: string }[];
}

/** The contents of EPUB 3 (`nav`) and of EPUB 2 (`ncx`), each if the manifest has one. */
export function readContents({ parse, package: book }: EpubReading): Contents[] {
  const nav = book.items.filter((item) => item.properties.includes('nav'));
  const ncx = book.items.filter((item) => item.mediaType === 'application/x-dtbncx+xml');
  return [
    ...nav.map(({ path }) => {
      const root = parse(path);
      return collect(path, findTocs(root)[0] ?? root, tocLinks(root));
    }),
    ...ncx.map(({ path }) => {
      const root = parse(path);
      const labels = [...findAll(root, 'text')].map((element) => ({
        label: textOf(element),
        place: tellElement(path, element),
      }));
      return { ...collect(path, findFirst(root, 'navMap') ?? root, ncxLinks(root)), labels };
    }),
  ];
}

function findTocs(root: XmlElement): XmlElement[] {
  return [...findAll(root, 'nav')].filter((nav) => tokens(nav, 'epub:type').includes('toc'));
}

function tocLinks(root: XmlElement): string[] {
  return findTocs(root).flatMap((nav) => [...findAll(nav, 'a')].map((link) => link.attributes.href ?? ''));
}

function ncxLinks(root: XmlElement): string[] {
  return [...findAll(root, 'content')].map((content) => content.attributes.src ?? '');
}

function collect(path: string, list: XmlElement, hrefs: readonly string[]): Contents {
  return {
    path,
    place: tellElement(path, list),
    labels: [],
    targets: new Set(hrefs.flatMap((href) => resolveHref(href, path)?.path ?? [])),
  };
}
