/** Puts markers into a tree before a character of its text. */
import type { Element, ElementContent, Text } from 'hast';
import { foldText } from './fold.ts';
import { findOffset, type Piece } from './text-index.ts';

const tags = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** The parts of a table hold nothing but parts of the table. */
const parts = tags('table thead tbody tfoot tr');
/**
 * At the start of these the marker goes before them: it would become part of the name of a link, a heading or a
 * column.
 */
const named = tags('caption th td h1 h2 h3 h4 h5 h6');
const inline = tags(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var',
);

/**
 * Inserts markers of pages that begin at the same place.
 * @param folded number of the folded character in the piece, from 0
 */
export function insertMarkers(piece: Piece, folded: number, markers: readonly Element[]): void {
  const { node, above } = piece;
  const formula = above.findIndex(({ tagName }) => tagName === 'math');
  const offset = node.type === 'text' ? findOffset(node.value, folded) : 0;
  if (formula !== -1) insertBefore(above[formula] as Element, above.slice(0, formula), markers);
  else if (node.type === 'text' && foldText(node.value.slice(0, offset)) !== '')
    splitText(node, offset, above.at(-1) as Element, markers);
  else insertBefore(node, above, markers);
}

function splitText(node: Text, offset: number, parent: Element, markers: readonly Element[]): void {
  const rest: Text = { type: 'text', value: node.value.slice(offset) };
  node.value = node.value.slice(0, offset);
  parent.children.splice(parent.children.indexOf(node) + 1, 0, ...markers, rest);
}

/** As far out as nothing is shown between there and the node. */
function insertBefore(node: Text | Element, above: readonly Element[], markers: readonly Element[]): void {
  let place: readonly [Element, ElementContent] = [above.at(-1) as Element, node];
  let child: ElementContent = node;
  for (const parent of [...above].reverse()) {
    if (!parts.has(parent.tagName)) place = [parent, child];
    const mayLeave = parts.has(parent.tagName) || named.has(parent.tagName) || inline.has(parent.tagName);
    if (!mayLeave || hasTextBefore(parent, child)) break;
    child = parent;
  }
  const [parent, before] = place;
  parent.children.splice(parent.children.indexOf(before), 0, ...markers);
}

function hasTextBefore(parent: Element, child: ElementContent): boolean {
  return parent.children.slice(0, parent.children.indexOf(child)).some(showsSomething);
}

function showsSomething(node: ElementContent): boolean {
  if (node.type === 'text') return foldText(node.value) !== '';
  return (
    node.type === 'element' &&
    (node.tagName === 'img' || node.tagName === 'svg' || node.children.some(showsSomething))
  );
}
