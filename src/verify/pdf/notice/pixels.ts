/** Whether letters are seen in the pixels of a page, and how dark they stand out from their ground. */

import type { Box } from '../open.ts';
import { holds } from './clip.ts';
import { contrastOf, enoughContrast, luminanceOf } from './colour.ts';
import type { Bitmap, View } from './pdfium.ts';

/** The same part of a page, drawn three times. */
export interface Renderings {
  readonly view: View;
  readonly whole: Bitmap;
  /** All but the letters in question. */
  readonly without: Bitmap;
  /** They alone, on white. */
  readonly alone: Bitmap;
}

/** How a glyph is seen. */
export interface Sight {
  /** Pixels that the glyph alone would fill. */
  readonly core: number;
  /** Share of them that differ on the whole page from the page without it. */
  readonly shown: number;
  /** Share of them with enough contrast to their ground. */
  readonly dark: number;
  /** Share of them that are black on white when every pixel is made one or the other. */
  readonly black: number;
  /** Contrast of the darkest of them with its ground. */
  readonly contrast: number;
}

/** Columns and rows of pixels; `right` and `bottom` are the first ones beyond. */
type Area = Box;

interface Counts {
  core: number;
  shown: number;
  dark: number;
  black: number;
  contrast: number;
}

/** A pixel is filled when so much of the way from white to the glyph's darkest one is gone. */
const filled = 0.75;
/** A pixel's own bits, too. */
const white = 0xffffff;
/** Below this contrast there is no difference to be seen. */
const visible = 1.5;

/** Looks at the pixels around a glyph. @param box of its ink, in pt on the page */
export function lookAt({ view, whole, without, alone }: Renderings, box: Box): Sight {
  const area = findArea(view, whole, box);
  const darkest = findDarkest(alone, area);
  const limit = darkest > 250 ? -1 : 255 - filled * (255 - darkest);
  const counts = { core: 0, shown: 0, dark: 0, black: 0, contrast: 1 };
  const { width, pixels } = alone;
  for (let y = area.top; y < area.bottom; y += 1)
    for (let at = y * width + area.left, end = y * width + area.right; at < end; at += 1) {
      const pixel = (pixels[at] ?? 0) & white; // here and below no call for each pixel: they are millions
      if (pixel === white || greyOf(pixel) > limit) continue;
      count(counts, tellApart(pixelAt(whole, at), pixelAt(without, at)));
    }
  const share = (pixels: number) => (counts.core === 0 ? 0 : pixels / counts.core);
  return {
    core: counts.core,
    shown: share(counts.shown),
    dark: share(counts.dark),
    black: share(counts.black),
    contrast: counts.contrast,
  };
}

/** What tells a pixel from the same one on the page without the letters. */
interface Difference {
  readonly seen: number;
  readonly ground: number;
  readonly contrast: number;
  readonly isDarker: boolean;
  readonly isBlack: boolean;
}

/** The last one of each amount of blue: almost all are some dark grey on white. */
const differences: Difference[] = Array.from({ length: 256 }, (_, blue) => compare(blue, white));

function tellApart(seen: number, ground: number): Difference {
  const known = differences[seen & 0xff];
  if (known?.seen === seen && known.ground === ground) return known;
  const difference = compare(seen, ground);
  differences[seen & 0xff] = difference;
  return difference;
}

function compare(seen: number, ground: number): Difference {
  return {
    seen,
    ground,
    contrast: contrastOf(luminanceAt(seen), luminanceAt(ground)),
    isDarker: greyOf(seen) < greyOf(ground),
    isBlack: isBlack(seen) && !isBlack(ground),
  };
}

/** Counts a pixel that the glyph alone would fill. */
function count(counts: Counts, { contrast, isDarker, isBlack }: Difference): void {
  counts.core += 1;
  if (contrast >= visible) counts.shown += 1;
  if (contrast >= enoughContrast && isDarker) counts.dark += 1;
  if (isBlack) counts.black += 1;
  if (isDarker && contrast > counts.contrast) counts.contrast = contrast;
}

