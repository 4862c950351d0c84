/** A disclaimer is painted so that it can be seen: upright, whole, letter beside letter, dark on white. */
import type { PdfDict } from '@libpdf/core';
import { isRightToLeft } from '../bidi.ts';
import type { Matrix } from '../matrix.ts';
import { asDict, asNumber, deepest, type Resolve } from '../objects.ts';
import type { Box } from '../open.ts';
import { holds } from './clip.ts';
import { contrastOnWhite, enoughContrast, showContrast } from './colour.ts';
import { excerptOf } from './excerpt.ts';
import type { Notice, NoticeGlyph } from './notices.ts';

/** Sine of some 3 degrees: more is skewed or turned. */
const leaning = 0.05;

/** What keeps letters of a disclaimer from being seen as they should be; undefined when nothing does. */
export function findHiding(notice: Notice, resolve: Resolve): string | undefined {
  const { page, glyphs } = notice;
  if (turnOf(page.page.dict, resolve) % 360 !== 0) return 'its page is turned';
  const problems: readonly (readonly [string, (glyph: NoticeGlyph) => boolean])[] = [
    ['is drawn invisibly', ({ paint: { mode } }) => mode !== 0 && mode !== 2],
    ['is turned, mirrored or skewed', ({ matrix }) => !isUpright(matrix)],
    ['is cut off, or may be', ({ paint: { clip }, box: ink }) => ink !== undefined && !clip.isRectangle],
    ['is cut off', ({ paint: { clip }, box: ink }) => ink !== undefined && !holds(clip.box, ink, 0.5)],
    ['is masked', ({ paint }) => paint.isMasked],
  ];
  for (const [problem, isSo] of problems) {
    const found = excerptOf(glyphs, isSo);
    if (found !== undefined) return `\u201c${found}\u201d ${problem}`;
  }
  return findOverlap(glyphs);
}

/** Of the smaller of two letters' boxes; kerning and slanted type come to less. */
const mostOverlap = 0.5;
/** Letters of scripts that join them reach over their neighbours. */
const mostOverlapJoined = 0.9;

/** Two letters on one another, in words: each is painted dark, and neither can be read. */
function findOverlap(glyphs: readonly NoticeGlyph[]): string | undefined {
  const letters = glyphs
    .flatMap((glyph) => (glyph.box && /[\p{L}\p{N}]/u.test(glyph.text) ? [{ glyph, box: glyph.box }] : []))
    .sort((a, b) => a.box.left - b.box.left);
  for (const [index, { glyph, box }] of letters.entries()) {
    for (let next = index + 1; next < letters.length; next += 1) {
      const other = letters[next];
      if (!other || other.box.left >= box.right) break;
      const most = isRightToLeft(glyph.text + other.glyph.text) ? mostOverlapJoined : mostOverlap;
      if (shareOfOverlap(box, other.box) > most)
        return `\u201c${glyph.text}\u201d and \u201c${other.glyph.text}\u201d are drawn over one another`;
    }
  }
  return undefined;
}

function shareOfOverlap(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  const smaller = Math.min(areaOf(one), areaOf(other));
  return width <= 0 || height <= 0 || smaller === 0 ? 0 : (width * height) / smaller;
}

function areaOf({ left, bottom, right, top }: Box): number {
  return (right - left) * (top - bottom);
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

function isUpright([a, b, c, d]: Matrix): boolean {
  return a > 0 && d > 0 && Math.abs(b) <= leaning * a && Math.abs(c) <= leaning * d;
}

/** `Rotate` of the page, which may be inherited (ISO 32000-1, 7.7.3.4). */
export function turnOf(page: PdfDict, resolve: Resolve): number {
  let node: PdfDict | undefined = page;
  for (let steps = 0; node && steps < deepest; steps += 1) {
    const turn = asNumber(resolve(node.get('Rotate')));
    if (turn !== undefined) return turn;
    node = asDict(resolve(node.get('Parent')));
  }
  return 0;
}
