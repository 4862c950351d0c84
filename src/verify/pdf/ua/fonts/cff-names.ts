/** Which glyph is which in a CFF font: its charset and its encoding (Adobe Technical Note 5176, 12 and 13). */
import type { Bytes } from './bytes.ts';
import { latinNames, standardEncoding } from './latin.ts';

/** Standard strings with an id; the font's own follow. */
const standardStrings = 391;

/**
 * What each glyph is.
 *
 * @param texts the font's own strings; undefined for a CID font, whose glyphs have numbers
 */
export function readCharset(
  bytes: Bytes,
  at: number,
  glyphs: number,
  texts: readonly string[] | undefined,
): readonly (number | string | undefined)[] {
  const ids = at <= 2 ? predefined(at, glyphs) : readIds(bytes, at, glyphs);
  return texts ? ids.map((id) => nameOfId(id, texts)) : ids;
}

/** The predefined charset 0 has the strings in their order; the two expert ones have names unknown to us. */
function predefined(charset: number, glyphs: number): number[] {
  return Array.from({ length: glyphs }, (_, glyph) => (charset === 0 || glyph === 0 ? glyph : -1));
}

function readIds(bytes: Bytes, at: number, glyphs: number): number[] {
  const format = bytes.unsigned(at, 1);
  const ids = [0];
  if (format === 0) {
    for (let glyph = 1; glyph < glyphs; glyph += 1) ids.push(bytes.unsigned(at + 2 * glyph - 1, 2));
    return ids;
  }
  const width = format === 1 ? 1 : 2;
  for (let place = at + 1; ids.length < glyphs && place < bytes.length; place += 2 + width) {
    const first = bytes.unsigned(place, 2);
    const left = Math.min(bytes.unsigned(place + 2, width), glyphs - ids.length - 1);
    for (let index = 0; index <= left; index += 1) ids.push(first + index);
  }
  return ids;
}

function nameOfId(id: number, texts: readonly string[]): string | undefined {
  if (id === 0) return '.notdef';
  return id < standardStrings ? latinNames[id - 1] : texts[id - standardStrings];
}

/** Names by code. */
export function readEncoding(
  bytes: Bytes,
  at: number,
  charset: readonly (number | string | undefined)[],
): ReadonlyMap<number, string> | undefined {
  if (at === 0) return standardEncoding;
  if (at === 1) return undefined;
  const names = new Map<number, string>();
  let glyph = 1;
  const name = (code: number): void => {
    const found = charset[glyph];
    if (typeof found === 'string') names.set(code, found);
    glyph += 1;
  };
  const [format, count] = [bytes.unsigned(at, 1) & 0x7f, bytes.unsigned(at + 1, 1)];
  for (let index = 0; index < count; index += 1) {
    const first = bytes.unsigned(at + 2 + (format === 0 ? 1 : 2) * index, 1);
    const left = format === 0 ? 0 : bytes.unsigned(at + 3 + 2 * index, 1);
    for (let step = 0; step <= left; step += 1) name(first + step);
  }
  return names;
}
