/**
 * A table set as records: a paragraph for each cell, with the name of its column before it. Its elements stay, and
 * with them what a screen reader knows of rows and columns.
 */
import type { Element, ElementContent } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { h } from 'hastscript';
import { addClass } from './class.ts';
import type { GridCell, GridRow } from './grid.ts';

/** How columns are named in the language of the edition. */
export interface Naming {
  /** A label with its colon and space. */
  readonly label: (name: string) => string;
  /** Stands between names. */
  readonly comma: string;
}

/** Rewrites a table. */
export function setAsRecords(table: Element, rows: readonly GridRow[], naming: Naming): void {
  const names = rows.flatMap((row) => (row.isHead ? [row.cells] : [])).flat();
  const labels = rows.flatMap((row) => (row.isHead ? [] : labelRow(row, names, naming)));
  addClass(table, 'records');
  for (const [cell, text] of labels) if (text !== '') cell.children.unshift(decoration('label', text));
  for (const { isHead, cells } of rows) {
    const [first] = cells;
    const [, ...others] = cells.filter(({ element }) => toText(element).trim() !== '');
    for (const { element } of cells) dropAlignment(element);
    if (!isHead && first?.column === 0) addClass(first.element, 'record');
    if (isHead) for (const { element } of others) element.children.unshift(decoration('separator', ' · '));
  }
}

/** The first cell names the record; where it reaches down from a row above, its words are said again. */
function labelRow(
  { cells, above }: GridRow,
  names: readonly GridCell[],
  { label, comma }: Naming,
): [Element, string][] {
  return cells.map((cell, index) => {
    const own = cell.column === 0 ? '' : nameColumns(cell, names).join(comma);
    const before = index === 0 ? above.filter(({ column }) => column < cell.column) : [];
    const again = before.map(({ element }) => `${toText(element).trim()} · `).join('');
    return [cell.element, again + (own === '' ? '' : label(own))];
  });
}

/** The cells that the author has named in `headers`, else all above it in the head. */
function nameColumns(cell: GridCell, names: readonly GridCell[]): readonly string[] {
  const { headers } = cell.element.properties;
  const isAbove = ({ column, columns }: GridCell) =>
    column < cell.column + cell.columns && cell.column < column + columns;
  const isNamed = ({ element }: GridCell) =>
    Array.isArray(headers) && headers.includes(String(element.properties.id));
  const named = names.filter(isNamed);
  const texts = (named.length > 0 ? named : names.filter(isAbove)).map(({ element }) =>
    toText(element).trim(),
  );
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Of paragraphs below one another, one column has no alignment of its own. */
function dropAlignment({ properties }: Element): void {
  const { className } = properties;
  if (!Array.isArray(className)) return;
  const others = className.filter((name) => !String(name).startsWith('align-'));
  if (others.length > 0) properties.className = others;
  else delete properties.className;
}

/** Seen only: a screen reader names the column of a cell by itself. */
function decoration(className: string, text: string): ElementContent {
  return h('span', { className: [className], ariaHidden: 'true' }, text);
}
