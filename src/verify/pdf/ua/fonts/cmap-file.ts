/** CMaps of composite fonts: codes to CIDs (ISO 32000-1, 9.7.5). */
import type { PdfDict } from '@libpdf/core';
import { asStream } from '../../objects.ts';
import { forEachOperation, isName, isText, type Operand } from '../../tokens.ts';
import { decodeStream, type Look } from '../look.ts';
import type { CodeRange, CodeSpace } from './codes.ts';

/** A CMap that is embedded in the file. */
export interface CMapFile {
  readonly ranges: readonly CodeRange[];
  readonly cids: ReadonlyMap<number, number>;
  readonly writingMode: number;
  /** The CMap that it builds on. */
  readonly uses?: string;
  readonly system: { readonly registry?: string; readonly ordering?: string; readonly supplement?: number };
}

/** Codes of a font: one byte for simple fonts, two for `Identity` and other CMaps that are not embedded. */
export function readCodeSpace(font: PdfDict, look: Look): CodeSpace {
  if (look.name(font, 'Subtype') !== 'Type0') return { width: 1 };
  const ranges = readCMapFile(font, look)?.ranges ?? [];
  return ranges.length > 0 ? { ranges } : { width: 2 };
}

/** The CMap in a font's `Encoding`; undefined when that is a name. */
export function readCMapFile(font: PdfDict, look: Look): CMapFile | undefined {
  const bytes = decodeStream(asStream(look.at(font, 'Encoding')));
  return bytes && parseCMap(bytes);
}

/** A range larger than this is not a range of a font: it would only eat memory. */
const largestRange = 0x10000;

function parseCMap(bytes: Uint8Array): CMapFile {
  const ranges: CodeRange[] = [];
  const cids = new Map<number, number>();
  const entries = new Map<string, Operand>();
  let uses: string | undefined;
  forEachOperation(bytes, ({ operator, operands }) => {
    if (operator === 'endcodespacerange') readRanges(operands, ranges);
    if (operator === 'endcidrange') readCidRanges(operands, cids);
    if (operator === 'endcidchar') readCidCharacters(operands, cids);
    if (operator === 'def') define(operands, entries);
    const [name] = operands;
    if (operator === 'usecmap' && isName(name)) uses = name.name;
  });
  return {
    ranges,
    cids,
    writingMode: toNumber(entries.get('WMode')) ?? 0,
    system: readSystem(entries),
    ...(uses !== undefined && { uses }),
  };
}

function define(operands: readonly Operand[], entries: Map<string, Operand>): void {
  const [name, value] = operands.slice(-2);
  if (isName(name) && value !== undefined) entries.set(name.name, value);
}

function readSystem(entries: ReadonlyMap<string, Operand>): CMapFile['system'] {
  const listed = entries.get('CIDSystemInfo');
  const from = listed instanceof Map ? (listed as ReadonlyMap<string, Operand>) : entries;
  const [registry, ordering, supplement] = ['Registry', 'Ordering', 'Supplement'].map((key) => from.get(key));
  return {
    ...(isText(registry) && { registry: toLatin(registry.bytes) }),
    ...(isText(ordering) && { ordering: toLatin(ordering.bytes) }),
    ...(typeof supplement === 'number' && { supplement }),
  };
}

function toLatin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function readRanges(operands: readonly Operand[], ranges: CodeRange[]): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [low, high] = [operands[at], operands[at + 1]];
    if (isText(low) && isText(high) && low.bytes.length > 0 && low.bytes.length <= 4)
      ranges.push({ width: low.bytes.length, low: toNumber(low) ?? 0, high: toNumber(high) ?? 0 });
  }
}

function readCidRanges(operands: readonly Operand[], cids: Map<number, number>): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [low, high, cid] = [toNumber(operands[at]), toNumber(operands[at + 1]), operands[at + 2]];
    if (low === undefined || high === undefined || typeof cid !== 'number') continue;
    for (let code = low; code <= Math.min(high, low + largestRange); code += 1)
      cids.set(code, cid + code - low);
  }
}

function readCidCharacters(operands: readonly Operand[], cids: Map<number, number>): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [code, cid] = [toNumber(operands[at]), operands[at + 1]];
    if (code !== undefined && typeof cid === 'number') cids.set(code, cid);
  }
}

function toNumber(operand: Operand | undefined): number | undefined {
  if (typeof operand === 'number') return operand;
  return isText(operand) ? operand.bytes.reduce((sum, byte) => sum * 256 + byte, 0) : undefined;
}
