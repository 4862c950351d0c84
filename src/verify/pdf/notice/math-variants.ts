/** Larger forms of a glyph in fonts for mathematics: roots, sums, brackets that stretch (ISO/IEC 14496-22, table MATH). */
import { Bytes } from '../ua/fonts/bytes.ts';

/** Where the variants stand in the table, and the lists in them. */
const variantsAt = 8;
const listsAt = 10;
const recordSize = 4;
const partSize = 10;

/** Glyphs that may be drawn for a glyph, whole or in parts. @param table the table of the font */
export function listVariants(table: Uint8Array, glyph: number): number[] {
  const bytes = new Bytes(table);
  const variants = tail(bytes, bytes.unsigned(variantsAt, 2));
  const upright = variants.unsigned(6, 2);
  const found = [
    { index: findCovered(tail(variants, variants.unsigned(2, 2)), glyph), first: 0 },
    { index: findCovered(tail(variants, variants.unsigned(4, 2)), glyph), first: upright },
  ];
  return found.flatMap(({ index, first }) => {
    if (index === undefined) return [];
    const at = variants.unsigned(listsAt + 2 * (first + index), 2);
    return at === 0 ? [] : listForms(tail(variants, at));
  });
}

function listForms(construction: Bytes): number[] {
  const at = construction.unsigned(0, 2);
  const whole = listGlyphs(construction, 2, recordSize);
  return at === 0 ? whole : [...whole, ...listGlyphs(tail(construction, at), recordSize, partSize)];
}

/** Records that begin with a glyph, behind their number. */
function listGlyphs(bytes: Bytes, at: number, size: number): number[] {
  const count = Math.min(bytes.unsigned(at, 2), Math.floor(bytes.length / size));
  return Array.from({ length: count }, (_, index) => bytes.unsigned(at + 2 + size * index, 2));
}

/** Index of a glyph in a coverage table; undefined when it has none. */
function findCovered(coverage: Bytes, glyph: number): number | undefined {
  const count = coverage.unsigned(2, 2);
  const inRanges = coverage.unsigned(0, 2) === 2;
  for (let at = 0; at < count; at += 1) {
    const place = 4 + (inRanges ? 6 : 2) * at;
    const first = coverage.unsigned(place, 2);
    if (!inRanges && first === glyph) return at;
    if (inRanges && first <= glyph && glyph <= coverage.unsigned(place + 2, 2))
      return coverage.unsigned(place + 4, 2) + glyph - first;
  }
  return undefined;
}

function tail(bytes: Bytes, at: number): Bytes {
  return bytes.slice(at, bytes.length);
}
