/** The package document: what the book holds and in which order it is read. */

import { resolveHref } from './paths.ts';
import { tellElement } from './place.ts';
import type { Archive } from './unzip.ts';
import { findAll, findFirst, parseXml, textOf, tokens, type XmlElement } from './xml.ts';

/** A file of the manifest. */
export interface ManifestItem {
  readonly id: string;
  /** In the archive. */
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

/** A place in the reading order. */
export interface SpineItem {
  readonly item: ManifestItem;
  /** False for `linear="no"`: readers may leave the file out. */
  readonly linear: boolean;
  /** In the package document, for messages. */
  readonly place: string;
}

/** The package, read. */
export interface Package {
  readonly path: string;
  readonly language: string;
  readonly items: readonly ManifestItem[];
  readonly spine: readonly SpineItem[];
  /** What is wrong with manifest and spine, in words. */
  readonly problems: readonly string[];
}

const containerPath = 'META-INF/container.xml';

/** Reads container and package document. Throws when either is missing or broken. */
export function readPackage(archive: Archive): Package {
  const container = parseEntry(archive, containerPath);
  const [first, ...others] = findAll(container, 'rootfile');
  const path = first?.attributes['full-path'];
  if (path === undefined) throw new Error(`${containerPath} names no package document`);
  if (others.length > 0) throw new Error(`${containerPath} names more than one package document`);
  if (archive.names.has('META-INF/encryption.xml')) throw new Error('parts of it are encrypted');
  const root = parseEntry(archive, path);
  const items = [...findAll(root, 'item')].map((element) => readItem(element, path));
  const problems: string[] = [...findMissing(items, archive)];
  const spine = readSpine(root, path, items, problems);
  const language = findFirst(root, 'language');
  return { path, language: language === undefined ? '' : textOf(language).trim(), items, spine, problems };
}

/** Parses an entry of the archive; an error names it. */
export function parseEntry({ texts }: Archive, path: string): XmlElement {
  const bytes = texts.get(path);
  if (bytes === undefined) throw new Error(`${path} is missing`);
  try {
    return parseXml(bytes);
  } catch (error) {
    throw new Error(`${path} is not well-formed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readItem(element: XmlElement, from: string): ManifestItem {
  const { id = '', href = '', 'media-type': mediaType = '' } = element.attributes;
  const path = resolveHref(href, from)?.path ?? href;
  return { id, path, mediaType, properties: tokens(element, 'properties') };
}

function* findMissing(items: readonly ManifestItem[], { names }: Archive): Generator<string> {
  for (const { path } of items) if (!names.has(path)) yield `${path} is in the manifest, but not in the file`;
}

function readSpine(
  root: XmlElement,
  from: string,
  items: readonly ManifestItem[],
  problems: string[],
): SpineItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const spine: SpineItem[] = [];
  for (const element of findAll(root, 'itemref')) {
    const { idref = '', linear = 'yes' } = element.attributes;
    const item = byId.get(idref);
    const place = tellElement(from, element);
    if (item === undefined) problems.push(`the spine names ${idref}, which the manifest has not: ${place}`);
    else if (spine.some((it) => it.item === item))
      problems.push(`${item.path} is in the spine twice: ${place}`);
    else spine.push({ item, linear: linear === 'yes', place });
  }
  const listed = new Set(spine.map((it) => it.item.path));
  for (const { path, mediaType, properties } of items) {
    const mayBeApart = mediaType !== 'application/xhtml+xml' || properties.includes('nav');
    if (!mayBeApart && !listed.has(path))
      problems.push(`${path} is not in the spine: readers never come to it`);
  }
  return spine;
}
