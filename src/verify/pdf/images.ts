/** Pictures made of pixels, and how large they are drawn. */
import type { PdfDict, PdfStream } from '@libpdf/core';
import type { Matrix } from './matrix.ts';
import { asDict, asName, asNumber, asStream, type Resolve } from './objects.ts';
import { isName, type Operand } from './tokens.ts';

/** A picture on a page. */
export interface PlacedImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** In pt. */
  readonly width: number;
  readonly height: number;
  /** Its left upper corner, in pt on the page. */
  readonly left: number;
  readonly top: number;
  /** How it is turned or mirrored, as Exif numbers it: 1 when it is upright; 0 when it is slanted. */
  readonly orientation: number;
  /** Absent when its data stand in the page's content. */
  readonly stream?: PdfStream;
}

/** A picture and the marked content that it stands in; `outside` for an artifact. */
export interface MarkedImage extends PlacedImage {
  readonly id: string;
}

/**
 * The picture that `Do` draws (ISO 32000-1, 8.9.5): it fills the unit square. Undefined when it draws a form.
 * @param ctm user space → page space
 */
export function placeImage(
  operand: Operand | undefined,
  resources: PdfDict | undefined,
  resolve: Resolve,
  ctm: Matrix,
): PlacedImage | undefined {
  const objects = asDict(resolve(resources?.get('XObject')));
  const image = asStream(resolve(isName(operand) ? objects?.get(operand.name) : undefined));
  if (!image || asName(resolve(image.get('Subtype'))) !== 'Image') return undefined;
  const widthPx = asNumber(resolve(image.get('Width'))) ?? 0;
  const heightPx = asNumber(resolve(image.get('Height'))) ?? 0;
  return { ...placeSquare(ctm), widthPx, heightPx, stream: image };
}

/** Slant of a line that is still level. */
const level = 0.01;

/** By the directions in which its first row and its first column run (Exif 2.32, 4.6.4, Orientation). */
function readOrientation([a, b, c, d]: readonly [number, number, number, number]): number {
  const isLevel = Math.abs(b) <= level * Math.abs(a) && Math.abs(c) <= level * Math.abs(d);
  const isUpended = Math.abs(a) <= level * Math.abs(b) && Math.abs(d) <= level * Math.abs(c);
  if (isLevel) return a > 0 ? (d > 0 ? 1 : 4) : d > 0 ? 2 : 3;
  if (isUpended) return b < 0 ? (c > 0 ? 6 : 5) : c > 0 ? 7 : 8;
  return 0;
}

/** Where the unit square is drawn. */
export function placeSquare([a, b, c, d, x, y]: Matrix): Omit<
  PlacedImage,
  'widthPx' | 'heightPx' | 'stream'
> {
  return {
    width: Math.hypot(a, b),
    height: Math.hypot(c, d),
    left: x + Math.min(0, a, c, a + c),
    top: y + Math.max(0, b, d, b + d),
    orientation: readOrientation([a, b, c, d]),
  };
}
