/** What the glyphs of a font look like, read with fontkit. */
import type * as Fontkit from 'fontkit';
import type { Font } from '../fonts.ts';
import { asArray, asDict, asName, asStream, dataOf, type Resolve } from '../objects.ts';
import type { Box } from '../open.ts';
import { loadFontkit } from './fontkit.ts';

/** An outline. */
export interface Outline {
  /** Equal for equal outlines, whatever the units of their fonts; empty for a glyph that draws nothing. */
  readonly shape: string;
  /** In ems; undefined for a glyph that draws nothing. */
  readonly box: Box | undefined;
}

/** Draws a code of an embedded font; undefined when the font has no such glyph. */
export type DrawCode = (code: number) => Outline | undefined;

/** Coordinates are compared to this part of an em. */
const precision = 5000;

/** A font file; undefined when its bytes make none. */
export function parseFont(bytes: Uint8Array): Fontkit.Font | undefined {
  try {
    const font = loadFontkit().create(Buffer.from(bytes));
    return 'getGlyph' in font ? font : undefined;
  } catch {
    return undefined;
  }
}

/** The outline of a glyph; undefined when its data is broken. */
export function readOutline(font: Fontkit.Font, glyph: number): Outline | undefined {
  try {
    const { path } = font.getGlyph(glyph);
    if (path.commands.length === 0) return { shape: '', box: undefined };
    const unit = font.unitsPerEm;
    const toGrid = (value: number) => Math.round((value / unit) * precision);
    const shape = path.commands.map(({ command, args }) => `${command} ${args.map(toGrid).join(' ')}`).join();
    const { minX, minY, maxX, maxY } = path.bbox;
    return { shape, box: { left: minX / unit, bottom: minY / unit, right: maxX / unit, top: maxY / unit } };
  } catch {
    return undefined;
  }
}

/**
 * Opens the file of a composite font whose codes are its glyphs' numbers, as Chromium writes every font
 * (ISO 32000-1, 9.7.4). Undefined for any other font: of those it is not told what they draw.
 */
export function openEmbedded({ dict }: Font, resolve: Resolve): DrawCode | undefined {
  const descendant = asDict(resolve(asArray(resolve(dict.get('DescendantFonts')))?.at(0)));
  if (!descendant || asName(resolve(dict.get('Encoding'))) !== 'Identity-H') return undefined;
  const map = resolve(descendant.get('CIDToGIDMap'));
  if (map !== undefined && asName(map) !== 'Identity') return undefined;
  const descriptor = asDict(resolve(descendant.get('FontDescriptor')));
  const file = asStream(resolve(descriptor?.get('FontFile2') ?? descriptor?.get('FontFile3')));
  const font = file && parseFont(dataOf(file));
  if (!font) return undefined;
  const known = new Map<number, Outline | undefined>();
  return (code) => {
    if (!known.has(code)) known.set(code, code < font.numGlyphs ? readOutline(font, code) : undefined);
    return known.get(code);
  };
}
