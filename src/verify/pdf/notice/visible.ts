/** A disclaimer is painted so that it can be seen: upright, whole, on the page, in no layer, dark on white. */
import type { PdfDict } from '@libpdf/core';
import { excerpt } from '../../checks/describe.ts';
import { rectangleOf } from '../links.ts';
import type { Matrix } from '../matrix.ts';
import { asDict, asList, asName, asNumber, deepest, type Resolve } from '../objects.ts';
import type { Box } from '../open.ts';
import { holds } from './clip.ts';
import { contrastOnWhite, enoughContrast } from './colour.ts';
import type { Notice, NoticeGlyph } from './notices.ts';

/** Sine of some 3 degrees: more is skewed or turned. */
const leaning = 0.05;

/** What keeps letters of a disclaimer from being seen as they should be; undefined when nothing does. */
export function findHiding(notice: Notice, resolve: Resolve): string | undefined {
  const { page, glyphs, box } = notice;
  if (turnOf(page.page.dict, resolve) % 360 !== 0) return 'its page is turned';
  const problems: readonly (readonly [string, (glyph: NoticeGlyph) => boolean])[] = [
    ['is drawn invisibly', ({ paint: { mode } }) => mode !== 0 && mode !== 2],
    ['is in a layer that can be switched off', ({ isOptional }) => isOptional],
    ['is turned, mirrored or skewed', ({ matrix }) => !isUpright(matrix)],
    ['is off the page', (glyph) => glyph.box !== undefined && !holds(page.box, glyph.box)],
    ['is cut off, or may be', ({ paint: { clip }, box: ink }) => ink !== undefined && !clip.isRectangle],
    ['is cut off', ({ paint: { clip }, box: ink }) => ink !== undefined && !holds(clip.box, ink, 0.5)],
    ['is masked', ({ paint }) => paint.isMasked],
  ];
  for (const [problem, isSo] of problems) {
    const found = excerptOf(glyphs, isSo);
    if (found !== undefined) return `\u201c${found}\u201d ${problem}`;
  }
  const over = listOverlays(page.page.dict, resolve).find((rectangle) => overlaps(rectangle, box));
  return over && 'an annotation lies on it';
}

/** The letters whose computed colour stands out from white too little, in words; undefined when none does. */
export function findPaleness({ glyphs }: Notice): string | undefined {
  const problems: readonly (readonly [string, (glyph: NoticeGlyph) => boolean])[] = [
    ['is transparent', ({ paint }) => paint.alpha < 1],
    ['is blended with what lies below it', ({ paint }) => paint.isBlended],
    ['is painted in no plain colour', ({ paint }) => paint.fill === undefined],
  ];
  for (const [problem, isSo] of problems) {
    const found = excerptOf(glyphs, isSo);
    if (found !== undefined) return `\u201c${found}\u201d ${problem}`;
  }
  const lowest = lowestContrast(glyphs);
  if (lowest >= enoughContrast) return undefined;
  const pale = excerptOf(
    glyphs,
    ({ paint: { fill } }) => fill !== undefined && contrastOnWhite(fill) === lowest,
  );
  return `\u201c${pale}\u201d has a contrast of ${showContrast(lowest)}`;
}

/** With white, of the colours in which glyphs are filled. */
export function lowestContrast(glyphs: readonly NoticeGlyph[]): number {
  const colours = new Set(glyphs.map(({ paint }) => paint.fill));
  return Math.min(21, ...[...colours].flatMap((fill) => (fill ? [contrastOnWhite(fill)] : [])));
}

/** `7.2:1`, rounded down: 6.99 is not enough. */
export function showContrast(contrast: number): string {
  return `${Math.floor(contrast * 10) / 10}:1`;
}

/** The first neighbours of which something is so. */
export function excerptOf(
  glyphs: readonly NoticeGlyph[],
  isSo: (glyph: NoticeGlyph) => boolean,
): string | undefined {
  const start = glyphs.findIndex(isSo);
  if (start === -1) return undefined;
  const rest = glyphs.slice(start);
  const end = rest.findIndex((glyph) => !isSo(glyph));
  return excerpt((end === -1 ? rest : rest.slice(0, end)).map(({ text }) => text).join(''), 40);
}

function isUpright([a, b, c, d]: Matrix): boolean {
  return a > 0 && d > 0 && Math.abs(b) <= leaning * a && Math.abs(c) <= leaning * d;
}

/** `Rotate` of the page, which may be inherited (ISO 32000-1, 7.7.3.4). */
function turnOf(page: PdfDict, resolve: Resolve): number {
  let node: PdfDict | undefined = page;
  for (let steps = 0; node && steps < deepest; steps += 1) {
    const turn = asNumber(resolve(node.get('Rotate')));
    if (turn !== undefined) return turn;
    node = asDict(resolve(node.get('Parent')));
  }
  return 0;
}

/** Rectangles of annotations that may paint something; a link without an appearance does not (12.5.6.5). */
function listOverlays(page: PdfDict, resolve: Resolve): Box[] {
  return asList(resolve(page.get('Annots'))).flatMap((reference) => {
    const annotation = asDict(resolve(reference));
    if (!annotation) return [];
    if (asName(resolve(annotation.get('Subtype'))) === 'Link' && !annotation.has('AP')) return [];
    return [rectangleOf(annotation, { resolve })];
  });
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.bottom < other.top && one.top > other.bottom;
}
