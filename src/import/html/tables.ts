/** Tables of a page: those that Markdown can hold stay tables, the others become their cells, one below the other. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { findAll } from './elements.ts';

/** What stands for a table; its caption goes before it. */
export function prepareTable(table: Element): ElementContent[] {
  const captions = findAll(table, ({ tagName }) => tagName === 'caption');
  const cells = findAll(table, ({ tagName }) => tagName === 'td' || tagName === 'th');
  const above = captions.map(({ children }) => h('p', children));
  if (isLayout(table, cells)) return [...above, ...cells.map((cell) => ({ ...cell, tagName: 'div' }))];
  for (const caption of captions) caption.children = [];
  return [...above, table];
}

/** Whether cells are joined: a table of Markdown then shows their text once, and empty cells beside or below it. */
export function hasJoinedCells(table: Element): boolean {
  if (table.tagName !== 'table') return false;
  const spans = ({ properties }: Element) =>
    Number(properties.rowSpan ?? 1) + Number(properties.colSpan ?? 1);
  return findAll(table, (it) => /^t[dh]$/.test(it.tagName) && spans(it) > 2).length > 0;
}

/** A single column, or cells with more than lines of text in them. */
function isLayout(table: Element, cells: readonly Element[]): boolean {
  const rows = findAll(table, ({ tagName }) => tagName === 'tr');
  const widest = Math.max(0, ...rows.map(({ children }) => children.filter(isCell).length));
  return widest <= 1 || cells.some(holdsBlocks);
}

function isCell(node: ElementContent): boolean {
  return node.type === 'element' && /^t[dh]$/.test(node.tagName);
}

function holdsBlocks(cell: Element): boolean {
  return findAll(cell, ({ tagName }) => /^(ul|ol|dl|table|blockquote|pre|h[1-6])$/.test(tagName)).length > 0;
}
