/** The tables of a PDF as the proof compares them. */
import type { FoundCell, FoundTable } from '../checks/tables.ts';
import { asArray, asName, asText } from './objects.ts';
import type { PdfReading } from './read.ts';
import { type AttributeReader, createAttributeReader } from './ua/attributes.ts';
import type { UaDocument } from './ua/document.ts';
import { type Cell, layOut } from './ua/grid.ts';

/** Every table that says something, in reading order. */
export function readTables({ places }: PdfReading, { structure, look }: UaDocument): FoundTable[] {
  const read = createAttributeReader(structure.root, look);
  return structure.elements
    .filter(({ role }) => role === 'Table')
    .flatMap((element): FoundTable[] => {
      const place = places.get(element.dict);
      if (!place) return [];
      const { cells } = layOut(element, read);
      const ids = new Map(cells.map((cell, index) => [look.text(cell.element.dict, 'ID'), index]));
      const nowhere = { start: place.start, end: place.start };
      const found = cells.map((cell) => ({
        ...describe(cell, read),
        headings: listHeaders(cell, read, look).map((id) => ids.get(id)),
        range: places.get(cell.element.dict) ?? nowhere,
      }));
      return [{ cells: found, range: place, page: place.page }];
    })
    .sort((a, b) => a.range.start - b.range.start);
}

type Described = Omit<FoundCell, 'headings' | 'range'>;

function describe({ element, row, column, rows, columns }: Cell, read: AttributeReader): Described {
  const scope = asName(read(element, 'Table', 'Scope'));
  const isHeading = element.role === 'TH';
  return { row, column, rows, columns, isHeading, scopes: isHeading && scope !== undefined ? [scope] : [] };
}

function listHeaders({ element }: Cell, read: AttributeReader, look: UaDocument['look']): string[] {
  const list = asArray(read(element, 'Table', 'Headers'))?.toArray() ?? [];
  return list.map((item) => asText(look.resolve(item)) ?? '');
}
