/** Whether a picture of an e-book is the one of the source. */
import type { Picture } from '../../model.ts';
import { decodePicture, showSame } from '../pixels.ts';
import type { Shape, SourcePicture } from '../source/pictures.ts';
import type { SourceEdition } from '../source.ts';
import type { EpubPicture } from './pictures.ts';
import type { EpubFrame } from './read.ts';
import { readEntry } from './unzip.ts';
import type { XmlElement } from './xml.ts';

/** Tells what is wrong with a picture, as a clause behind “it”. */
export type ComparePicture = (found: EpubPicture, source: SourcePicture) => string | undefined;

/** Compares each file once, however often it is shown. */
export function openComparison(frame: EpubFrame, edition: SourceEdition): ComparePicture {
  const known = new Map<string, string | undefined>();
  return ({ path, drawing }, source) => {
    if (source.path === undefined) return drawing ? compareShapes(drawing, source.shapes) : 'is a file';
    if (path === undefined) return 'is a drawing, or leads nowhere';
    const pair = `${path}\n${source.path}`;
    if (!known.has(pair)) known.set(pair, compareFiles(frame, path, edition.pictures.get(source.path)));
    return known.get(pair);
  };
}

function compareFiles(frame: EpubFrame, path: string, picture: Picture | undefined): string | undefined {
  const bytes = readEntry(frame.bytes, path);
  if (!picture || !bytes) return `is ${path}, which is no picture`;
  if (Buffer.compare(bytes, picture.bytes) === 0) return undefined;
  if (picture.mediaType !== 'image/webp') return `is ${path}, with other bytes than ${picture.path}`;
  return showsSame(bytes, picture)
    ? undefined
    : `is ${path}, which shows something else than ${picture.path}`;
}

/** Old e-readers know no WebP: it becomes a PNG or a JPEG. One that cannot be decoded, as it moves, has its size alone. */
function showsSame(bytes: Uint8Array, picture: Picture): boolean {
  const mediaType = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
  const found = decodePicture({ mediaType, bytes });
  if (!found || found.width !== picture.widthPx || found.height !== picture.heightPx) return false;
  const expected = decodePicture(picture);
  return !expected || showSame(found, expected);
}

/** Elements of drawings that only hold words. */
const words = new Set(['title', 'desc']);

/** Ids have the name of their segment in front, and white paper lies below the drawing. */
function compareShapes(drawing: XmlElement, written: readonly Shape[]): string | undefined {
  const found = listShapes(drawing);
  const isOwn = isPaper(written) && found.length === written.length;
  const own = isPaper(found) && !isOwn ? found.filter((_, index) => index !== 1) : found;
  const source = isWhole(written) ? written : alignShapes(written, own);
  const at = source.findIndex((shape, index) => !isSame(shape, own[index], index === 0));
  if (at >= 0) return `has another ${source[at]?.name} as its ${at + 1}. element`;
  return own.length > source.length ? `has more than ${source.length} elements` : undefined;
}

function listShapes({ name, attributes, children }: XmlElement): Shape[] {
  const own = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value] as const),
  );
  const below = children.flatMap((child) =>
    typeof child === 'string' || words.has(child.name) ? [] : listShapes(child),
  );
  return [{ name: name.toLowerCase(), attributes: own }, ...below];
}

/** Whether the first shape of a drawing is white and as large as the whole. */
function isPaper([root, paper]: readonly Shape[]): boolean {
  const { x, y, width, height, fill } = paper?.attributes ?? {};
  const box = root?.attributes.viewbox ?? '';
  return paper?.name === 'rect' && fill === '#fff' && tidy([x, y, width, height].join(' ')) === tidy(box);
}

/** What changes no line of a drawing. */
const unseen = /^(?:id|role|aria-.*|xmlns.*|version|lang|xml:.*|data-.*)$/;

/** Elements that editions keep in drawings (`markup.ts`); of others the content was told that they are dropped. */
const kept = new Set(
  'svg lineargradient radialgradient path rect circle ellipse line polyline polygon defs g stop use'.split(
    ' ',
  ),
);

function isWhole(shapes: readonly Shape[]): boolean {
  return shapes.every(({ name }, index) => kept.has(name) && (index === 0 || name !== 'svg'));
}

/** Of a drawing with elements that are dropped, and all in them, those that are found. */
function alignShapes(source: readonly Shape[], found: readonly Shape[]): readonly Shape[] {
  let next = 0;
  return source.filter((shape) => {
    const isThere = isSame(shape, found[next], next === 0);
    if (isThere) next += 1;
    return isThere;
  });
}

const geometry = /^(?:d|points|viewbox|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry)$/;
const paint = /^(?:fill|stroke)$/;
const numbers = /^[mzlhvcsqta\d\s,.e+-]*$/i;
const colour = /^(?:#[\da-f]{3,8}|[a-z]+)$/i;
/** Where these attributes count for nothing they are dropped. */
const plain = new Set(['defs', 'g', 'stop', 'lineargradient', 'radialgradient']);

/** Whether a shape would be another one without it. */
function isNeeded(element: string, name: string, value: string): boolean {
  if (plain.has(element)) return false;
  return (
    (geometry.test(name) && numbers.test(value) && fits(element, name)) ||
    (paint.test(name) && colour.test(value))
  );
}

const lengths: Readonly<Record<string, string>> = {
  svg: 'viewbox',
  path: 'd',
  rect: 'x y rx ry',
  circle: 'cx cy r',
  ellipse: 'cx cy rx ry',
  line: 'x1 y1 x2 y2',
  polyline: 'points',
  polygon: 'points',
  use: 'x y',
};

function fits(element: string, name: string): boolean {
  return lengths[element]?.split(' ').includes(name) ?? false;
}

/** What the markup has of a drawing must be the source's; what it leaves out, the content was told of. */
function isSame(source: Shape, found: Shape | undefined, isRoot: boolean): boolean {
  if (found?.name !== source.name) return false;
  const known = simplify(source.attributes);
  const shown = simplify(found.attributes);
  const isLost = [...known].some(([name, value]) => isNeeded(source.name, name, value) && !shown.has(name));
  if (isLost) return false;
  return [...shown].every(([name, value]) => {
    const own = known.get(name);
    if (isRoot && name === 'viewbox' && own === undefined) return true;
    return own !== undefined && (own === value || isScoped(value, own));
  });
}

/** `#pain--mark` for `#mark`, and `url(#pain--mark)`. */
function isScoped(found: string, source: string): boolean {
  return source.includes('#') && found.replace(/#.*?--/, '#') === source;
}

function simplify(attributes: Shape['attributes']): ReadonlyMap<string, string> {
  const pairs = Object.entries(attributes).filter(([name]) => !unseen.test(name));
  return new Map(pairs.map(([name, value]) => [name.replace(/^xlink:/, ''), tidy(value)]));
}

function tidy(value: string): string {
  if (value.includes('#')) return value.trim();
  const numbers = value.replace(
    /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi,
    (number) => ` ${Number(number)} `,
  );
  const text = numbers.replace(/[\s,]+/g, ' ').trim();
  return /^currentcolor$/i.test(text) ? '#000' : text;
}
