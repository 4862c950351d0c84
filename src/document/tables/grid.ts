/** The cells of a table where they stand: cells that span columns or rows move those behind and below them (HTML, 4.9.12). */
import type { Element } from 'hast';

/** A cell and the columns that it covers. */
export interface GridCell {
  readonly element: Element;
  /** From 0. */
  readonly column: number;
  readonly columns: number;
}

/** A row of a table. */
export interface GridRow {
  /** Of the head: its cells name columns. */
  readonly isHead: boolean;
  readonly cells: readonly GridCell[];
  /** Cells of rows above that reach into this one. */
  readonly above: readonly GridCell[];
}

/** So many columns and rows a cell may span (HTML, 4.9.11). */
const most = { colSpan: 1000, rowSpan: 65_534 };

/** Lays out the rows of a table, in order. */
export function layOutTable(table: Element): GridRow[] {
  const rows: GridRow[] = [];
  for (const group of listGroups(table)) {
    let reaching: (GridCell & { readonly left: number })[] = [];
    for (const row of group.rows) {
      const above = reaching;
      const laid = layOutRow(row, above);
      const isHead = group.isHead || (rows.every((it) => it.isHead) && isNames(row));
      rows.push({ isHead, cells: laid, above });
      reaching = [...above, ...laid.map((cell) => ({ ...cell, left: spanOf(cell.element, 'rowSpan') }))]
        .map((cell) => ({ ...cell, left: cell.left - 1 }))
        .filter(({ left }) => left > 0);
    }
  }
  return rows;
}

interface Group {
  readonly isHead: boolean;
  readonly rows: readonly Element[];
}

/** No cell reaches out of its group. */
function listGroups(table: Element): Group[] {
  return childrenOf(table).flatMap((child): Group[] => {
    if (child.tagName === 'tr') return [{ isHead: false, rows: [child] }];
    if (!['thead', 'tbody', 'tfoot'].includes(child.tagName)) return [];
    const rows = childrenOf(child).filter(({ tagName }) => tagName === 'tr');
    return [{ isHead: child.tagName === 'thead', rows }];
  });
}

function layOutRow(row: Element, above: readonly GridCell[]): GridCell[] {
  const isTaken = (column: number) =>
    above.some((cell) => cell.column <= column && column < cell.column + cell.columns);
  let column = 0;
  return cellsOf(row).map((element) => {
    while (isTaken(column)) column += 1;
    const cell = { element, column, columns: spanOf(element, 'colSpan') };
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
