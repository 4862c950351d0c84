/** Whether the contents lead to every segment. */
import { resolveHref } from './paths.ts';
import { tellElement } from './place.ts';
import type { EpubReading } from './read.ts';
import { findAll, findFirst, type Tag, textOf, tokens, type XmlElement } from './xml.ts';

/** A line of the contents. */
export interface Entry {
  readonly label: string;
  readonly href: string;
  readonly element: Tag;
}

/** A contents file and the files that it links. */
export interface Contents {
  readonly path: string;
  /** File and element. */
  readonly place: string;
  readonly targets: ReadonlySet<string>;
  /** In order. */
  readonly entries: readonly Entry[];
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
      return collect(path, findTocs(root)[0] ?? root, tocEntries(root));
    }),
    ...ncx.map(({ path }) => {
      const root = parse(path);
      const labels = [...findAll(root, 'text')].map((element) => ({
        label: textOf(element),
        place: tellElement(path, element),
      }));
      return { ...collect(path, findFirst(root, 'navMap') ?? root, ncxEntries(root)), labels };
    }),
  ];
}

function findTocs(root: XmlElement): XmlElement[] {
  return [...findAll(root, 'nav')].filter((nav) => tokens(nav, 'epub:type').includes('toc'));
}

function tocEntries(root: XmlElement): Entry[] {
  return findTocs(root).flatMap((nav) =>
    findAll(nav, 'a').map((element) => ({
      label: textOf(element),
      href: element.attributes.href ?? '',
      element,
    })),
  );
}

function ncxEntries(root: XmlElement): Entry[] {
  return findAll(root, 'navPoint').map((element) => {
    const own = element.children.filter((child) => typeof child !== 'string');
    const label = own.find(({ name }) => name === 'navLabel');
    const content = own.find(({ name }) => name === 'content');
    return { label: label ? textOf(label) : '', href: content?.attributes.src ?? '', element };
  });
}

function collect(path: string, list: XmlElement, entries: readonly Entry[]): Contents {
  return {
    path,
    place: tellElement(path, list),
    entries,
    labels: [],
    targets: new Set(entries.flatMap(({ href }) => resolveHref(href, path)?.path ?? [])),
  };
}
