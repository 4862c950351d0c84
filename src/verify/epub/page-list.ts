/** The page list of an EPUB, and what goes with it. */
import { resolveHref } from './paths.ts';
import type { EpubReading } from './read.ts';
import { findAll, findFirst, textOf, tokens, type XmlElement } from './xml.ts';

/** A marker in the text. */
export interface Marker {
  readonly label: string;
  /** `path#id`; without an id only the path. */
  readonly target: string;
  /** File of the spine that it stands in. */
  readonly path: string;
  /** Folded characters of the spine before it. */
  readonly at: number;
}

/** An entry of a page list. */
export interface Entry {
  readonly label: string;
  /** As `Marker.target`. */
  readonly target: string;
}

/** Everything that an EPUB says about the pages of a printed book. */
export interface Pages {
  readonly markers: readonly Marker[];
  /** The entries of each page list: of the navigation document, and of the NCX. */
  readonly lists: ReadonlyMap<string, readonly Entry[]>;
  /** What the package names as the source of the pagination. */
  readonly sources: readonly string[];
  /** `schema:accessibilityFeature`. */
  readonly features: readonly string[];
  /** The text of all files of the spine, folded. */
  readonly text: string;
  /** Paths of the navigation documents. */
  readonly contents: readonly string[];
}

/** Collects the marks of pages from a finished file. */
export function readPages(reading: EpubReading): Pages {
  const { parse, package: book, spine } = reading;
  const root = parse(book.path);
  const nav = book.items.filter(({ properties }) => properties.includes('nav')).map(({ path }) => path);
  const ncx = book.items.filter(({ mediaType }) => mediaType === 'application/x-dtbncx+xml');
  const lists = [
    ...nav.flatMap((path) => readNavLists(parse(path), path)),
    ...ncx.flatMap(({ path }) => readNcxList(parse(path), path)),
  ];
  return {
    markers: readMarkers(spine),
    lists: new Map(lists),
    sources: readSources(root),
    features: readMetas(root, 'schema:accessibilityFeature'),
    text: spine.map(({ transcript }) => transcript.text).join(''),
    contents: nav,
  };
}

function readMarkers(spine: EpubReading['spine']): Marker[] {
  let before = 0;
  return spine.flatMap(({ path, breaks, transcript }) => {
    const start = before;
    before += transcript.text.length;
    return breaks.map(({ label, id, at }) => ({ label, target: nameTarget(path, id), path, at: start + at }));
  });
}

type List = readonly [string, readonly Entry[]];

function readNavLists(root: XmlElement, path: string): List[] {
  const navs = [...findAll(root, 'nav')].filter((nav) => tokens(nav, 'epub:type').includes('page-list'));
  return navs.map((nav, index) => [
    index === 0 ? path : `${path}, list ${index + 1}`,
    [...findAll(nav, 'a')].map((link) => createEntry(textOf(link), link.attributes.href, path)),
  ]);
}

function readNcxList(root: XmlElement, path: string): List[] {
  return [...findAll(root, 'pageList')].map((list) => [
    path,
    [...findAll(list, 'pageTarget')].map((target) => {
      const label = findFirst(target, 'navLabel');
      return createEntry(label ? textOf(label) : '', findFirst(target, 'content')?.attributes.src, path);
    }),
  ]);
}

function createEntry(label: string, href: string | undefined, from: string): Entry {
  const target = resolveHref(href ?? '', from);
  return { label: label.trim(), target: target ? nameTarget(target.path, target.fragment) : '' };
}

function nameTarget(path: string, id: string | undefined): string {
  return id === undefined ? path : `${path}#${id}`;
}

/** `<dc:source id="a">` with `<meta refines="#a" property="source-of">pagination</meta>` (EPUB 3.3, D.3.14). */
function readSources(root: XmlElement): string[] {
  const metas = [...findAll(root, 'meta')].filter(
    (meta) => meta.attributes.property === 'source-of' && textOf(meta).trim() === 'pagination',
  );
  const sources = [...findAll(root, 'source')];
  return metas.flatMap(({ attributes }) =>
    sources
      .filter(({ attributes: { id } }) => `#${id}` === attributes.refines)
      .map((it) => textOf(it).trim()),
  );
}

function readMetas(root: XmlElement, property: string): string[] {
  return [...findAll(root, 'meta')]
    .filter((meta) => meta.attributes.property === property)
    .map((meta) => textOf(meta).trim());
}
