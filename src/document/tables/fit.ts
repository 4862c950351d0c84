/**
 * Tables in the room that there is. Chromium shrinks every page of a file when a table is wider than the page, the
 * screens of telephones and e-readers cut it off, and the name of a medicine must not be broken: so a table is set
 * smaller or, when even then its longest words do not fit side by side, as records.
 */
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { addClass } from './class.ts';
import { type GridRow, layOutTable } from './grid.ts';
import { type Naming, setAsRecords } from './records.ts';

/** What the style sheets give a table, in ems of the body. */
export interface Room {
  readonly width: number;
  /** Size of the smallest type that a table may be set in. */
  readonly smallest: number;
  /** Room beside the text of a cell, in the table's own ems: usually, and in small type. */
  readonly gap: { readonly usual: number; readonly narrow: number };
}

/** What lists, quotations and boxes take of the width, in ems. */
const indents: Readonly<Record<string, number>> = { ul: 2, ol: 2.6, blockquote: 1.6, div: 2 };

/** Marks or rewrites every table of a document; those that it did already stay as they are. */
export function fitTables(parent: Root | Element, room: Room, naming: Naming): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'table') fitTable(child, room, naming);
    else fitTables(child, { ...room, width: room.width - (indents[child.tagName] ?? 0) }, naming);
  }
}

function fitTable(table: Element, { width, smallest, gap }: Room, naming: Naming): void {
  if (table.properties.className !== undefined) return;
  const rows = layOutTable(table);
  const longest = measureColumns(rows);
  const words = longest.reduce((sum, word) => sum + word, 0);
  if (words + longest.length * gap.usual <= width) return;
  if ((words + longest.length * gap.narrow) * smallest <= width) addClass(table, 'many-columns');
  else setAsRecords(table, rows, naming);
}

/** For each column the width of its longest piece, in ems; what spans several widens the last of them. */
function measureColumns(rows: readonly GridRow[]): number[] {
  const widths: number[] = [];
  const cells = rows.flatMap((row) => row.cells);
  for (const { element, column, columns } of cells.toSorted((a, b) => a.columns - b.columns)) {
    const last = column + columns - 1;
    while (widths.length <= last) widths.push(0);
    const others = widths.slice(column, last).reduce((sum, width) => sum + width, 0);
    widths[last] = Math.max(widths[last] ?? 0, measureCell(element) - others);
  }
  return widths;
}

/** Width of the longest piece that is not broken, in ems. Addresses and code may be broken anywhere. */
function measureCell(cell: Element): number {
  const breakable = new Set(findAll(cell, ['a', 'code']).flatMap((part) => pieces(toText(part))));
  const measured = pieces(toText(cell)).map((piece) =>
    breakable.has(piece) ? Math.min(measure(piece), longestAddress) : measure(piece),
  );
  return Math.max(0, ...measured);
}

/** So much of an address, in ems, keeps its column readable. */
const longestAddress = 8;

/** Chinese and Japanese break between any two characters, no-break spaces nowhere. */
function pieces(text: string): string[] {
  return text.split(/[ \t\n\u200b]+|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/u);
}

/** Alphabets whose letters are no wider than the bundled Latin ones. */
const alphabets = /[\p{ASCII}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}\p{P}\u00a0]/u;

/** Generous widths of bold letters, in ems. */
function measure(piece: string): number {
  let sum = 0;
  for (const letter of piece) sum += widthOf(letter);
  return sum;
}

function widthOf(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[mwMW@%]/.test(letter) || !alphabets.test(letter)) return 1;
  if (/[ijltfrI.,:;'!|()[\]\-\u00a0]/.test(letter)) return 0.4;
  return /\p{Lu}/u.test(letter) ? 0.72 : 0.6;
}

/** Elements of the names below an element, those inside of them left out. */
function findAll(parent: Element, names: readonly string[]): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return names.includes(child.tagName) ? [child] : findAll(child, names);
  });
}
