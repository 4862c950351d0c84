/** Lines of text as outlines, for a drawing that no browser sets: fonts, shaping, line breaks, both directions. */
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import type { Edition, Templates } from '../model.ts';

/** A piece of text that fits on one line. */
export interface Line {
  readonly text: string;
  /** For a type size of 1. */
  readonly width: number;
}

/** Sets text in one weight. Lengths are in ems. */
export interface Typesetter {
  /** Breaks a text into lines of at most `width`; a word that is longer is broken anywhere. */
  breakLines(text: string, width: number): readonly Line[];
  /** Outlines as SVG, the baseline at 0, the line beginning at 0, the type size 1. */
  draw(text: string): string;
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** Words end at blanks; Chinese and Japanese may break between any two signs. */
const words = /\s+|\p{Script=Han}|[^\s\p{Script=Han}]+/gu;

/** Opens the edition's own fonts and the bundled ones, in that order and each only when a letter needs it. */
export function createTypesetter(
  edition: Edition,
  templates: Templates,
  weight: 400 | 700,
  direction: 'ltr' | 'rtl',
): Typesetter {
  const findFont = createFinder(listFonts(edition, templates, weight));
  const shape = (text: string) => splitRuns(text, findFont).flatMap((run) => shapeRun(run));
  const measure = (text: string) => shape(text).reduce((sum, glyph) => sum + glyph.advance, 0);
  return {
    breakLines: (text, width) => breakText(text, width, measure),
    draw: (text) => drawGlyphs(orderWords(text, direction).flatMap(shape)),
  };
}

function listFonts(edition: Edition, { fonts }: Templates, weight: number): Uint8Array[] {
  const wanted = new RegExp(`-${weight}-normal\\.`);
  const upright = /-400-normal\./;
  const own = edition.fonts.filter(({ style }) => style === 'normal');
  const exact = own.filter((font) => font.weight === weight);
  const bundled = [...fonts].filter(([url]) => !url.includes('-mono-'));
  return [
    ...[...exact, ...own].map(({ bytes }) => bytes),
    ...bundled.filter(([url]) => wanted.test(url)).map(([, { bytes }]) => bytes),
    ...bundled.filter(([url]) => upright.test(url)).map(([, { bytes }]) => bytes),
  ];
}

type FindFont = (codePoint: number) => Font;

function createFinder(files: readonly Uint8Array[]): FindFont {
  const fontkit = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');
  const open = new Map<number, Font>();
  const openFont = (index: number): Font => {
    const font = open.get(index) ?? (fontkit.create(Buffer.from(files[index] ?? [])) as Font);
    open.set(index, font);
    return font;
  };
  return (codePoint) => {
    const index = files.findIndex((_, at) => openFont(at).hasGlyphForCodePoint(codePoint));
    return openFont(Math.max(index, 0));
  };
}

interface Run {
  readonly font: Font;
  text: string;
}

/** Letters of one font; blanks and marks stay with what is before them. */
function splitRuns(text: string, findFont: FindFont): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const code = character.codePointAt(0) ?? 0;
    const joins = last && /[\s\p{M}\p{Cf}]/u.test(character) && last.font.hasGlyphForCodePoint(code);
    const font = joins ? last.font : findFont(code);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return rightToLeft.test(text) ? runs.reverse() : runs;
}

interface ShapedGlyph {
  readonly path: string;
  readonly scale: number;
  /** In ems. */
  readonly advance: number;
  readonly x: number;
  readonly y: number;
}

function shapeRun({ font, text }: Run): ShapedGlyph[] {
  const { glyphs, positions } = font.layout(text);
  const scale = 1 / font.unitsPerEm;
  return glyphs.map((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    return {
      path: glyph.path.toSVG(),
      scale,
      advance: xAdvance * scale,
      x: xOffset * scale,
      y: yOffset * scale,
    };
  });
}

function drawGlyphs(glyphs: readonly ShapedGlyph[]): string {
  let at = 0;
  return glyphs
    .map(({ path, scale, advance, x, y }) => {
      const place = `translate(${round(at + x)} ${round(-y)}) scale(${scale} ${-scale})`;
      at += advance;
      return path === '' ? '' : `<path transform="${place}" d="${path}"/>`;
    })
    .join('');
}

const round = (value: number) => Number(value.toFixed(5));

function breakText(text: string, width: number, measure: (text: string) => number): Line[] {
  const lines: string[] = [''];
  for (const word of text.match(words) ?? []) {
    const line = lines.at(-1) ?? '';
    if (measure(`${line}${word}`.trim()) <= width) lines[lines.length - 1] = line + word;
    else if (measure(word) <= width) lines.push(word);
    else lines.push(...breakWord(word, width, measure));
  }
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, width: measure(line) }));
}

function breakWord(word: string, width: number, measure: (text: string) => number): string[] {
  const parts: string[] = [''];
  for (const character of word) {
    const part = (parts.at(-1) ?? '') + character;
    if (measure(part) <= width) parts[parts.length - 1] = part;
    else parts.push(character);
  }
  return parts;
}

/** The words of a line as they stand from left to right: neighbours that run against the line keep their own order. */
export function orderWords(text: string, direction: 'ltr' | 'rtl'): string[] {
  const pieces = text.split(/(\s+)/).filter((piece) => piece !== '');
  const turns = (index: number) => rightToLeft.test(pieces[index] ?? ' ') === (direction === 'rtl');
  const isBlank = (index: number) => (pieces[index] ?? '').trim() === '';
  const groups: string[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const inside =
      isBlank(index) && index > 0 && !turns(index - 1) && index + 1 < pieces.length && !turns(index + 1);
    const follows = !isBlank(index) && !turns(index) && isBlank(index - 1) && index > 1 && !turns(index - 2);
    const last = groups.at(-1);
    if (last && (inside || follows)) last.push(piece);
    else groups.push([piece]);
  }
  const ordered = groups.map((group) => (direction === 'ltr' ? group.reverse() : group));
  return direction === 'rtl' ? ordered.reverse().flat() : ordered.flat();
}
