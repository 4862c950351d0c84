/** Advances that the font dictionary states, in thousandths of an em (ISO 32000-1, 9.6.2 and 9.7.4.3). */
import type { PdfDict, PdfObject } from '@libpdf/core';
import { asArray, asNumber } from '../../objects.ts';
import type { Look } from '../look.ts';
import { createCidFinder } from './glyphs.ts';
import { descendantOf } from './program.ts';

/** Advance of a code; undefined when the dictionary states none. */
export function createWidthFinder(font: PdfDict, look: Look): (code: number) => number | undefined {
  if (look.name(font, 'Subtype') === 'Type0') return findByCid(font, look);
  const widths = look.array(font, 'Widths').map(asNumber);
  const first = look.number(font, 'FirstChar') ?? 0;
  const missing = look.number(look.dict(font, 'FontDescriptor'), 'MissingWidth') ?? 0;
  return (code) => (widths.length === 0 ? undefined : (widths[code - first] ?? missing));
}

function findByCid(font: PdfDict, look: Look): (code: number) => number | undefined {
  const descendant = descendantOf(font, look);
  const standard = look.number(descendant, 'DW') ?? 1000;
  const widths = readWidths(look.array(descendant, 'W'), look);
  const cidOf = createCidFinder(font, look);
  return (code) => {
    const cid = cidOf(code);
    return cid === undefined ? undefined : (widths.get(cid) ?? standard);
  };
}

/** A font has no more CIDs: a longer range only eats memory. */
const mostCids = 0x10000;

/** `first [w w …]` or `first last w`. */
function readWidths(items: readonly (PdfObject | undefined)[], look: Look): Map<number, number> {
  const widths = new Map<number, number>();
  for (let at = 0; at + 1 < items.length; ) {
    const first = asNumber(items[at]) ?? 0;
    const list = asArray(items[at + 1])?.toArray();
    if (list) {
      for (const [index, item] of list.entries()) set(widths, first + index, asNumber(look.resolve(item)));
      at += 2;
      continue;
    }
    const last = Math.min(asNumber(items[at + 1]) ?? first, first + mostCids);
    for (let cid = first; cid <= last; cid += 1) set(widths, cid, asNumber(items[at + 2]));
    at += 3;
  }
  return widths;
}

function set(widths: Map<number, number>, cid: number, width: number | undefined): void {
  if (width !== undefined) widths.set(cid, width);
}
