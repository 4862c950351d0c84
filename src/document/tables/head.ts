/** The heads of tables written in HTML: rows of names at the top are the head, whether the author says so or not. */
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from '../../visit.ts';
import { layOutTable } from './grid.ts';

/** Puts such rows into a `thead`, which is repeated on every page and never parted from the rows below it. */
export function gatherHeads(root: Root): void {
  visit(root, 'element', (element) => {
    if (element.tagName === 'table') gatherHead(element);
    else if (element.tagName === 'thead') nameScopes(element);
  });
}

/** Beside a cell that is none, such as an empty corner, Chromium takes the names of columns for those of rows. */
function nameScopes(head: Element): void {
  for (const row of head.children.filter(isRow)) {
    const cells = row.children.filter((child) => child.type === 'element');
    if (cells.every(({ tagName }) => tagName === 'th')) continue;
    for (const { tagName, properties } of cells) if (tagName === 'th') properties.scope ??= 'col';
  }
}

function gatherHead(table: Element): void {
  const rows = layOutTable(table);
  const [first, ...others] = table.children.filter((child) => child.type === 'element' && isGroup(child));
  if (first?.type !== 'element' || first.tagName !== 'tbody') return;
  const count = rows.findIndex(({ isHead }) => !isHead);
  const reaches = rows
    .slice(0, count)
    .some(({ cells }, row) => cells.some((cell) => row + cell.rows > count));
  const inFirst = first.children.filter(isRow).length;
  if (count < 1 || reaches || count > inFirst || (count === inFirst && others.length === 0)) return;
  const last = first.children.filter(isRow)[count - 1] as Element;
  const head = first.children.splice(0, first.children.indexOf(last) + 1);
  table.children.splice(table.children.indexOf(first), first.children.some(isRow) ? 0 : 1, h('thead', head));
}

const isGroup = ({ tagName }: Element) => tagName === 'thead' || tagName === 'tbody' || tagName === 'tfoot';

const isRow = (child: ElementContent): child is Element => child.type === 'element' && child.tagName === 'tr';
