/** How far each glyph of a font moves the pen (ISO 32000-1, 9.2.4 and 9.7.4.3). */
import type { PdfDict } from '@libpdf/core';
import { asArray, asNumber, type Resolve } from './objects.ts';

/** Advance width of a code in ems. */
export type WidthOf = (code: number) => number;

/** A range larger than this is not a range of a font: it would only eat memory. */
const largestRange = 0x10000;

/** Widths of a simple font; a Type 3 font has them in its own glyph space. */
export function readWidths(font: PdfDict, resolve: Resolve): WidthOf {
  const first = asNumber(resolve(font.get('FirstChar'))) ?? 0;
  const widths = readNumbers(font, 'Widths', resolve);
  const unit = readNumbers(font, 'FontMatrix', resolve)[0] ?? 0.001;
  return (code) => (widths[code - first] ?? 0) * unit;
}

/** Widths of a composite font's descendant whose codes are its CIDs, as with Identity-H. */
export function readCidWidths(descendant: PdfDict, resolve: Resolve): WidthOf {
  const usual = asNumber(resolve(descendant.get('DW'))) ?? 1000;
  const entries = asArray(resolve(descendant.get('W')))?.toArray() ?? [];
  const widths = new Map<number, number>();
  for (let at = 0; at + 1 < entries.length; ) {
    const first = asNumber(resolve(entries[at])) ?? 0;
    const list = asArray(resolve(entries[at + 1]));
    if (list) {
      for (const [index, width] of list.toArray().entries())
        widths.set(first + index, asNumber(resolve(width)) ?? 0);
      at += 2;
      continue;
    }
    const last = Math.min(asNumber(resolve(entries[at + 1])) ?? 0, first + largestRange);
    const width = asNumber(resolve(entries[at + 2])) ?? usual;
    for (let code = first; code <= last; code += 1) widths.set(code, width);
    at += 3;
  }
  return (code) => (widths.get(code) ?? usual) / 1000;
}

function readNumbers(dict: PdfDict, key: string, resolve: Resolve): readonly number[] {
  const items = asArray(resolve(dict.get(key)))?.toArray() ?? [];
  return items.map((item) => asNumber(resolve(item)) ?? 0);
}