function findDarkest({ width, pixels }: Bitmap, area: Area): number {
  let darkest = 255;
  let last = white;
  for (let y = area.top; y < area.bottom; y += 1)
    for (let at = y * width + area.left, end = y * width + area.right; at < end; at += 1) {
      const pixel = (pixels[at] ?? 0) & white;
      if (pixel === 0) return 0;
      if (pixel === last) continue;
      last = pixel;
      darkest = Math.min(darkest, greyOf(pixel));
    }
  return darkest;
}

/** Corners may be round: so much of each side, in pt, is not looked at there, and never more than half of it. */
const corner = 12;

/**
 * Share of a frame's length that is black when every pixel is made black or white, of the side that keeps the
 * least. A line may be two pixels off.
 */
export function traceFrame({ view, whole }: Pick<Renderings, 'view' | 'whole'>, frame: Box): number {
  if (!holds(view.box, frame)) return 0;
  const { left, right, top, bottom } = toPixels(view, frame);
  const across = listSteps(left, right, corner * view.scale);
  const down = listSteps(top, bottom, corner * view.scale);
  return Math.min(
    shareOf(across, (x) => isBlackNear(whole, x, top, 0, 1)),
    shareOf(across, (x) => isBlackNear(whole, x, bottom, 0, 1)),
    shareOf(down, (y) => isBlackNear(whole, left, y, 1, 0)),
    shareOf(down, (y) => isBlackNear(whole, right, y, 1, 0)),
  );
}

/** Every pixel of a side without its corners. */
function listSteps(from: number, to: number, corner: number): number[] {
  const skipped = Math.min(corner, (to - from) / 4);
  const steps: number[] = [];
  for (let at = from + skipped; at <= to - skipped; at += 1) steps.push(at);
  return steps;
}

function shareOf(steps: readonly number[], isSo: (step: number) => boolean): number {
  return steps.filter(isSo).length / Math.max(steps.length, 1);
}

/** Looks up to two pixels to either side, along the axis that is 1. */
function isBlackNear(bitmap: Bitmap, x: number, y: number, across: number, up: number): boolean {
  for (let off = -2; off <= 2; off += 1) {
    const [column, row] = [Math.round(x) + off * across, Math.round(y) + off * up];
    if (column < 0 || row < 0 || column >= bitmap.width || row >= bitmap.height) continue;
    if (isBlack(pixelAt(bitmap, row * bitmap.width + column))) return true;
  }
  return false;
}

/** In pixels from the left upper corner; `top` is the smaller number. */
function toPixels({ box, scale }: View, { left, bottom, right, top }: Box): Box {
  return {
    left: (left - box.left) * scale,
    right: (right - box.left) * scale,
    top: (box.top - top) * scale,
    bottom: (box.top - bottom) * scale,
  };
}

/** The pixels that a box touches. */
function findArea(view: View, { width, height }: Bitmap, box: Box): Area {
  const { left, right, top, bottom } = toPixels(view, box);
  return {
    left: Math.max(0, Math.floor(left)),
    right: Math.min(width, Math.ceil(right)),
    top: Math.max(0, Math.floor(top)),
    bottom: Math.min(height, Math.ceil(bottom)),
  };
}

function pixelAt({ pixels }: Bitmap, at: number): number {
  return (pixels[at] ?? 0) & white;
}

function luminanceAt(pixel: number): number {
  return luminanceOf(pixel >> 16, (pixel >> 8) & 0xff, pixel & 0xff);
}

/** As a photocopier sees it: 0 is black, 255 is white. */
function greyOf(pixel: number): number {
  return 0.299 * (pixel >> 16) + 0.587 * ((pixel >> 8) & 0xff) + 0.114 * (pixel & 0xff);
}

function isBlack(pixel: number): boolean {
  return greyOf(pixel) < 128;
}
