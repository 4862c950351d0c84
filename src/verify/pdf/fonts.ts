/** The fonts of a PDF: what their codes mean, and whether their files are embedded. */
import type { PdfDict } from '@libpdf/core';
import { type Decoder, readCMap, readSimpleEncoding } from './cmap.ts';
import { asArray, asDict, asName, asNumber, asStream, type Resolve } from './objects.ts';
import type { Operand } from './tokens.ts';
import { readCidWidths, readWidths } from './widths.ts';

/** A font that another machine must supply. */
export interface MissingFont {
  readonly font: Font;
  /** First page with text in it, from 1. */
  readonly page: number;
}

/** A font that draws text. */
export interface Font {
  readonly dict: PdfDict;
  readonly name: string;
  readonly embedded: boolean;
  readonly decoder: Decoder;
  /** An italic or oblique face. */
  readonly slanted: boolean;
  /** Advance width of a code in ems. */
  readonly widthOf: (code: number) => number;
}

/** Reads fonts, each once. */
export function createFontReader(resolve: Resolve): (dict: PdfDict) => Font {
  const known = new Map<PdfDict, Font>();
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
  return {
    dict,
    name,
    embedded: hasFile || isDrawn,
    decoder: readDecoder(dict, descendant !== undefined, resolve),
    slanted: isSlanted(name, descriptor, resolve),
    widthOf: descendant ? readCidWidths(descendant, resolve) : readWidths(dict, resolve),
  };
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
  if (toUnicode) return { width, byCode: readCMap(toUnicode.getDecodedData()) };
  if (isComposite) return { width, byCode: new Map() };
  const encoding = asDict(resolve(dict.get('Encoding')));
  const differences = asArray(resolve(encoding?.get('Differences')))?.toArray() ?? [];
  return { width, byCode: readSimpleEncoding(differences.map((item) => toOperand(item, resolve))) };
}

function toOperand(item: Parameters<Resolve>[0], resolve: Resolve): Operand {
  const object = resolve(item);
  return asNumber(object) ?? { name: asName(object) ?? '' };
}
