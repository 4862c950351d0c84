/** What the codes of a font mean in Unicode (ISO 32000-1, 9.10.3). */
import { forEachOperation, isName, isText, type Operand } from './tokens.ts';

/** A font's way from codes to text. */
export interface Decoder {
  /** Bytes of a code: 1, or 2 for composite fonts. */
  readonly width: number;
  /** Unicode text of a code; absent when the font does not tell. */
  readonly byCode: ReadonlyMap<number, string>;
}

/** A range larger than this is not a range of a font: it would only eat memory. */
const largestRange = 0x10000;

/** Reads a ToUnicode CMap. */
export function readCMap(bytes: Uint8Array): ReadonlyMap<number, string> {
  const byCode = new Map<number, string>();
  forEachOperation(bytes, ({ operator, operands }) => {
    if (operator === 'endbfchar') readCharacters(operands, byCode);
    if (operator === 'endbfrange') readRanges(operands, byCode);
  });
  return byCode;
}

/** Whether a composite font's string draws glyph 0, the box for what the font lacks (ISO 32000-1, 9.7.6.3). */
export function drawsNothing({ width }: Decoder, bytes: Uint8Array): boolean {
  return width === 2 && bytes.some((byte, at) => at % 2 === 0 && byte === 0 && bytes[at + 1] === 0);
}

/** Number of codes in a string. */
export function countCodes({ width }: Decoder, bytes: Uint8Array): number {
  return Math.floor(bytes.length / width);
}

/** The code of a width that begins at a byte. */
export function codeAt(width: number, bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  return width === 1 ? first : first * 256 + (bytes[at + 1] ?? 0);
}

function readCharacters(operands: readonly Operand[], byCode: Map<number, string>): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [code, meaning] = [operands[at], operands[at + 1]];
    if (isText(code) && isText(meaning)) byCode.set(toNumber(code.bytes), fromUtf16(meaning.bytes));
  }
}

function readRanges(operands: readonly Operand[], byCode: Map<number, string>): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [first, last, meaning] = [operands[at], operands[at + 1], operands[at + 2]];
    if (!isText(first) || !isText(last)) continue;
    const [start, end] = [
      toNumber(first.bytes),
      Math.min(toNumber(last.bytes), toNumber(first.bytes) + largestRange),
    ];
    for (let code = start; code <= end; code += 1) {
      const text = meaningAt(meaning, code - start);
      if (text !== undefined) byCode.set(code, text);
    }
  }
}

/** One text that counts up, or a list of texts. */
function meaningAt(meaning: Operand | undefined, offset: number): string | undefined {
  if (Array.isArray(meaning)) {
    const item = meaning[offset];
    return isText(item) ? fromUtf16(item.bytes) : undefined;
  }
  if (!isText(meaning)) return undefined;
  const text = fromUtf16(meaning.bytes);
  if (offset === 0) return text;
  const last = text.codePointAt(text.length - 1) ?? 0;
  return text.slice(0, -1) + String.fromCodePoint(Math.min(last + offset, 0x10ffff));
}

function toNumber(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

const utf16 = new TextDecoder('utf-16be', { ignoreBOM: true });

function fromUtf16(bytes: Uint8Array): string {
  return utf16.decode(bytes);
}

/** Codes of a simple font by its base encoding and differences, for letters whose glyph names are themselves. */
export function readSimpleEncoding(differences: readonly Operand[]): ReadonlyMap<number, string> {
  const latin = new TextDecoder('windows-1252');
  const byCode = new Map(Array.from({ length: 256 }, (_, code) => [code, latin.decode(Uint8Array.of(code))]));
  let code = 0;
  for (const item of differences) {
    if (typeof item === 'number') code = item;
    else if (isName(item)) byCode.set(code++, /^[A-Za-z]$/.test(item.name) ? item.name : '\uFFFD');
  }
  return byCode;
}
