/** TrueType and OpenType font files, as far as the rules ask (ISO/IEC 14496-22). */
import { Bytes } from './bytes.ts';

/** A table from codes to glyphs; code 0 to 0xFFFF. */
export interface GlyphTable {
  readonly platform: number;
  readonly encoding: number;
  /** 0 where the table has none. */
  glyphOf(code: number): number;
}

/** A font file. */
export interface Sfnt {
  readonly glyphs: number;
  readonly tables: readonly GlyphTable[];
  /** Advance in thousandths of an em. */
  widthOf(glyph: number): number;
  /** Whether a glyph has an outline; undefined when that is not told by a `loca` table. */
  hasOutline(glyph: number): boolean | undefined;
  /** The `CFF` table, in an OpenType font with such outlines. */
  readonly cff: Uint8Array | undefined;
}

/** Reads a font file; undefined when it is none. */
export function readSfnt(file: Uint8Array): Sfnt | undefined {
  const bytes = new Bytes(file);
  if (![0x00010000, 0x74727565, 0x4f54544f].includes(bytes.unsigned(0, 4))) return undefined;
  const directory = readDirectory(bytes);
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => directory.get(name));
  if (!head || !hhea || !hmtx || !maxp) return readBare(directory);
  const unitsPerEm = head.unsigned(18, 2) || 1000;
  const metrics = hhea.unsigned(34, 2);
  return {
    glyphs: maxp.unsigned(4, 2),
    tables: readCmap(directory.get('cmap')),
    widthOf: (glyph) => (hmtx.unsigned(4 * Math.min(glyph, Math.max(metrics - 1, 0)), 2) * 1000) / unitsPerEm,
    hasOutline: readOutlines(directory.get('loca'), head.unsigned(50, 2) === 1),
    cff: directory.get('CFF ')?.raw(),
  };
}

/** An OpenType file in a PDF may hold no more than its outlines. */
function readBare(directory: ReadonlyMap<string, Bytes>): Sfnt | undefined {
  const cff = directory.get('CFF ')?.raw();
  if (!cff) return undefined;
  const tables = readCmap(directory.get('cmap'));
  return { glyphs: 0, tables, widthOf: () => 0, hasOutline: () => undefined, cff };
}

function readDirectory(bytes: Bytes): Map<string, Bytes> {
  const count = Math.min(bytes.unsigned(4, 2), 100);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + 16 * index;
      const table = bytes.slice(bytes.unsigned(at + 8, 4), bytes.unsigned(at + 12, 4));
      return [bytes.latin(at, 4), table] as const;
    }),
  );
}

function readOutlines(loca: Bytes | undefined, long: boolean): (glyph: number) => boolean | undefined {
  if (!loca) return () => undefined;
  const width = long ? 4 : 2;
  return (glyph) => loca.unsigned(width * (glyph + 1), width) > loca.unsigned(width * glyph, width);
}

function readCmap(cmap: Bytes | undefined): GlyphTable[] {
  if (!cmap) return [];
  const count = Math.min(cmap.unsigned(2, 2), 100);
  return Array.from({ length: count }, (_, index) => {
    const at = 4 + 8 * index;
    const table = cmap.slice(cmap.unsigned(at + 4, 4), cmap.length);
    return {
      platform: cmap.unsigned(at, 2),
      encoding: cmap.unsigned(at + 2, 2),
      glyphOf: readTable(table),
    };
  });
}

function readTable(table: Bytes): (code: number) => number {
  const format = table.unsigned(0, 2);
  if (format === 0) return (code) => (code < 256 ? table.unsigned(6 + code, 1) : 0);
  if (format === 4) return (code) => findInSegments(table, code);
  if (format === 6) return (code) => findInRun(table, code);
  if (format === 12) return (code) => findInGroups(table, code);
  return () => 0;
}

/** Format 4: segments of codes. */
function findInSegments(table: Bytes, code: number): number {
  const double = table.unsigned(6, 2);
  for (let at = 0; at < double; at += 2) {
    if (table.unsigned(14 + at, 2) < code) continue;
    const start = table.unsigned(16 + double + at, 2);
    if (start > code) return 0;
    const delta = table.unsigned(16 + 2 * double + at, 2);
    const place = 16 + 3 * double + at;
    const offset = table.unsigned(place, 2);
    if (offset === 0) return (code + delta) % 0x10000;
    const glyph = table.unsigned(place + offset + 2 * (code - start), 2);
    return glyph === 0 ? 0 : (glyph + delta) % 0x10000;
  }
  return 0;
}

/** Format 6: one run of codes. */
function findInRun(table: Bytes, code: number): number {
  const index = code - table.unsigned(6, 2);
  return index >= 0 && index < table.unsigned(8, 2) ? table.unsigned(10 + 2 * index, 2) : 0;
}

/** Format 12: groups of codes. */
function findInGroups(table: Bytes, code: number): number {
  const count = Math.min(table.unsigned(12, 4), Math.floor(table.length / 12));
  for (let index = 0; index < count; index += 1) {
    const at = 16 + 12 * index;
    const first = table.unsigned(at, 4);
    if (code >= first && code <= table.unsigned(at + 4, 4)) return table.unsigned(at + 8, 4) + code - first;
  }
  return 0;
}
