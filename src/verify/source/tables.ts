/** The tables of a segment, each cell in its row and column. */
import type { Point } from 'unist';
import { joinParts, type Part } from '../phrase.ts';
import type { Attributes, EventListener } from './events.ts';
import { layOutRows, type SourceCell, type WrittenCell } from './grid.ts';

/** A table. */
export interface SourceTable {
  readonly at?: Point;
  readonly isNote: boolean;
  /** In the order in which they are written. */
  readonly cells: readonly SourceCell[];
}

interface OpenCell extends Omit<WrittenCell, 'phrase'> {
  readonly parts: Part[];
  isLabelled: boolean;
}

interface OpenTable {
  readonly at: Point | undefined;
  readonly isNote: boolean;
  readonly index: number;
  readonly rows: { readonly isHead: boolean; readonly group: number; readonly cells: WrittenCell[] }[];
  group: number;
  isHead: boolean;
  hasRow: boolean;
  cell: OpenCell | undefined;
}

const groups = new Set(['thead', 'tbody', 'tfoot']);
const isCell = (name: string) => name === 'td' || name === 'th';

/** Gathers tables; end tags may be left out, as HTML allows. */
export class TableCollector implements Partial<EventListener> {
  readonly #tables: (SourceTable | undefined)[] = [];
  readonly #open: OpenTable[] = [];
  #isNote = false;

  get tables(): readonly SourceTable[] {
    return this.#tables.filter((table) => table !== undefined);
  }

  beginBlock(_: Point | undefined, isNote: boolean): void {
    this.#isNote = isNote;
  }

  open(name: string, attributes: Attributes, at: Point | undefined): void {
    const table = this.#open.at(-1);
    if (name === 'table') this.#begin(at);
    else if (!table) return;
    else if (groups.has(name)) this.#beginGroup(table, name === 'thead');
    else if (name === 'tr') this.#beginRow(table);
    else if (isCell(name)) this.#beginCell(table, name === 'th', attributes, at);
  }

  close(name: string): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'table') this.#finish(table);
    else if (isCell(name)) endCell(table);
    else if (name === 'tr') endRow(table);
    else if (groups.has(name)) this.#beginGroup(table, false);
  }

  add(part: Part): void {
    for (const { cell } of this.#open) cell?.parts.push(part);
  }

  label(): void {
    for (const { cell } of this.#open) if (cell) cell.isLabelled = true;
  }

  #begin(at: Point | undefined): void {
    const index = this.#tables.push(undefined) - 1;
    const state = { group: 0, isHead: false, hasRow: false, cell: undefined };
    this.#open.push({ at, isNote: this.#isNote, index, rows: [], ...state });
  }

  #beginGroup(table: OpenTable, isHead: boolean): void {
    endRow(table);
    table.group += 1;
    table.isHead = isHead;
  }

  #beginRow(table: OpenTable): void {
    endRow(table);
    table.rows.push({ isHead: table.isHead, group: table.group, cells: [] });
    table.hasRow = true;
  }

  #beginCell(table: OpenTable, isHeading: boolean, attributes: Attributes, at: Point | undefined): void {
    endCell(table);
    if (!table.hasRow) this.#beginRow(table);
    table.cell = { isHeading, attributes, ...(at && { at }), parts: [], isLabelled: false };
  }

  #finish(table: OpenTable): void {
    endRow(table);
    this.#open.pop();
    const { at, isNote, index, rows } = table;
    this.#tables[index] = { ...(at && { at }), isNote, cells: layOutRows(rows) };
  }
}

function endCell(table: OpenTable): void {
  if (!table.cell) return;
  const { parts, isLabelled, ...cell } = table.cell;
  table.rows.at(-1)?.cells.push({ ...cell, ...(!isLabelled && { phrase: joinParts(parts) }) });
  table.cell = undefined;
}

function endRow(table: OpenTable): void {
  endCell(table);
  table.hasRow = false;
}
