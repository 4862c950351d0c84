/** The data of single glyphs in a TrueType file (ISO/IEC 14496-22, `glyf`, `loca` and `hmtx`). */
import { Bytes } from '../ua/fonts/bytes.ts';

/** What a glyph's outline is made from. */
export interface GlyphData {
  /** Equal for glyphs with equal outlines in ems; undefined for one that is put together from others. */
  readonly key: string | undefined;
  /** It is drawn where its coordinates say: programs shift it by its side bearing, as far as that is not its left edge. */
  readonly isInPlace: boolean;
}

/** Gives the data of a glyph; undefined when it has none of its own. */
export type ReadGlyphData = (glyph: number) => GlyphData | undefined;

/** No font needs more tables. */
const mostTables = 100;

/**
 * Opens a font file. Glyphs are compared by their bytes before they are drawn, since files of one edition hold the
 * same few hundred again and again.
 * @returns undefined for a file without TrueType outlines; `ambiguous` when programs may read different tables of it
 */
export function openGlyphData(file: Uint8Array): ReadGlyphData | 'ambiguous' | undefined {
  const tables = readTables(new Bytes(file));
  if (!tables) return 'ambiguous';
  const [head, loca, glyf, hhea, hmtx] = ['head', 'loca', 'glyf', 'hhea', 'hmtx'].map((tag) =>
    tables.get(tag),
  );
  if (!head || !loca || !glyf || !hhea || !hmtx) return undefined;
  const unitsPerEm = head.unsigned(18, 2);
  const width = head.unsigned(50, 2) === 1 ? 4 : 2;
  const offsetOf = (glyph: number) => loca.unsigned(width * glyph, width) * (width === 2 ? 2 : 1);
  const bearingOf = createBearings(hmtx, hhea.unsigned(34, 2));
  return (glyph) => {
    if (width * (glyph + 2) > loca.length) return undefined;
    const start = offsetOf(glyph);
    const data = glyf.slice(start, Math.max(offsetOf(glyph + 1) - start, 0));
    const isSimple = data.signed16(0) >= 0;
    return {
      key: isSimple ? `${unitsPerEm} ${data.latin(0, data.length)}` : undefined,
      isInPlace: data.length === 0 || bearingOf(glyph) === data.signed16(2),
    };
  };
}

/** Tables by their tags; undefined when two have the same one. */
function readTables(file: Bytes): ReadonlyMap<string, Bytes> | undefined {
  const tables = new Map<string, Bytes>();
  const count = Math.min(file.unsigned(4, 2), mostTables);
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    const tag = file.latin(at, 4);
    if (tables.has(tag)) return undefined;
    tables.set(tag, file.slice(file.unsigned(at + 8, 4), file.unsigned(at + 12, 4)));
  }
  return tables;
}

/** Left side bearings: after the last full metric, bearings alone follow. */
function createBearings(hmtx: Bytes, metrics: number): (glyph: number) => number {
  return (glyph) => hmtx.signed16(glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics));
}
