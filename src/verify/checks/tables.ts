/** Every table is the one of the source: a cell under another heading would be another dose. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import type { Furniture } from '../furniture.ts';
import { matchAt, type Range } from '../match.ts';
import { textOf } from '../phrase.ts';
import type { SourceCell } from '../source/grid.ts';
import type { SourceTable } from '../source/tables.ts';
import { excerpt, type NamePlace } from './describe.ts';
import type { Stretch } from './stretch.ts';

/** A cell of a finished file, with the first row and column that it covers, from 0. */
export interface FoundCell extends Pick<SourceCell, 'row' | 'column' | 'rows' | 'columns' | 'isHeading'> {
  /** Whose cells it says that it names, once for each way of saying so. */
  readonly scopes: readonly string[];
  /** Indexes of the cells that it says are its headings; undefined for one that is not there. */
  readonly headings: readonly (number | undefined)[];
  readonly range: Range;
}

/** A table of a finished file. */
export interface FoundTable {
  /** In reading order. */
  readonly cells: readonly FoundCell[];
  readonly range: Range;
  /** Page, or position of the file in the spine. */
  readonly page: number;
}

/** What the tables of a segment are held against. */
export interface TableDemand {
  readonly file: string;
  readonly furniture: Furniture;
  readonly namePlace: NamePlace;
}

/**
 * A message for each table of a segment that is another one than in the source.
 * @param found tables of the stretch, in order; forms of the edition's own are left out
 */
export function checkTables(
  stretch: Stretch,
  found: readonly FoundTable[],
  { file, furniture, namePlace }: TableDemand,
): Message[] {
  const { segment, transcript } = stretch;
  const { text } = transcript;
  const expected = [...segment.tables].sort((a, b) => Number(a.isNote) - Number(b.isNote));
  const isForm = ({ range }: FoundTable) => furniture.explains(text.slice(range.start, range.end), 'numbers');
  const own = found.length === expected.length ? found : found.filter((table) => !isForm(table));
  const tell = (source: SourceTable | SourceCell | undefined, problem: string, where: string): Message => {
    const line = source?.at?.line;
    const values = {
      chapter: segment.title,
      source: line === undefined ? segment.file : `${segment.file}:${line}`,
      problem,
      where,
    };
    return createMessage('proof-table', values, { file });
  };
  if (own.length !== expected.length) {
    const place = own[0] ?? stretch.heading;
    const where = namePlace(place.page, own[0]?.range);
    return [tell(expected[0], `there are ${own.length} tables, expected ${expected.length}`, where)];
  }
  return expected.flatMap((table, index) => {
    const other = own[index];
    const fault = other && compareTables(table, other, text);
    return fault ? [tell(fault.source, fault.problem, namePlace(other.page, fault.range))] : [];
  });
}

interface Fault {
  readonly source: SourceTable | SourceCell;
  readonly problem: string;
  readonly range: Range;
}

function compareTables(source: SourceTable, found: FoundTable, text: string): Fault | undefined {
  for (const [index, cell] of source.cells.entries()) {
    const other = found.cells[index];
    const problem = other
      ? (compareCells(cell, other, text) ?? compareHeadings(cell, other, found.cells))
      : `${nameCell(cell)} is not there`;
    if (problem) return { source: cell, problem, range: other?.range ?? found.range };
  }
  const more = found.cells[source.cells.length];
  return more && { source, problem: `there is one cell more in row ${more.row + 1}`, range: more.range };
}

function compareCells(source: SourceCell, found: FoundCell, text: string): string | undefined {
  const { phrase, scope } = source;
  const { start, end } = found.range;
  if (phrase && !matchAt(text, phrase, start).includes(end))
    return `${nameCell(source)} says “${excerpt(text.slice(start, end))}”`;
  if (found.row !== source.row || found.column !== source.column)
    return `${nameCell(source)} stands in row ${found.row + 1}, column ${found.column + 1}`;
  if (found.rows !== source.rows || found.columns !== source.columns)
    return `${nameCell(source)} covers ${measure(found)}, expected ${measure(source)}`;
  if (found.isHeading !== source.isHeading)
    return `${nameCell(source)} is ${found.isHeading ? 'a heading' : 'no heading'}, unlike in the source`;
  const other = scope && found.scopes.find((it) => it !== scope);
  if (other)
    return `${nameCell(source)} names the cells of its ${other.toLowerCase()}, expected ${scope.toLowerCase()}`;
  return undefined;
}

/** Those that the source names, or that stand above it or beside it. */
function compareHeadings(
  source: SourceCell,
  found: FoundCell,
  cells: readonly FoundCell[],
): string | undefined {
  for (const index of found.headings) {
    const heading = index === undefined ? undefined : cells[index];
    const isMeant = index !== undefined && source.headings.includes(index);
    if (!isMeant && !(heading?.isHeading && meets(heading, found)))
      return `${nameCell(source)} is said to stand under a heading that is not its own`;
  }
  const lost = found.headings.length > 0 && source.headings.some((index) => !found.headings.includes(index));
  return lost ? `${nameCell(source)} does not name the headings that it names in the source` : undefined;
}

function meets(one: FoundCell, other: FoundCell): boolean {
  const inColumn = one.column < other.column + other.columns && other.column < one.column + one.columns;
  const inRow = one.row < other.row + other.rows && other.row < one.row + one.rows;
  return inColumn || inRow;
}

function nameCell({ row, column, phrase }: SourceCell): string {
  const text = phrase ? textOf(phrase) : '';
  const said = text === '' ? '' : ` “${excerpt(text)}”`;
  return `the cell${said} of row ${row + 1}, column ${column + 1}`;
}

function measure({ rows, columns }: Pick<SourceCell, 'rows' | 'columns'>): string {
  return `${rows} × ${columns} rows and columns`;
}
