/** Pictures made of pixels, and how large they are drawn. */
import type { PdfDict } from '@libpdf/core';
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
}

/**
 * The picture that `Do` draws (ISO 32000-1, 8.9.5): it fills the unit square. Undefined when it draws a form.
 * @param ctm user space → page space
 */
export function placeImage(
  operand: Operand | undefined,
  resources: PdfDict | undefined,
  resolve: Resolve,
  [a, b, c, d, x, y]: Matrix,
): PlacedImage | undefined {
  const objects = asDict(resolve(resources?.get('XObject')));
  const image = asStream(resolve(isName(operand) ? objects?.get(operand.name) : undefined));
  if (!image || asName(resolve(image.get('Subtype'))) !== 'Image') return undefined;
  return {
    widthPx: asNumber(resolve(image.get('Width'))) ?? 0,
    heightPx: asNumber(resolve(image.get('Height'))) ?? 0,
    width: Math.hypot(a, b),
    height: Math.hypot(c, d),
    left: x + Math.min(0, a, c, a + c),
    top: y + Math.max(0, b, d, b + d),
  };
}
