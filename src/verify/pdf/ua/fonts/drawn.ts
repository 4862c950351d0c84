/** What is drawn has its glyphs in the file (ISO 14289-1, 7.21.4 to 7.21.6 and 7.21.8). */
import { asDict } from '../../objects.ts';
import type { UaDocument } from '../document.ts';
import type { Look } from '../look.ts';
import type { Fault } from '../rule.ts';
import { baseEncodingOf, differencesOf, encodingOf, isSymbolic } from './encoding.ts';
import type { FontUse } from './font-use.ts';
import { createGlyphFinder } from './glyphs.ts';
import { characterOf } from './latin.ts';
import type { Program } from './program.ts';
import { createWidthFinder } from './widths.ts';

/** Fonts of which something is drawn; a Type 3 font draws its glyphs itself. */
function drawnFonts({ fonts, look }: UaDocument): readonly FontUse[] {
  return fonts.filter(({ dict, drawn }) => drawn.length > 0 && look.name(dict, 'Subtype') !== 'Type3');
}

function nameOf({ dict }: FontUse, look: Look): string {
  return look.name(dict, 'BaseFont') ?? 'without a name';
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0');
}

/** Every font that draws is embedded (7.21.4.1; Matterhorn 31-009). */
export function* findMissingPrograms(document: UaDocument): Iterable<Fault> {
  for (const font of drawnFonts(document)) {
    const program = document.programOf(font.dict);
    if (typeof program !== 'string') continue;
    const what = program === 'missing' ? 'is not embedded' : 'is embedded, but its file cannot be read';
    yield { problem: `the font ${nameOf(font, document.look)} ${what}`, where: font.where };
  }
}

/** The embedded file has every glyph that is drawn (7.21.4.1). */
export function* findMissingGlyphs(document: UaDocument): Iterable<Fault> {
  for (const { font, program, code, glyph } of drawnGlyphs(document)) {
    const count = program.cff?.glyphs ?? program.sfnt?.glyphs ?? 0;
    if (glyph < count) continue;
    const problem = `the font ${nameOf(font, document.look)} has no glyph ${glyph} for the code ${hex(code)}`;
    yield { problem, where: font.whereOf(code) };
  }
}

interface DrawnGlyph {
  readonly font: FontUse;
  readonly program: Program;
  readonly code: number;
  readonly glyph: number;
}

function* drawnGlyphs(document: UaDocument): Iterable<DrawnGlyph> {
  for (const font of drawnFonts(document)) {
    const program = document.programOf(font.dict);
    if (typeof program === 'string') continue;
    const glyphOf = createGlyphFinder(font.dict, program, document.look);
    for (const code of font.drawn) {
      const glyph = glyphOf(code);
      if (glyph !== undefined) yield { font, program, code, glyph };
    }
  }
}

/** Dictionary and file agree on each width to one thousandth of an em (7.21.5). */
export function* findWidthFaults(document: UaDocument): Iterable<Fault> {
  let current: FontUse | undefined;
  let widthOf: (code: number) => number | undefined = () => undefined;
  for (const { font, program, code, glyph } of drawnGlyphs(document)) {
    if (font !== current) widthOf = createWidthFinder(font.dict, document.look);
    current = font;
    const stated = widthOf(code);
    const real = program.cff ? program.cff.widthOf(glyph) : program.sfnt?.widthOf(glyph);
    if (stated === undefined || real === undefined || Math.abs(stated - real) <= 1.01) continue;
    const problem = `the code ${hex(code)} of the font ${nameOf(font, document.look)} is said to be ${stated} wide, and is ${Math.round(real)}`;
    yield { problem, where: font.whereOf(code) };
  }
}

/** The box for missing characters is never drawn, visible or not (7.21.8; Matterhorn 31-030). */
export function* findNotdef(document: UaDocument): Iterable<Fault> {
  const { look } = document;
  for (const font of document.fonts) {
    const [code] = findNotdefCodes(font, document);
    if (code === undefined) continue;
    const problem = `the font ${nameOf(font, look)} draws .notdef for the code ${hex(code)}`;
    yield { problem, where: font.whereOf(code) };
  }
}

function findNotdefCodes(font: FontUse, { look, programOf }: UaDocument): readonly number[] {
  const subtype = look.name(font.dict, 'Subtype');
  const names = subtype === 'Type0' ? new Map<number, string>() : encodingOf(font.dict, look);
  const program = subtype === 'Type3' ? 'missing' : programOf(font.dict);
  const glyphOf = typeof program === 'string' ? () => undefined : createGlyphFinder(font.dict, program, look);
  return font.shown.filter((code) => names.get(code) === '.notdef' || glyphOf(code) === 0);
}

/** Simple TrueType fonts tell their characters in the one way that is safe (7.21.6). */
export function* findEncodingFaults(document: UaDocument): Iterable<Fault> {
  const { look } = document;
  for (const font of drawnFonts(document)) {
    if (look.name(font.dict, 'Subtype') !== 'TrueType') continue;
    const program = document.programOf(font.dict);
    const tables = typeof program === 'string' ? undefined : program.sfnt?.tables;
    const problems = isSymbolic(font.dict, look)
      ? judgeSymbolic(font, tables, look)
      : judgeLatin(font, tables, look);
    const name = nameOf(font, look);
    for (const problem of problems) yield { problem: `the font ${name} ${problem}`, where: font.where };
  }
}

type Tables = readonly { readonly platform: number; readonly encoding: number }[] | undefined;

function has(tables: Tables, platform: number, encoding: number): boolean {
  return tables?.some((table) => table.platform === platform && table.encoding === encoding) ?? false;
}

function* judgeSymbolic({ dict }: FontUse, tables: Tables, look: Look): Iterable<string> {
  if (look.at(dict, 'Encoding') !== undefined) yield 'is symbolic, and has an encoding';
  if (tables && tables.length !== 1 && !has(tables, 3, 0)) yield 'is symbolic, and its file has no one table';
}

function* judgeLatin({ dict }: FontUse, tables: Tables, look: Look): Iterable<string> {
  if (tables && tables.length - (has(tables, 3, 0) ? 1 : 0) < 1)
    yield 'has no table of characters in its file';
  const base = baseEncodingOf(dict, look);
  if (base !== 'MacRomanEncoding' && base !== 'WinAnsiEncoding') yield `has the encoding ${base ?? 'none'}`;
  if (!asDict(look.at(dict, 'Encoding'))?.has('Differences')) return;
  const unknown = [...differencesOf(dict, look).values()].find((name) => characterOf(name) === undefined);
  if (unknown !== undefined) yield `names a character ${unknown}, which is not in the glyph list`;
  if (!has(tables, 3, 1)) yield 'has names of its own and no Unicode table in its file';
}
