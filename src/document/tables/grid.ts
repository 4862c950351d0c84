/** The cells of a table where they stand: cells that span columns or rows move those behind and below them (HTML, 4.9.12). */
import type { Element } from 'hast';

/** A cell and what it covers: from its own row and column on, so many of each. */
export interface GridCell {
  readonly element: Element;
  /** From 0. */
  readonly column: number;
  readonly columns: number;
  /** None beyond its group of rows. */
  readonly rows: number;
}

/** A row of a table. */
export interface GridRow {
  readonly element: Element;
  /** Its cells name columns. */
  readonly isHead: boolean;
  readonly cells: readonly GridCell[];
  /** Cells of rows above that reach into this one. */
  readonly above: readonly GridCell[];
}

/** So many columns and rows a cell may span (HTML, 4.9.11). */
const most = { colSpan: 1000, rowSpan: 65_534 };

/** Lays out the rows of a table, in order. */
export function layOutTable(table: Element): GridRow[] {
  const groups = listGroups(table);
  const rows = groups.flatMap(layOutGroup);
  const heads = groups.some(({ isHead }) => isHead) ? 0 : countHeads(rows);
  return rows.map((row, index) => ({ ...row, isHead: row.isHead || index < heads }));
}

/** Where no rows are said to be the head, those at the top that name columns; the title of a group names none. */
function countHeads(rows: readonly GridRow[]): number {
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.column + cell.columns)));
  const isTitle = ({ cells: [first] }: GridRow) => first?.columns === width && width > 1;
  const body = rows.findIndex(({ element }) => !isNames(element));
  const names = rows.slice(0, body < 0 ? rows.length : body);
  return names.findLastIndex((row) => !isTitle(row)) + 1;
}

function layOutGroup({ isHead, rows }: Group): GridRow[] {
  let reaching: (GridCell & { readonly left: number })[] = [];
  return rows.map((element, index) => {
    const above = reaching;
    const cells = layOutRow(element, above, rows.length - index);
    reaching = [...above, ...cells.map((cell) => ({ ...cell, left: cell.rows }))]
      .map((cell) => ({ ...cell, left: cell.left - 1 }))
      .filter(({ left }) => left > 0);
    return { element, isHead, cells, above };
  });
}

interface Group {
  readonly isHead: boolean;
  readonly rows: readonly Element[];
}

function listGroups(table: Element): Group[] {
  return childrenOf(table).flatMap((child): Group[] => {
    if (child.tagName === 'tr') return [{ isHead: false, rows: [child] }];
    if (!['thead', 'tbody', 'tfoot'].includes(child.tagName)) return [];
    const rows = childrenOf(child).filter(({ tagName }) => tagName === 'tr');
    return [{ isHead: child.tagName === 'thead', rows }];
  });
}

/** @param left rows of the group, this one among them */
function layOutRow(row: Element, above: readonly GridCell[], left: number): GridCell[] {
  const isTaken = (column: number) =>
    above.some((cell) => cell.column <= column && column < cell.column + cell.columns);
  let column = 0;
  return cellsOf(row).map((element) => {
    while (isTaken(column)) column += 1;
    const rows = Math.min(spanOf(element, 'rowSpan'), left);
    const cell = { element, column, columns: spanOf(element, 'colSpan'), rows };
    column += cell.columns;
    return cell;
  });
}

/** A row span of 0 goes to the end of the group. */
function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(properties[name] ?? 1);
  if (name === 'rowSpan' && span === 0) return most.rowSpan;
  return Number.isInteger(span) && span > 0 ? Math.min(span, most[name]) : 1;
}

function isNames(row: Element): boolean {
  const cells = cellsOf(row);
  return cells.length > 0 && cells.every(({ tagName }) => tagName === 'th');
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function childrenOf({ children }: Element): Element[] {
  return children.filter((child): child is Element => child.type === 'element');
}
