/** Glyph names by the codes of a simple font (ISO 32000-1, 9.6.6). */
import type { PdfDict } from '@libpdf/core';
import { asDict, asName, asNumber } from '../../objects.ts';
import type { Look } from '../look.ts';
import { namedEncoding, standardEncoding } from './latin.ts';

/** Name of the base encoding, if the font tells one. */
export function baseEncodingOf(font: PdfDict, look: Look): string | undefined {
  const encoding = look.at(font, 'Encoding');
  return asName(encoding) ?? look.name(asDict(encoding), 'BaseEncoding');
}

/** Names in `Differences`, by code. */
export function differencesOf(font: PdfDict, look: Look): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of look.array(look.dict(font, 'Encoding'), 'Differences')) {
    const [number, name] = [asNumber(item), asName(item)];
    if (number !== undefined) code = number;
    else if (name !== undefined) names.set(code++, name);
  }
  return names;
}

/** All names. @param builtIn the encoding in the font's own program */
export function encodingOf(
  font: PdfDict,
  look: Look,
  builtIn: ReadonlyMap<number, string> = standardEncoding,
): ReadonlyMap<number, string> {
  const base = namedEncoding(baseEncodingOf(font, look)) ?? builtIn;
  return new Map([...base, ...differencesOf(font, look)]);
}

/** Flag 3 of the descriptor: its characters are not those of the Latin set (9.8.2). */
export function isSymbolic(font: PdfDict, look: Look): boolean {
  const flags = look.number(look.dict(font, 'FontDescriptor'), 'Flags') ?? 0;
  return (flags & 4) !== 0;
}
