/** The font file that is embedded for a font (ISO 32000-1, 9.9). */
import type { PdfDict } from '@libpdf/core';
import { asDict } from '../../objects.ts';
import { decodeStream, type Look } from '../look.ts';
import { type Cff, readCff } from './cff.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';

/** A font file that was read; `other` is a Type 1 file, whose glyphs we do not read. */
export interface Program {
  readonly sfnt?: Sfnt;
  readonly cff?: Cff;
  readonly kind: 'truetype' | 'cff' | 'other';
}

/** The dictionary of glyphs: the font's own, or that of its descendant. */
export function descendantOf(font: PdfDict, look: Look): PdfDict {
  return asDict(look.array(font, 'DescendantFonts')[0]) ?? font;
}

/** The descriptor of a font or its descendant. */
export function descriptorOf(font: PdfDict, look: Look): PdfDict | undefined {
  return look.dict(descendantOf(font, look), 'FontDescriptor');
}

/** Reads the embedded file; `missing` when there is none, `broken` when it is not what it says. */
export function readProgram(font: PdfDict, look: Look): Program | 'missing' | 'broken' {
  const descriptor = descriptorOf(font, look);
  const streams = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => look.stream(descriptor, key));
  const [type1, truetype, compact] = streams;
  const bytes = decodeStream(truetype ?? compact ?? type1);
  if (!streams.some(Boolean)) return 'missing';
  if (!bytes || bytes.length === 0) return 'broken';
  if (!truetype && !compact) return { kind: 'other' };
  const sfnt = readSfnt(bytes);
  const cff = readCff(sfnt?.cff ?? bytes);
  if (sfnt && !sfnt.cff) return { kind: 'truetype', sfnt };
  return cff ? { kind: 'cff', cff, ...(sfnt && { sfnt }) } : 'broken';
}
