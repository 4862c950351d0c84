/**
 * Tables written in HTML, made regular. HTML lets spans reach beyond the table and rows stand empty; PDF does not
 * (ISO 14289-1, 7.2), and browsers make of it what they like. Where a cell is missing, nobody knows which.
 */
import type { Element, Root } from 'hast';
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { visit } from '../../visit.ts';
import { type GridCell, type GridRow, layOutTable } from './grid.ts';

/** Cuts spans to the table, takes out rows without cells, and tells what cannot be mended. */
export function straightenTables(root: Root, file: string): Message[] {
  const tables = listTables(root);
  for (const table of tables) cutSpans(layOutTable(table)); // all before a row goes, as tables stand in cells
  visit(root, 'element', (parent) => {
    parent.children = parent.children.filter((child) => child.type !== 'element' || !isEmptyRow(child));
  });
  return tables.flatMap((table) => checkRows(layOutTable(table), file));
}

function listTables(root: Root): Element[] {
  const tables: Element[] = [];
  visit(root, 'element', (element) => {
    if (element.tagName === 'table') tables.push(element);
  });
  return tables;
}

/** No cell reaches beyond the last column in which one begins, nor over rows in which none does. */
function cutSpans(rows: readonly GridRow[]): void {
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column }) => column + 1)));
  for (const [index, { cells }] of rows.entries())
    for (const { element, column, columns, rows: below } of cells) {
      const covered = rows.slice(index, index + below).filter((row) => row.cells.length > 0);
      setSpan(element, 'colSpan', Math.min(columns, width - column));
      setSpan(element, 'rowSpan', covered.length);
    }
}

function setSpan({ properties }: Element, name: 'colSpan' | 'rowSpan', span: number): void {
  if (span > 1) properties[name] = span;
  else delete properties[name];
}

function isEmptyRow({ tagName, children }: Element): boolean {
  return tagName === 'tr' && !children.some(({ type }) => type === 'element');
}

/** Every row has the columns of the first, each once; one message is enough for a table. */
function checkRows(rows: readonly GridRow[], file: string): Message[] {
  const [first] = rows;
  const expected = first ? listColumns(first.cells).length : 0;
  for (const [index, { element, cells, above }] of rows.entries()) {
    const columns = listColumns([...above, ...cells]);
    const found = new Set(columns).size;
    const twice = columns.find((column, at) => columns.indexOf(column) !== at);
    const where = { file, place: element.position };
    if (twice !== undefined)
      return [createMessage('table-overlap', { row: index + 1, column: twice + 1 }, where)];
    if (found !== expected) return [createMessage('table-row', { row: index + 1, found, expected }, where)];
  }
  return [];
}

function listColumns(cells: readonly GridCell[]): number[] {
  return cells.flatMap(({ column, columns }) => Array.from({ length: columns }, (_, at) => column + at));
}
