/** The fonts of a PDF: what their codes mean, and whether their files are embedded. */
import type { PdfDict } from '@libpdf/core';
import { isRightToLeft } from './bidi.ts';
import { type Decoder, readCMap, readSimpleEncoding } from './cmap.ts';
import { asArray, asDict, asName, asNumber, asStream, dataOf, type Resolve } from './objects.ts';
import type { Operand } from './tokens.ts';
import { readCidWidths, readWidths, type WidthOf } from './widths.ts';

/** A font that another machine must supply. */
export interface MissingFont {
  readonly font: Font;
  /** First page with text in it, from 1. */
  readonly page: number;
}

/** What a code of a font draws. */
export interface FontGlyph {
  /** U+FFFD when the font does not tell, so that it equals nothing. */
  readonly text: string;
  /** Advance width in ems. */
  readonly width: number;
  /** Nothing but white space. */
  readonly isBlank: boolean;
  /** What it is to those who measure how far letters stand apart. */
  readonly measure: 'letter' | 'space' | 'mark';
}

/** Reads the font that a dictionary describes. */
export type ReadFont = (dict: PdfDict) => Font;

/** Fonts by their dictionaries. */
export type KnownFonts = Map<PdfDict, Font>;

/** A font that draws text. */
export interface Font {
  readonly dict: PdfDict;
  readonly name: string;
  readonly embedded: boolean;
  /**
   * Its glyphs are drawings (Type 3; ISO 32000-1, 9.6.5). Chromium makes them of a face that is set bold and has no
   * bold cut, as an edition's own font may be.
   */
  readonly isDrawn: boolean;
  readonly decoder: Decoder;
  /** An italic or oblique face. */
  readonly slanted: boolean;
  readonly glyphOf: (code: number) => FontGlyph;
  /** Codes that were asked for, so after the pages were read those that they draw. */
  readonly drawn: ReadonlyMap<number, FontGlyph>;
}

/** Reads fonts, each once. @param known where they are kept */
export function createFontReader(resolve: Resolve, known: KnownFonts = new Map()): ReadFont {
  return (dict) => {
    const font = known.get(dict) ?? readFont(dict, resolve);
    known.set(dict, font);
    return font;
  };
}

function readFont(dict: PdfDict, resolve: Resolve): Font {
  const descendant = asDict(resolve(asArray(resolve(dict.get('DescendantFonts')))?.at(0)));
  const descriptor = asDict(resolve((descendant ?? dict).get('FontDescriptor')));
  const hasFile = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
    asStream(resolve(descriptor?.get(key))),
  );
  const isDrawn = asName(resolve(dict.get('Subtype'))) === 'Type3';
  const name = asName(resolve(dict.get('BaseFont'))) ?? 'without a name';
  const decoder = readDecoder(dict, descendant !== undefined, resolve);
  const drawn = new Map<number, FontGlyph>();
  return {
    dict,
    name,
    embedded: hasFile || isDrawn,
    isDrawn,
    decoder,
    slanted: isSlanted(name, descriptor, resolve),
    drawn,
    glyphOf: createGlyphReader(
      decoder,
      descendant ? readCidWidths(descendant, resolve) : readWidths(dict, resolve),
      drawn,
    ),
  };
}

/** Looks each code up once: a page draws some fifty of them a thousand times. */
function createGlyphReader(
  { byCode }: Decoder,
  widthOf: WidthOf,
  known: Map<number, FontGlyph>,
): Font['glyphOf'] {
  return (code) => {
    const glyph = known.get(code);
    if (glyph) return glyph;
    const text = byCode.get(code) ?? '\uFFFD';
    const width = widthOf(code);
    const read = { text, width, isBlank: text.trim() === '', measure: measureOf(text, width) };
    known.set(code, read);
    return read;
  };
}

/** Marks have no width, and may be drawn before their letter; one of Arabic may be any of its parts. */
function measureOf(text: string, width: number): FontGlyph['measure'] {
  if (text !== '' && text.trim() === '') return 'space';
  return width === 0 && (!/[\p{L}\p{N}]/u.test(text) || isRightToLeft(text)) ? 'mark' : 'letter';
}

/** By its name, by its flag or by its angle (9.8.1 and table 123). */
function isSlanted(name: string, descriptor: PdfDict | undefined, resolve: Resolve): boolean {
  const flags = asNumber(resolve(descriptor?.get('Flags'))) ?? 0;
  const angle = asNumber(resolve(descriptor?.get('ItalicAngle'))) ?? 0;
  return (flags & italicFlag) !== 0 || angle !== 0 || /italic|oblique/i.test(name);
}

const italicFlag = 64;

function readDecoder(dict: PdfDict, isComposite: boolean, resolve: Resolve): Decoder {
  const toUnicode = asStream(resolve(dict.get('ToUnicode')));
  const width = isComposite ? 2 : 1;
  if (toUnicode) return { width, byCode: readCMap(dataOf(toUnicode)) };
  if (isComposite) return { width, byCode: new Map() };
  const encoding = asDict(resolve(dict.get('Encoding')));
  const differences = asArray(resolve(encoding?.get('Differences')))?.toArray() ?? [];
  return { width, byCode: readSimpleEncoding(differences.map((item) => toOperand(item, resolve))) };
}

function toOperand(item: Parameters<Resolve>[0], resolve: Resolve): Operand {
  const object = resolve(item);
  return asNumber(object) ?? { name: asName(object) ?? '' };
}
