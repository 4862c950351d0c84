/**
 * The cells of a written table in rows and columns (HTML, 4.9.12). Editions make tables regular: no cell reaches beyond
 * the last column in which one begins, nor over rows in which none does.
 */
import type { Point } from 'unist';
import type { Phrase } from '../phrase.ts';
import type { Attributes } from './events.ts';

/** A cell of a table as it is written. */
export interface WrittenCell {
  readonly isHeading: boolean;
  readonly attributes: Attributes;
  readonly at?: Point;
  /** Undefined when an edition may add a label inside it. */
  readonly phrase?: Phrase;
}

/** A row of a table as it is written. */
export interface WrittenRow {
  readonly isHead: boolean;
  /** Number of its `thead`, `tbody` or `tfoot`. */
  readonly group: number;
  readonly cells: readonly WrittenCell[];
}

/** A cell with the first row and column that it covers, from 0. */
export interface SourceCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Whether it names other cells. */
  readonly isHeading: boolean;
  /** Whose cells it names; absent where that is not said. */
  readonly scope?: 'Row' | 'Column';
  /** Indexes of the cells that it says are its headings. */
  readonly headings: readonly number[];
  readonly phrase?: Phrase;
  readonly at?: Point;
}

interface Placed extends Pick<SourceCell, 'row' | 'column' | 'rows' | 'columns'> {
  readonly written: WrittenCell;
  readonly isHead: boolean;
}

/** A larger span is an attack. */
const largestSpan = 10_000;

/** Lays out the rows that have cells. */
export function layOutRows(rows: readonly WrittenRow[]): SourceCell[] {
  const placed = findHead(trim(placeAll(rows.filter(({ cells }) => cells.length > 0))));
  const byId = new Map(placed.map(({ written }, index) => [written.attributes.id ?? '', index]));
  return placed.map(({ written, isHead, ...place }) => {
    const { isHeading, attributes, phrase, at } = written;
    const ids = (attributes.headers ?? '').split(/\s+/).filter((id) => id !== '');
    const scope = readScope(attributes.scope) ?? (isHeading && isHead ? 'Column' : undefined);
    return {
      ...place,
      isHeading,
      headings: ids.flatMap((id) => byId.get(id) ?? []),
      ...(scope && { scope }),
      ...(phrase && { phrase }),
      ...(at && { at }),
    };
  });
}

/** `row`, `col`, `rowgroup` or `colgroup`. */
export function readScope(scope: string | undefined): SourceCell['scope'] {
  if (/^row/i.test(scope ?? '')) return 'Row';
  return /^col/i.test(scope ?? '') ? 'Column' : undefined;
}

function placeAll(rows: readonly WrittenRow[]): Placed[] {
  const placed: Placed[] = [];
  const ends = new Map(rows.map(({ group }, row) => [group, row + 1]));
  let reaching: Placed[] = [];
  for (const [row, { cells, group, isHead }] of rows.entries()) {
    const end = ends.get(group) ?? rows.length;
    const above = reaching.filter((it) => row < it.row + it.rows);
    const own: Placed[] = [];
    let column = 0;
    for (const written of cells) {
      while (above.some((it) => it.column <= column && column < it.column + it.columns)) column += 1;
      const columns = readSpan(written, 'colspan') || 1;
      const reach = Math.min(readSpan(written, 'rowspan') || end - row, end - row);
      own.push({ written, isHead, row, column, rows: reach, columns });
      column += columns;
    }
    placed.push(...own);
    reaching = [...above, ...own.filter((it) => it.rows > 1)];
  }
  return placed;
}

/** 0 when it says 0; 1 when it says nothing that counts. */
function readSpan({ attributes }: WrittenCell, name: string): number {
  const text = attributes[name] ?? '1';
  return /^\s*\d{1,6}/.test(text) ? Math.min(Number.parseInt(text, 10), largestSpan) : 1;
}

function trim(placed: readonly Placed[]): Placed[] {
  const width = Math.max(0, ...placed.map(({ column }) => column + 1));
  return placed.map((cell) => ({ ...cell, columns: Math.min(cell.columns, width - cell.column) }));
}

/** Where no head is marked, it is the rows of `th` at the top, up to the last that names more than the whole table. */
function findHead(placed: readonly Placed[]): readonly Placed[] {
  if (placed.some(({ isHead }) => isHead)) return placed;
  const width = Math.max(0, ...placed.map(({ column, columns }) => column + columns));
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  const body = placed.find(({ written }) => !written.isHeading)?.row ?? rows;
  const titles = (at: number) => placed.some((it) => it.row === at && width > 1 && it.columns === width);
  let end = body;
  while (end > 0 && titles(end - 1)) end -= 1;
  return placed.map((cell) => ({ ...cell, isHead: cell.row < end }));
}
