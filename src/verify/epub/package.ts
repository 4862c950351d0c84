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

const xhtml = 'application/xhtml+xml';
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
  const problems: string[] = [...findMissing(items, archive), ...findStrange(root, container, path)];
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

/** What gives a package another meaning in some reading systems. */
const attributesOf: Readonly<Record<string, ReadonlySet<string>>> = {
  item: new Set(['id', 'href', 'media-type', 'properties']),
  itemref: new Set(['id', 'idref', 'linear']),
};
const partsOfPackage = ['metadata', 'manifest', 'spine', 'guide'];

function* findStrange(root: XmlElement, container: XmlElement, path: string): Generator<string> {
  for (const { name } of listChildren(container))
    if (name !== 'rootfiles') yield `${containerPath} has ${name}`;
  const parts = listChildren(root);
  for (const [index, part] of parts.entries()) {
    const isAgain = parts.findIndex(({ name }) => name === part.name) < index;
    if (isAgain || !partsOfPackage.includes(part.name))
      yield `the package has ${isAgain ? 'a second' : ''} ${part.name}: ${tellElement(path, part)}`;
  }
  for (const [name, known] of Object.entries(attributesOf))
    for (const element of findAll(root, name))
      for (const attribute of Object.keys(element.attributes))
        if (!known.has(attribute)) yield `${name} has ${attribute}: ${tellElement(path, element)}`;
  for (const meta of findAll(root, 'meta'))
    if (/^(?:rendition|media):/.test(meta.attributes.property ?? ''))
      yield `the package sets ${meta.attributes.property}: ${tellElement(path, meta)}`;
}

function listChildren({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

function readItem(element: XmlElement, from: string): ManifestItem {
  const { id = '', href = '', 'media-type': mediaType = '' } = element.attributes;
  const path = resolveHref(href, from)?.path ?? href;
  return { id, path, mediaType, properties: tokens(element, 'properties') };
}

function* findMissing(items: readonly ManifestItem[], { names }: Archive): Generator<string> {
  for (const [index, { path }] of items.entries()) {
    if (!names.has(path)) yield `${path} is in the manifest, but not in the file`;
    if (items.findIndex((it) => it.path === path) < index) yield `${path} is in the manifest twice`;
  }
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
    else {
      if (item.mediaType !== xhtml) problems.push(`${item.path} is in the spine, and no XHTML: ${place}`);
      spine.push({ item, linear: linear === 'yes', place });
    }
  }
  const listed = new Set(spine.map((it) => it.item.path));
  for (const { path, mediaType, properties } of items) {
    const mayBeApart = mediaType !== xhtml || properties.includes('nav');
    if (!mayBeApart && !listed.has(path))
      problems.push(`${path} is not in the spine: readers never come to it`);
  }
  return spine;
}
