/** What the glyphs of a font look like, read with fontkit. */
import type { PdfDict } from '@libpdf/core';
import type * as Fontkit from 'fontkit';
import type { Font } from '../fonts.ts';
import { asArray, asDict, asName, asStream, dataOf, type Resolve } from '../objects.ts';
import type { Box } from '../open.ts';
import { loadFontkit } from './fontkit.ts';
import { type GlyphData, openGlyphData } from './glyph-data.ts';

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

/** Outlines by the data of their glyphs: the files of an edition hold the same letters. */
const known = new Map<string, Outline | undefined>();
/** An edition has some hundreds; files made to fill the memory start again. */
const mostKnown = 20_000;

const opened = new WeakMap<PdfDict, DrawCode | undefined>();

/**
 * Opens the file of a composite font whose codes are its glyphs' numbers, as Chromium writes every font
 * (ISO 32000-1, 9.7.4), once. Undefined for any other font: of those it is not told what they draw.
 */
export function openEmbedded({ dict }: Font, resolve: Resolve): DrawCode | undefined {
  if (!opened.has(dict)) opened.set(dict, openFile(dict, resolve));
  return opened.get(dict);
}

function openFile(dict: PdfDict, resolve: Resolve): DrawCode | undefined {
  const descendant = asDict(resolve(asArray(resolve(dict.get('DescendantFonts')))?.at(0)));
  if (!descendant || asName(resolve(dict.get('Encoding'))) !== 'Identity-H') return undefined;
  const map = resolve(descendant.get('CIDToGIDMap'));
  if (map !== undefined && asName(map) !== 'Identity') return undefined;
  const descriptor = asDict(resolve(descendant.get('FontDescriptor')));
  const file = asStream(resolve(descriptor?.get('FontFile2') ?? descriptor?.get('FontFile3')));
  return file && drawGlyphs(dataOf(file));
}

/** The file is taken apart only for glyphs that were never drawn before. */
function drawGlyphs(bytes: Uint8Array): DrawCode | undefined {
  const data = openGlyphData(bytes);
  if (data === 'ambiguous') return undefined;
  let font: Fontkit.Font | undefined;
  const draw = (glyph: number): Outline | undefined => {
    font ??= parseFont(bytes);
    return font && glyph < font.numGlyphs && isDrawnToScale(font) ? readOutline(font, glyph) : undefined;
  };
  const own = new Map<number, Outline | undefined>();
  return (glyph) => {
    if (!own.has(glyph))
      own.set(
        glyph,
        drawOnce(data?.(glyph), () => draw(glyph)),
      );
    return own.get(glyph);
  };
}

function drawOnce(data: GlyphData | undefined, draw: () => Outline | undefined): Outline | undefined {
  if (data && !data.isInPlace) return displace(draw());
  if (data?.key === undefined) return draw();
  if (known.size > mostKnown) known.clear();
  if (!known.has(data.key)) known.set(data.key, draw());
  return known.get(data.key);
}

/** A glyph that programs move aside is none that a sound font has. */
function displace(outline: Outline | undefined): Outline | undefined {
  return outline && { ...outline, shape: `moved ${outline.shape}` };
}

/** The matrix of a CFF font turns its units into ems, and does nothing else: viewers obey it, the outlines do not. */
function isDrawnToScale(font: Fontkit.Font): boolean {
  const matrix = font['CFF ']?.topDict?.FontMatrix;
  if (!matrix) return true;
  const plain = [1 / font.unitsPerEm, 0, 0, 1 / font.unitsPerEm, 0, 0];
  return plain.every((value, index) => Math.abs(value - (matrix[index] ?? 0)) < 1e-6);
}
