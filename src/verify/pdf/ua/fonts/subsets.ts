/** Lists of the glyphs in an embedded subset (ISO 14289-1, 7.21.4.2). */
import type { PdfDict } from '@libpdf/core';
import { asText } from '../../objects.ts';
import type { UaDocument } from '../document.ts';
import { decodeStream } from '../look.ts';
import type { Fault } from '../rule.ts';
import { descriptorOf, type Program } from './program.ts';

/** Six capitals and a plus sign before a name mark a subset (ISO 32000-1, 9.6.4). */
const subset = /^[A-Z]{6}\+/;

/** `CharSet` and `CIDSet` list exactly what the file has. */
export function* findSubsetFaults(document: UaDocument): Iterable<Fault> {
  const { look } = document;
  for (const { dict, where } of document.fonts) {
    const program = document.programOf(dict);
    if (typeof program === 'string' || !subset.test(look.name(dict, 'BaseFont') ?? '')) continue;
    const descriptor = descriptorOf(dict, look);
    const listed = asText(look.at(descriptor, 'CharSet'));
    const isType1 = look.name(dict, 'Subtype') === 'Type1';
    if (isType1 && listed !== undefined && !listsNames(listed, program))
      yield { problem: 'CharSet does not list the glyphs of the font file', where };
    if (look.name(dict, 'Subtype') === 'Type0' && !listsCids(descriptor, program, document))
      yield { problem: 'CIDSet does not list the glyphs of the font file', where };
  }
}

/** `/a/b/c` */
function listsNames(listed: string, { cff }: Program): boolean {
  if (!cff || cff.charset.includes(undefined)) return true;
  const names = new Set(listed.split('/').map((name) => name.trim()));
  names.delete('');
  names.delete('.notdef');
  const own = new Set(cff.charset.slice(1));
  return names.size === own.size && [...names].every((name) => own.has(name));
}

/** A bit for each CID, the first one in the highest place. CID 0 does not matter. */
function listsCids(descriptor: PdfDict | undefined, program: Program, { look }: UaDocument): boolean {
  const bits = decodeStream(look.stream(descriptor, 'CIDSet'));
  if (!bits) return true;
  const isListed = (cid: number): boolean => ((bits[cid >> 3] ?? 0) & (0x80 >> (cid & 7))) !== 0;
  const own = ownCids(program);
  for (const cid of own.required) if (cid !== 0 && !isListed(cid)) return false;
  for (let cid = 1; cid < bits.length * 8; cid += 1) if (isListed(cid) && !own.allowed(cid)) return false;
  return true;
}

function ownCids({ cff, sfnt }: Program): { required: Iterable<number>; allowed(cid: number): boolean } {
  if (cff?.isCid) {
    const cids = new Set(cff.charset.filter((cid) => typeof cid === 'number'));
    return { required: cids, allowed: (cid) => cids.has(cid) };
  }
  const count = cff?.glyphs ?? sfnt?.glyphs ?? 0;
  const glyphs = Array.from({ length: count }, (_, glyph) => glyph);
  const required = sfnt ? glyphs.filter((glyph) => sfnt.hasOutline(glyph)) : glyphs;
  return { required, allowed: (cid) => cid < count };
}
