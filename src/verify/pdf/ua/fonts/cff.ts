/** CFF font files, as far as the rules ask (Adobe Technical Note 5176). */
import { Bytes } from './bytes.ts';
import { readCharset, readEncoding } from './cff-names.ts';
import { measure } from './charstring.ts';

/** A font file in the compact font format. */
export interface Cff {
  readonly isCid: boolean;
  readonly glyphs: number;
  /** By glyph: its CID, or its name; undefined where the standard has a name that we do not know. */
  readonly charset: readonly (number | string | undefined)[];
  /** Names of the built-in encoding by code; undefined when it is a predefined one. */
  readonly encoding: ReadonlyMap<number, string> | undefined;
  /** Advance in thousandths of an em; undefined when its program does not tell. */
  widthOf(glyph: number): number | undefined;
}

/** Operators of the dictionaries. Two-byte ones are 1200 and more. */
const op = { charset: 15, encoding: 16, charStrings: 17, private: 18, subrs: 19, default: 20, nominal: 21 };
const ros = 1230;
const fdArray = 1236;
const fdSelect = 1237;
const matrix = 1207;

type Dict = ReadonlyMap<number, readonly number[]>;

/** Reads a font file; undefined when it is none. */
export function readCff(file: Uint8Array): Cff | undefined {
  const bytes = new Bytes(file);
  if (bytes.unsigned(0, 1) !== 1) return undefined;
  const names = readIndex(bytes, bytes.unsigned(2, 1));
  const tops = readIndex(bytes, names.end);
  const strings = readIndex(bytes, tops.end);
  const globals = readIndex(bytes, strings.end).items;
  const top = readDict(tops.items[0] ?? new Bytes(new Uint8Array()));
  const programs = readIndex(bytes, top.get(op.charStrings)?.[0] ?? bytes.length).items;
  const isCid = top.has(ros);
  const texts = isCid ? undefined : strings.items.map((item) => item.latin(0, item.length));
  const charset = readCharset(bytes, top.get(op.charset)?.[0] ?? 0, programs.length, texts);
  return {
    isCid,
    glyphs: programs.length,
    charset,
    encoding: isCid ? undefined : readEncoding(bytes, top.get(op.encoding)?.[0] ?? 0, charset),
    widthOf: createMeasure(bytes, top, programs, globals),
  };
}

function createMeasure(
  bytes: Bytes,
  top: Dict,
  programs: readonly Bytes[],
  globals: readonly Bytes[],
): Cff['widthOf'] {
  const isCid = top.has(ros);
  const privates = readPrivates(bytes, top, isCid);
  const place = top.get(fdSelect)?.[0] ?? bytes.length;
  const selectOf = isCid ? readSelect(bytes, place, programs.length) : () => 0;
  const scale = (top.get(matrix)?.[0] ?? 0.001) * 1000;
  const shared = globals.map((item) => item.raw());
  return (glyph) => {
    const own = privates[selectOf(glyph)];
    const program = programs[glyph];
    const extra = own && program && measure(program.raw(), own.subrs, shared);
    if (!own || extra === undefined) return undefined;
    return (extra === 'default' ? own.standard : own.nominal + extra) * scale;
  };
}

interface Private {
  readonly standard: number;
  readonly nominal: number;
  readonly subrs: readonly Uint8Array[];
}

function readPrivates(bytes: Bytes, top: Dict, isCid: boolean): Private[] {
  if (!isCid) return [readPrivate(bytes, top)];
  const fonts = readIndex(bytes, top.get(fdArray)?.[0] ?? bytes.length).items;
  return fonts.map((font) => readPrivate(bytes, readDict(font)));
}

function readPrivate(bytes: Bytes, font: Dict): Private {
  const [size = 0, at = bytes.length] = font.get(op.private) ?? [];
  const dict = readDict(bytes.slice(at, size));
  const subrs = dict.get(op.subrs)?.[0];
  return {
    standard: dict.get(op.default)?.[0] ?? 0,
    nominal: dict.get(op.nominal)?.[0] ?? 0,
    subrs: subrs === undefined ? [] : readIndex(bytes, at + subrs).items.map((item) => item.raw()),
  };
}

/** Which private dictionary a glyph of a CID font uses. */
function readSelect(bytes: Bytes, at: number, glyphs: number): (glyph: number) => number {
  if (bytes.unsigned(at, 1) === 0) return (glyph) => bytes.unsigned(at + 1 + glyph, 1);
  const byGlyph = new Uint8Array(glyphs);
  const ranges = Math.min(bytes.unsigned(at + 1, 2), glyphs);
  for (let index = 0; index < ranges; index += 1) {
    const place = at + 3 + 3 * index;
    byGlyph.fill(bytes.unsigned(place + 2, 1), bytes.unsigned(place, 2), bytes.unsigned(place + 3, 2));
  }
  return (glyph) => byGlyph[glyph] ?? 0;
}

interface Index {
  readonly items: readonly Bytes[];
  /** Where the next structure begins. */
  readonly end: number;
}

function readIndex(bytes: Bytes, at: number): Index {
  const count = bytes.unsigned(at, 2);
  if (count === 0) return { items: [], end: at + 2 };
  const width = Math.min(bytes.unsigned(at + 2, 1), 4);
  const offset = (index: number): number => bytes.unsigned(at + 3 + width * index, width);
  const data = at + 2 + width * (count + 1);
  const items = Array.from({ length: count }, (_, index) =>
    bytes.slice(data + offset(index), Math.max(offset(index + 1) - offset(index), 0)),
  );
  return { items, end: data + offset(count) };
}

function readDict(bytes: Bytes): Dict {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes.unsigned(at, 1);
    if (byte <= 21) {
      const escaped = byte === 12;
      entries.set(escaped ? 1200 + bytes.unsigned(at + 1, 1) : byte, operands);
      operands = [];
      at += escaped ? 2 : 1;
      continue;
    }
    const { value, width } = readNumber(bytes, at, byte);
    operands.push(value);
    at += width;
  }
  return entries;
}

function readNumber(bytes: Bytes, at: number, byte: number): { value: number; width: number } {
  if (byte === 28) return { value: bytes.signed16(at + 1), width: 3 };
  if (byte === 29) return { value: bytes.unsigned(at + 1, 4) | 0, width: 5 };
  if (byte === 30) return readReal(bytes, at);
  if (byte <= 246) return { value: byte - 139, width: 1 };
  const next = bytes.unsigned(at + 1, 1);
  if (byte <= 250) return { value: (byte - 247) * 256 + next + 108, width: 2 };
  return { value: -(byte - 251) * 256 - next - 108, width: 2 };
}

/** Digits in halves of bytes, up to a half of 15. */
function readReal(bytes: Bytes, at: number): { value: number; width: number } {
  const signs = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-', ''];
  let text = '';
  for (let index = at + 1; index < bytes.length; index += 1) {
    const byte = bytes.unsigned(index, 1);
    text += signs[byte >> 4] ?? '';
    if (byte >> 4 !== 15) text += signs[byte & 15] ?? '';
    if (byte >> 4 === 15 || (byte & 15) === 15) return { value: Number(text) || 0, width: index - at + 1 };
  }
  return { value: 0, width: bytes.length - at };
}
