/** From codes to the glyphs of the embedded font file (ISO 32000-1, 9.6.6 and 9.7.4). */
import type { PdfDict } from '@libpdf/core';
import { asStream } from '../../objects.ts';
import { decodeStream, type Look } from '../look.ts';
import { Bytes } from './bytes.ts';
import type { Cff } from './cff.ts';
import { readCMapFile } from './cmap-file.ts';
import { baseEncodingOf, encodingOf, isSymbolic } from './encoding.ts';
import { characterOf } from './latin.ts';
import { descendantOf, type Program } from './program.ts';
import type { GlyphTable, Sfnt } from './sfnt.ts';

/** Glyph of a code: 0 draws `.notdef`; undefined when we cannot tell. */
export type GlyphOf = (code: number) => number | undefined;

/** The way from codes to glyphs. */
export function createGlyphFinder(font: PdfDict, program: Program, look: Look): GlyphOf {
  if (look.name(font, 'Subtype') === 'Type0') return findByCid(font, program, look);
  if (program.kind === 'truetype' && program.sfnt) return findInTrueType(font, program.sfnt, look);
  if (program.cff) return findByName(font, program.cff, look);
  return () => undefined;
}

/** CID of a code; undefined when the font's CMap is one that we do not have. */
export function createCidFinder(font: PdfDict, look: Look): (code: number) => number | undefined {
  const name = look.name(font, 'Encoding');
  if (name !== undefined) return name.startsWith('Identity') ? (code) => code : () => undefined;
  const file = readCMapFile(font, look);
  if (!file || file.uses !== undefined) return () => undefined;
  return (code) => file.cids.get(code) ?? 0;
}

function findByCid(font: PdfDict, program: Program, look: Look): GlyphOf {
  const cidOf = createCidFinder(font, look);
  const glyphOf = program.cff ? findInCff(program.cff) : findInMap(descendantOf(font, look), look);
  return (code) => {
    const cid = cidOf(code);
    return cid === undefined ? undefined : glyphOf(cid);
  };
}

/** In a font without CIDs of its own they are the numbers of its glyphs. */
function findInCff({ isCid, charset }: Cff): (cid: number) => number {
  if (!isCid) return (cid) => cid;
  const glyphs = new Map(charset.map((cid, glyph) => [cid, glyph]));
  return (cid) => glyphs.get(cid) ?? 0;
}

function findInMap(descendant: PdfDict, look: Look): (cid: number) => number {
  const map = decodeStream(asStream(look.at(descendant, 'CIDToGIDMap')));
  if (!map) return (cid) => cid;
  const bytes = new Bytes(map);
  return (cid) => bytes.unsigned(2 * cid, 2);
}

function findByName(font: PdfDict, cff: Cff, look: Look): GlyphOf {
  if (cff.charset.includes(undefined)) return () => undefined;
  const names = encodingOf(font, look, cff.encoding);
  const glyphs = new Map(cff.charset.map((name, glyph) => [name, glyph]));
  return (code) => glyphs.get(names.get(code)) ?? 0;
}

function findInTrueType(font: PdfDict, { tables }: Sfnt, look: Look): GlyphOf {
  const table = (platform: number, encoding: number): GlyphTable | undefined =>
    tables.find((found) => found.platform === platform && found.encoding === encoding);
  const [unicode, symbol, roman] = [table(3, 1), table(3, 0), table(1, 0)];
  const names = encodingOf(font, look);
  const byName = !isSymbolic(font, look) || baseEncodingOf(font, look) !== undefined;
  return (code) => {
    const character = byName ? characterOf(names.get(code) ?? '') : undefined;
    const named = character === undefined ? 0 : findCharacter(character, unicode, roman);
    return named || findSymbol(code, symbol) || roman?.glyphOf(code) || 0;
  };
}

function findCharacter(
  character: string,
  unicode: GlyphTable | undefined,
  roman: GlyphTable | undefined,
): number {
  return unicode?.glyphOf(character.codePointAt(0) ?? 0) || roman?.glyphOf(macCode(character)) || 0;
}

/** Codes of a symbol table begin at 0xF000, 0xF100 or 0xF200, or at 0. */
function findSymbol(code: number, symbol: GlyphTable | undefined): number {
  for (const base of [0xf000, 0, 0xf100, 0xf200]) {
    const glyph = symbol?.glyphOf(base + code) ?? 0;
    if (glyph !== 0) return glyph;
  }
  return 0;
}

const macRoman = new TextDecoder('macintosh').decode(Uint8Array.from({ length: 256 }, (_, code) => code));

function macCode(character: string): number {
  return Math.max(macRoman.indexOf(character), 0);
}
