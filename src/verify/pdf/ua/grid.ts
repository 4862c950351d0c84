/** The cells of a table in rows and columns (ISO 32000-1, 14.8.5.7). */
import { asNumber } from '../objects.ts';
import type { AttributeReader } from './attributes.ts';
import { childrenOf, type Element } from './element.ts';

/** A cell with the first row and column that it covers. */
export interface Cell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A table as a grid: every place is covered by one cell. */
export interface Grid {
  readonly cells: readonly Cell[];
  /** By row and column. */
  readonly places: readonly (readonly (Cell | undefined)[])[];
  /** Why it is none. */
  readonly problems: readonly string[];
}

const groups = new Set(['THead', 'TBody', 'TFoot']);
/** More rows or columns than a table that anyone reads: a larger span is an attack. */
const largestSpan = 10_000;
/** More places than a table that anyone reads. */
const mostPlaces = 1_000_000;

/** Lays the cells out, row by row, each in the first free place. */
export function layOut(table: Element, attribute: AttributeReader): Grid {
  const rows = childrenOf(table).flatMap((child) => (groups.has(child.role) ? childrenOf(child) : [child]));
  const builder = new GridBuilder(attribute);
  for (const [index, row] of rows.filter(({ role }) => role === 'TR').entries()) builder.addRow(row, index);
  return builder.finish();
}

class GridBuilder {
  readonly #attribute: AttributeReader;
  readonly #cells: Cell[] = [];
  readonly #places: (Cell | undefined)[][] = [];
  readonly #problems = new Set<string>();
  #covered = 0;
  #rows = 0;

  constructor(attribute: AttributeReader) {
    this.#attribute = attribute;
  }

  addRow(row: Element, index: number): void {
    this.#rows = index + 1;
    let column = 0;
    for (const element of childrenOf(row)) {
      if (element.role !== 'TH' && element.role !== 'TD') continue;
      while (this.#places[index]?.[column]) column += 1;
      const cell = {
        element,
        row: index,
        column,
        rows: this.#span(element, 'RowSpan'),
        columns: this.#span(element, 'ColSpan'),
      };
      this.#place(cell);
      column += cell.columns;
    }
  }

  finish(): Grid {
    const widths = this.#places.map((row) => row.length);
    const columns = Math.max(0, ...widths);
    if (this.#places.length > this.#rows) this.#problems.add('a cell spans more rows than there are');
    const short = widths.findIndex((width, row) => width < columns || this.#hasGap(row, columns));
    if (short >= 0) this.#problems.add(`row ${short + 1} has fewer than ${columns} columns`);
    return { cells: this.#cells, places: this.#places, problems: [...this.#problems] };
  }

  #hasGap(row: number, columns: number): boolean {
    return Array.from({ length: columns }, (_, column) => this.#places[row]?.[column]).includes(undefined);
  }

  #span(element: Element, key: string): number {
    const span = asNumber(this.#attribute(element, 'Table', key)) ?? 1;
    return Number.isInteger(span) && span >= 1 ? Math.min(span, largestSpan) : 1;
  }

  #place(cell: Cell): void {
    this.#cells.push(cell);
    this.#covered += cell.rows * cell.columns;
    if (this.#covered > mostPlaces) {
      this.#problems.add('its cells span more rows and columns than can be');
      return;
    }
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
      const places = this.#places[row] ?? [];
      this.#places[row] = places;
      for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
        if (places[column]) this.#problems.add(`two cells cover row ${row + 1}, column ${column + 1}`);
        places[column] = cell;
      }
    }
  }
}
