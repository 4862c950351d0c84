/** Tables are regular, and their cells lead to headers (ISO 14289-1, 7.2 and 7.5). */
import { asArray, asName, asText } from '../../objects.ts';
import { type AttributeReader, createAttributeReader } from '../attributes.ts';
import type { UaDocument } from '../document.ts';
import { type Cell, type Grid, layOut } from '../grid.ts';
import { type Fault, type Rule, rule } from '../rule.ts';

function* grids({
  structure,
  look,
}: UaDocument): Iterable<{ grid: Grid; where: string; read: AttributeReader }> {
  const read = createAttributeReader(structure.root, look);
  for (const element of structure.elements)
    if (element.role === 'Table') yield { grid: layOut(element, read), where: element.where, read };
}

/** Every row has as many columns, and no cell covers another (7.2). */
function* findIrregular(document: UaDocument): Iterable<Fault> {
  for (const { grid, where } of grids(document))
    for (const problem of grid.problems) yield { problem, where };
}

/** Header cells have a scope, or data cells name their headers (7.5; Matterhorn 15-003). */
function* findWithoutHeaders(document: UaDocument): Iterable<Fault> {
  const { look } = document;
  for (const { grid, where, read } of grids(document)) {
    if (grid.problems.length > 0) continue;
    const headers = grid.cells.filter(({ element }) => element.role === 'TH');
    const ids = new Set(headers.flatMap(({ element }) => look.text(element.dict, 'ID') ?? []));
    if (headers.every((cell) => scopeOf(cell, read) !== undefined)) continue;
    const data = grid.cells.filter(({ element }) => element.role === 'TD');
    for (const cell of data) {
      const named = namesOf(cell, read, document);
      const unknown = named.find((name) => !ids.has(name));
      if (unknown === undefined && named.length > 0) continue;
      if (findsHeader(cell, grid, read)) continue;
      const problem =
        unknown === undefined
          ? 'no header belongs to it'
          : `it names the header ${unknown}, which is not there`;
      yield { problem: `of the cell in row ${cell.row + 1}, column ${cell.column + 1}, ${problem}`, where };
    }
  }
}

function scopeOf({ element }: Cell, read: AttributeReader): string | undefined {
  const scope = asName(read(element, 'Table', 'Scope'));
  return scope === 'Row' || scope === 'Column' || scope === 'Both' ? scope : undefined;
}

function namesOf({ element }: Cell, read: AttributeReader, { look }: UaDocument): readonly string[] {
  const list = asArray(read(element, 'Table', 'Headers'))?.toArray() ?? [];
  return list.flatMap((item) => asText(look.resolve(item)) ?? []);
}

/** A header with a scope above it, or before it in its row. */
function findsHeader(cell: Cell, { places }: Grid, read: AttributeReader): boolean {
  const heads = (other: Cell | undefined, direction: string): boolean => {
    if (other?.element.role !== 'TH') return false;
    const scope = scopeOf(other, read);
    return scope === direction || scope === 'Both';
  };
  const above = places.slice(0, cell.row).some((row) => {
    return row.slice(cell.column, cell.column + cell.columns).some((other) => heads(other, 'Column'));
  });
  const rows = places.slice(cell.row, cell.row + cell.rows);
  return above || rows.some((row) => row.slice(0, cell.column).some((other) => heads(other, 'Row')));
}

export const tableRules: readonly Rule[] = [
  rule(
    '7.2',
    findIrregular,
    'Give every row the same number of cells, with RowSpan and ColSpan where they are wider.',
  ),
  rule('7.5', findWithoutHeaders, 'Give every TH a Scope.'),
];
