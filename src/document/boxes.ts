/** Containers → boxes with their label in words, so that nothing depends on colour or shape. */
import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { Words } from './words.ts';

const boxes = ['warning', 'editor', 'key-points', 'questions', 'medicines'] as const;

/** Rows to write in, unless `{rows=…}` says how many. */
const usualRows = 8;
/** `check` refuses more. */
const mostRows = 30;

/** `:::warning` → its box. A name that `check` refuses gives a box without a label. */
export function composeBox(state: State, node: ContainerDirective, words: Words): Element {
  const name = boxes.find((known) => known === node.name);
  const id = node.data?.hProperties?.id;
  const className = name ? ['box', `box-${name}`] : ['box'];
  const properties: Properties = { className, ...(id !== undefined && { id }) };
  const box = h('div', properties, name && h('p', { className: ['box-label'] }, words[name]));
  state.patch(node, box);
  box.children.push(...(state.wrap(state.all(node), true) as ElementContent[]));
  if (name === 'medicines') box.children.push(composeForm(words, countRows(node)));
  return box;
}

function countRows({ attributes }: ContainerDirective): number {
  return Math.min(Number(attributes?.rows) || usualRows, mostRows);
}

/** A list of medicines to write by hand. */
function composeForm({ medicineColumns }: Words, rows: number): Element {
  const empty = () => h('tr', ...medicineColumns.map(() => h('td')));
  return h(
    'table',
    { className: ['form'] },
    h('thead', h('tr', ...medicineColumns.map((column) => h('th', { scope: 'col' }, column)))),
    h('tbody', ...Array.from({ length: rows }, empty)),
  );
}

/** The form where nobody can write: what to put down for each medicine. */
export function describeForm({ medicineColumns, forEachMedicine }: Words): Element {
  return h('div', h('p', forEachMedicine), h('ul', ...medicineColumns.map((column) => h('li', column))));
}
