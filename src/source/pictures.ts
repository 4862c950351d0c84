/** The image files that the segments use, read once and looked at: bytes must be what the name says. */
import { posix } from 'node:path';
import { imageSize } from 'image-size';
import type { Definition, Image } from 'mdast';
import type { CoverPicture, Message, ParsedSegment, Picture } from '../model.ts';
import { createMessage, type Where } from '../rules.ts';
import { visit } from '../visit.ts';
import { isCutOff } from './cut-off.ts';
import type { Folder } from './folder.ts';
import type { MetadataResult } from './metadata.ts';
import { isMoving } from './moving.ts';
import { findActive, findLetters } from './svg.ts';

const mediaTypes: Readonly<
  Record<string, { readonly found: string; readonly mediaType: Picture['mediaType'] }>
> = {
  png: { found: 'png', mediaType: 'image/png' },
  jpg: { found: 'jpg', mediaType: 'image/jpeg' },
  jpeg: { found: 'jpg', mediaType: 'image/jpeg' },
  gif: { found: 'gif', mediaType: 'image/gif' },
  webp: { found: 'webp', mediaType: 'image/webp' },
  svg: { found: 'svg', mediaType: 'image/svg+xml' },
};

/** What became of the pictures, by their path in the content folder. */
export interface PicturesResult {
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly messages: readonly Message[];
}

interface Use {
  readonly node: Image | Definition;
  readonly where: Where;
}

/** Reads every picture used; rewrites the addresses in the trees to `images/…`. */
export async function readPictures(
  folder: Folder,
  segments: readonly ParsedSegment[],
  cover?: string,
): Promise<PicturesResult> {
  const uses = segments.flatMap(findUses);
  const messages: Message[] = [];
  const byPath = new Map<string, Use>();
  for (const use of uses) {
    const path = resolve(use.node.url);
    if (path === undefined) messages.push(createMessage('image-outside', { url: use.node.url }, use.where));
    else {
      use.node.url = path;
      if (!byPath.has(path)) byPath.set(path, use);
    }
  }
  const readings = await Promise.all([...byPath].map(([path, use]) => readPicture(folder, path, use.where)));
  const pictures = readings.flatMap(({ picture }) => picture ?? []);
  messages.push(
    ...readings.flatMap((reading) => reading.messages),
    ...(await findUnused(folder, new Set([...byPath.keys(), cover]))),
  );
  return { pictures: new Map(pictures.map((picture) => [picture.path, picture])), messages };
}

function findUses(segment: ParsedSegment): Use[] {
  const uses: Use[] = [];
  const referenced = new Set<string>();
  const add = (node: Image | Definition) => {
    uses.push({ node, where: { file: segment.file, place: node.position } });
  };
  visit(segment.root, (node) => {
    if (node.type === 'image') add(node);
    if (node.type === 'imageReference') referenced.add(node.identifier);
  });
  visit(segment.root, 'definition', (node) => {
    if (referenced.has(node.identifier)) add(node);
  });
  return uses;
}

/** `images/a.png` and `../images/a.png` (as an editor's preview needs it) are the same file. */
function resolve(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURI(url);
  } catch {
    return undefined;
  }
  const clean = posix.normalize(path.replace(/^(\.\.\/|\.\/)/, ''));
  return /^images\/[A-Za-z0-9._/-]+$/.test(clean) && !clean.includes('..') ? clean : undefined;
}

/** What image-size cannot read of an SVG: browsers would draw it at any size. */
const noSize = 'a drawing without `viewBox`, or `width` and `height`';

async function readPicture(
  folder: Folder,
  path: string,
  where: Where,
): Promise<{ picture?: Picture; messages: Message[] }> {
  const reading = await folder.readBytes(path);
  if ('message' in reading) {
    const missing = reading.message.ruleId === 'file-missing';
    return { messages: [missing ? createMessage('image-missing', { url: path }, where) : reading.message] };
  }
  const expected = mediaTypes[posix.extname(path).slice(1).toLowerCase()];
  const size = measure(reading.content);
  const refuse = (found: string) => {
    const values = { url: path, found, expected: expected?.found ?? 'PNG, JPEG, GIF, WebP or SVG' };
    return { messages: [createMessage('image-type', values, where)] };
  };
  if (!expected || size?.type !== expected.found)
    return refuse(size?.type ?? (isDrawing(reading.content) ? noSize : 'no known picture'));
  const { mediaType } = expected;
  if (isCutOff(reading.content, mediaType)) return refuse('a picture that is cut off');
  const picture = { path, mediaType, bytes: reading.content, widthPx: size.width, heightPx: size.height };
  if (mediaType === 'image/svg+xml') return { picture, messages: checkSvg(path, reading.content, where) };
  const moves = isMoving(reading.content, mediaType);
  return { picture, messages: moves ? [createMessage('image-moving', { url: path }, where)] : [] };
}

function checkSvg(url: string, content: Uint8Array, where: Where): Message[] {
  const active = findActive(content).map((what) => createMessage('image-active', { what, url }, where));
  const text = findLetters(content);
  return text === undefined ? active : [...active, createMessage('image-text', { text, url }, where)];
}

/** Least size that shops ask for, in pixels (Standard Ebooks manual 1.9, 1.4). */
const coverSize = { width: 1400, height: 2100 };

/** Reads the e-book's own cover, if `edition.yaml` names one. */
export async function readCover(
  folder: Folder,
  { metadata, placeOf, file }: MetadataResult,
): Promise<{ readonly cover?: CoverPicture; readonly messages: readonly Message[] }> {
  if (metadata?.cover === undefined) return { messages: [] };
  const where = { file, place: placeOf('cover') };
  const { picture, messages } = await readPicture(folder, metadata.cover, where);
  const { mediaType } = picture ?? {};
  if (!picture || (mediaType !== 'image/png' && mediaType !== 'image/jpeg')) return { messages };
  const { bytes, widthPx, heightPx } = picture;
  const values = { width: widthPx, height: heightPx, least: `${coverSize.width} × ${coverSize.height}` };
  const isSmall = widthPx < coverSize.width || heightPx < coverSize.height;
  return {
    cover: { mediaType, bytes },
    messages: isSmall ? [createMessage('cover-small', values, where)] : [],
  };
}

function isDrawing(bytes: Uint8Array): boolean {
  return /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 2000)));
}

/** The copy has a buffer of its own: image-size reads past the end of short files into whatever lies there. */
function measure(bytes: Uint8Array) {
  try {
    return imageSize(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

async function findUnused(folder: Folder, used: ReadonlySet<string | undefined>): Promise<Message[]> {
  const names = await folder.list('images');
  return names
    .map((name) => `images/${name}`)
    .filter((path) => !used.has(path))
    .map((path) => createMessage('image-unused', { path }, { file: folder.show(path) }));
}
