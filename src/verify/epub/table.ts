/** What the head of a table says of each of its cells (HTML, 4.9.12, where cells span columns and rows). */
import type { FoundCell, FoundTable } from '../checks/tables.ts';
import { fold } from '../fold.ts';
import type { Range } from '../match.ts';
import { readScope } from '../source/grid.ts';
import { textOf, tokens, type XmlElement } from './xml.ts';

interface Placed {
  readonly cell: XmlElement;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly isHead: boolean;
}

const isCell = ({ name }: XmlElement) => name === 'td' || name === 'th';
const elementsOf = ({ children }: XmlElement) =>
  children.filter((child): child is XmlElement => typeof child !== 'string');
/** A larger span is an attack. */
const largestSpan = 10_000;

/** For each cell the names that may stand before it, folded: of its column, and of what reaches into its row. */
export function nameCells(table: XmlElement): ReadonlyMap<XmlElement, string> {
  const placed = placeCells(table);
  const heads = placed.filter(({ isHead }) => isHead);
  return new Map(
    placed.filter(({ isHead }) => !isHead).map((one) => [one.cell, nameCell(one, heads, placed)] as const),
  );
}

function nameCell(one: Placed, heads: readonly Placed[], all: readonly Placed[]): string {
  const isFirst = !all.some(({ row, column }) => row === one.row && column < one.column);
  const reaching = all.filter(
    ({ row, rows, column }) => row < one.row && one.row < row + rows && column < one.column,
  );
  const again = isFirst ? reaching.map(({ cell }) => `${spokenText(cell)}·`).join('') : '';
  return again + (one.column === 0 ? '' : nameColumn(one, heads));
}

function nameColumn({ cell, column, columns }: Placed, heads: readonly Placed[]): string {
  const ids = tokens(cell, 'headers');
  const named = heads.filter((head) => ids.includes(head.cell.attributes.id ?? ''));
  const above = heads.filter((head) => head.column < column + columns && column < head.column + head.columns);
  const names = (named.length > 0 ? named : above).map((head) => spokenText(head.cell));
  return [...new Set(names)].filter((name) => name !== '').join(',');
}

/** The text of an element without what is hidden from screen readers, folded. */
export function spokenText(element: XmlElement): string {
  return fold(speak(element));
}

function speak({ attributes, children }: XmlElement): string {
  if (attributes['aria-hidden'] === 'true') return '';
  return children.map((child) => (typeof child === 'string' ? child : speak(child))).join('');
}

function placeCells(table: XmlElement): Placed[] {
  const placed: Placed[] = [];
  const groups = listGroups(table);
  const isSaid = groups.some(({ isHead }) => isHead);
  let row = 0;
  for (const { isHead, rows } of groups) {
    const end = row + rows.length;
    for (const cells of rows) {
      placeRow(cells, { row, end, isHead }, placed);
      row += 1;
    }
  }
  return isSaid ? placed : findHeads(placed, row);
}

/** Where no head is marked, it is the rows of `th` at the top, up to the last that names more than the whole table. */
function findHeads(placed: readonly Placed[], rows: number): Placed[] {
  const width = Math.max(0, ...placed.map(({ column, columns }) => column + columns));
  const names = (at: number) => placed.every(({ row, cell }) => row !== at || cell.name === 'th');
  const titles = (at: number) => placed.some((one) => one.row === at && width > 1 && one.columns === width);
  let end = 0;
  for (let row = 0; row < rows && names(row); row += 1) if (!titles(row)) end = row + 1;
  return placed.map((one) => ({ ...one, isHead: one.row < end }));
}

interface RowPlan {
  readonly row: number;
  /** First row behind the group: no cell reaches further. */
  readonly end: number;
  readonly isHead: boolean;
}

function placeRow(cells: readonly XmlElement[], { row, end, isHead }: RowPlan, placed: Placed[]): void {
  const above = placed.filter((it) => it.row < row && row < it.row + it.rows);
  let column = 0;
  for (const cell of cells) {
    while (above.some((it) => it.column <= column && column < it.column + it.columns)) column += 1;
    const columns = readSpan(cell, 'colspan') || 1;
    const rows = Math.min(readSpan(cell, 'rowspan') || end - row, end - row);
    placed.push({ cell, row, column, rows, columns, isHead });
    column += columns;
  }
}

/** 0 when it says 0; 1 when it says nothing that counts. */
function readSpan({ attributes }: XmlElement, name: string): number {
  const text = attributes[name] ?? '1';
  return /^\d{1,6}$/.test(text) ? Math.min(Number(text), largestSpan) : 1;
}

function listGroups(table: XmlElement): { isHead: boolean; rows: XmlElement[][] }[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'tr') return [{ isHead: false, rows: [elementsOf(child).filter(isCell)] }];
    if (!['thead', 'tbody', 'tfoot'].includes(child.name)) return [];
    const rows = elementsOf(child).filter(({ name }) => name === 'tr');
    return [{ isHead: child.name === 'thead', rows: rows.map((row) => elementsOf(row).filter(isCell)) }];
  });
}

/** The text of a table's cell as written, for measuring. */
export function listCellTexts(table: XmlElement): readonly (readonly string[])[] {
  return listGroups(table).flatMap(({ rows }) => rows.map((cells) => cells.map(textOf)));
}

/** A table as the proof compares it. @param rangeOf where an element stands in the text */
export function readTable(
  table: XmlElement,
  page: number,
  rangeOf: (element: XmlElement) => Range | undefined,
): FoundTable {
  const placed = placeCells(table);
  const ids = new Map(placed.map(({ cell }, index) => [cell.attributes.id, index]));
  const cells = placed.map(
    ({ cell, row, column, rows, columns }): FoundCell => ({
      row,
      column,
      rows,
      columns,
      isHeading: isHeading(cell),
      scopes: listScopes(cell),
      headings: tokens(cell, 'headers').map((id) => ids.get(id)),
      range: rangeOf(cell) ?? nowhere,
    }),
  );
  return { cells, range: rangeOf(table) ?? nowhere, page };
}

const nowhere: Range = { start: 0, end: 0 };

/** To those who see it and to those who hear it. */
function isHeading({ name, attributes: { role } }: XmlElement): boolean {
  return name === 'th' && role !== 'cell';
}

function listScopes({ attributes: { scope, role = '' } }: XmlElement): string[] {
  return [readScope(scope), readScope(/^(?:row|column)header$/.test(role) ? role : '')].filter(
    (it) => it !== undefined,
  );
}
