/** Pictures as their pixels: where a picture was converted, these are what must be the same. */
import { createRequire } from 'node:module';
import type { Picture } from '../model.ts';

/** A picture on white paper, without transparent parts. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel, row by row, 0 to 255. */
  readonly colours: Uint8Array;
}

type Decode = (bytes: Uint8Array) => {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
};

const load = createRequire(import.meta.url);
/** Loaded when the first picture asks for it. */
const decoders: Readonly<Record<string, () => { readonly decode: Decode }>> = {
  'image/png': () => load('@cwasm/lodepng'),
  'image/jpeg': () => load('@cwasm/jpeg-turbo'),
  'image/gif': () => load('@cwasm/nsgif'),
  'image/webp': () => load('@cwasm/webp'),
};

/** Decodes a picture; undefined for a drawing and for what the libraries cannot read. */
export function decodePicture({
  mediaType,
  bytes,
}: Pick<Picture, 'mediaType' | 'bytes'>): Pixels | undefined {
  try {
    const image = decoders[mediaType]?.().decode(bytes);
    return image && layOnWhite(image.data, image.width, image.height);
  } catch {
    return undefined;
  }
}

function layOnWhite(data: Uint8ClampedArray, width: number, height: number): Pixels {
  const colours = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < colours.length; from += 4) {
    const opacity = (data[from + 3] ?? 0) / 255;
    for (let band = 0; band < 3; band += 1)
      colours[to++] = Math.round((data[from + band] ?? 0) * opacity + 255 * (1 - opacity));
  }
  return { width, height, colours };
}

/** Side of a square of pixels that is judged at once: a digit fills one. */
const side = 8;
/**
 * A pixel is another one when it is so much lighter or darker, of 255: a photograph that is coded anew, or whose colours
 * are fitted to those of a screen, changes less.
 */
const limit = 64;
/** So many other pixels in a square are another stroke. */
const stroke = 6;
/** Colours, which are coded more coarsely, are judged by their mean in a square. */
const colourLimit = 40;

/** Whether two pictures show the same. */
export function showSame(one: Pixels, other: Pixels): boolean {
  if (one.width !== other.width || one.height !== other.height) return false;
  for (let top = 0; top < one.height; top += side)
    for (let left = 0; left < one.width; left += side) if (!isSameSquare(one, other, left, top)) return false;
  return true;
}

function isSameSquare(one: Pixels, other: Pixels, left: number, top: number): boolean {
  const right = Math.min(left + side, one.width);
  const bottom = Math.min(top + side, one.height);
  let changed = 0;
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left, at = (y * one.width + left) * 3; x < right; x += 1, at += 3) {
      const r = (one.colours[at] ?? 0) - (other.colours[at] ?? 0);
      const g = (one.colours[at + 1] ?? 0) - (other.colours[at + 1] ?? 0);
      const b = (one.colours[at + 2] ?? 0) - (other.colours[at + 2] ?? 0);
      if (Math.abs(0.299 * r + 0.587 * g + 0.114 * b) > limit) changed += 1;
      red += r;
      green += g;
      blue += b;
    }
  const most = colourLimit * (right - left) * (bottom - top);
  return changed < stroke && Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) <= most;
}
