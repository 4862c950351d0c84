/**
 * Tables in the room that a page has. Chromium shrinks every page of a file when a table is wider than the page,
 * and a word of a medicine must not be broken: so a table is set smaller or, when even then its longest words do
 * not fit side by side, as records: a paragraph for each cell, with the column's name before it. Its elements
 * stay, and with them the tags Table, TR, TH and TD.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { PageSize, PrintKind } from '../../model.ts';

/** What the style sheets give a table, in ems of the body. */
export interface Room {
  readonly width: number;
  /** Size of the smallest type that the edition may have. */
  readonly smallest: number;
}

/** Width of the page without its margins over the body size: `templates/print/*.css`. In ems. */
const widths: Readonly<Record<PrintKind, Partial<Record<PageSize, number>>>> = {
  book: { a5: 28.8, '6x9': 29.9 },
  booklet: { a5: 27.9, 'half-letter': 25.9 },
  handout: { letter: 30.2, a4: 28.8 },
  'chapter-handout': { letter: 30.2, a4: 28.8 },
  'large-print': { letter: 26, a4: 25 },
};

/** Smallest type over body type: 9 of 11 pt, 10 of 12 pt, 18 of 18 pt. */
const smallest: Readonly<Record<PrintKind, number>> = {
  book: 9 / 11,
  booklet: 10 / 12,
  handout: 10 / 12,
  'chapter-handout': 10 / 12,
  'large-print': 1,
};

/** The room for tables in an edition. */
export function roomFor(kind: PrintKind, pageSize: PageSize): Room {
  const width = widths[kind][pageSize];
  if (width === undefined) throw new TypeError(`No ${kind} is printed on ${pageSize}`);
  return { width, smallest: smallest[kind] };
}

/** Room to the right of each cell, in its ems: `templates/print/print.css`. */
const gap = { wide: 0.8, narrow: 0.35 };
/** What lists, quotations and boxes take of the width, in ems. */
const indents: Readonly<Record<string, number>> = { ul: 2, ol: 2.6, blockquote: 1.6, div: 2 };

/** Marks or rewrites every table of a document; those that it did already stay as they are. */
export function fitTables(parent: Root | Element, room: Room): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'table') fitTable(child, room);
    else fitTables(child, { ...room, width: room.width - (indents[child.tagName] ?? 0) });
  }
}

function fitTable(table: Element, { width, smallest }: Room): void {
  if (table.properties.className !== undefined) return;
  const rows = findAll(table, ['tr']).map((row) => findAll(row, ['th', 'td']));
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  const longest = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((cells) => measureCell(cells[column]))),
  );
  const words = longest.reduce((sum, word) => sum + word, 0);
  if (words + columns * gap.wide <= width) return;
  if ((words + columns * gap.narrow) * smallest <= width) addClass(table, 'many-columns');
  else setAsRecords(table, rows);
}

function setAsRecords(table: Element, [head = [], ...rows]: readonly Element[][]): void {
  addClass(table, 'records');
  for (const cell of head.slice(1)) cell.children.unshift(decoration('separator', ' · '));
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      const name = toText(head[column] ?? cell).replace(/^ · /, '');
      if (column === 0 || head[column] === undefined) continue;
      cell.children.unshift(decoration('label', `${name}: `));
    }
  }
}

/** Seen only: a screen reader names the column of a cell by itself. */
function decoration(className: string, text: string): ElementContent {
  return h('span', { className: [className], ariaHidden: 'true' }, text);
}

/** Width of the longest piece that is not broken, in ems. Addresses and code may be broken anywhere. */
function measureCell(cell: Element | undefined): number {
  if (cell === undefined) return 0;
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

function addClass(element: Element, name: string): void {
  const { className } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), name];
}
