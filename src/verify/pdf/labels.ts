/** Page numbers as a reader's program shows them (ISO 32000-1, 12.4.2). */
import type { PdfDict, PdfObject } from '@libpdf/core';
import { toRoman } from '../roman.ts';
import { asArray, asDict, asList, asName, asNumber, asText, deepest, type Resolve } from './objects.ts';
import type { PdfFile } from './open.ts';

interface Range {
  /** Index of the first page, from 0. */
  readonly start: number;
  readonly style: string | undefined;
  readonly prefix: string;
  readonly first: number;
}

/** The label of each page: its place in the file where nothing else is said. */
export function readPageLabels({ catalog, pages, resolve }: PdfFile): readonly string[] {
  const ranges: Range[] = [];
  readNumberTree(resolve(catalog.get('PageLabels')), resolve, ranges, 0);
  if (ranges.length === 0) return pages.map((_, index) => String(index + 1));
  ranges.sort((a, b) => a.start - b.start);
  return pages.map((_, index) => {
    const range = ranges.findLast(({ start }) => start <= index);
    return range ? label(range, index - range.start + range.first) : '';
  });
}

function readNumberTree(node: PdfObject | undefined, resolve: Resolve, ranges: Range[], depth: number): void {
  const dict = asDict(node);
  if (!dict || depth > deepest) return;
  const pairs = asArray(resolve(dict.get('Nums')))?.toArray() ?? [];
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const [start, entry] = [asNumber(resolve(pairs[at])), asDict(resolve(pairs[at + 1]))];
    if (start !== undefined && entry) ranges.push(readRange(start, entry, resolve));
  }
  for (const kid of asList(resolve(dict.get('Kids'))))
    readNumberTree(resolve(kid), resolve, ranges, depth + 1);
}

function readRange(start: number, entry: PdfDict, resolve: Resolve): Range {
  return {
    start,
    style: asName(resolve(entry.get('S'))),
    prefix: asText(resolve(entry.get('P'))) ?? '',
    first: asNumber(resolve(entry.get('St'))) ?? 1,
  };
}

function label({ style, prefix }: Range, number: number): string {
  if (style === 'D') return `${prefix}${number}`;
  if (style === 'r') return prefix + toRoman(number);
  if (style === 'R') return prefix + toRoman(number).toUpperCase();
  if (style === 'A' || style === 'a') return prefix + toLetters(number, style);
  return prefix;
}

/** a to z, then aa to zz. */
function toLetters(number: number, style: 'A' | 'a'): string {
  const letter = String.fromCharCode(style.charCodeAt(0) + ((number - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(number / 26), 100));
}
