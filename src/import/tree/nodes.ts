/** Small questions to Markdown trees: their text, and the pieces in it. */
import type { Nodes } from 'mdast';
import { visit } from '../../visit.ts';
import { toLine } from '../words.ts';

/** Pieces of a tree in reading order; the numbers of items, too. */
export function piecesOf(nodes: readonly Nodes[]): number[] {
  const pieces: number[] = [];
  for (const node of nodes)
    visit(node, (it) => {
      if (it.type === 'text') pieces.push(...(it.data?.pieces ?? []));
      if (it.type === 'listItem' && it.data?.marker !== undefined) pieces.push(it.data.marker);
    });
  return pieces;
}

/** The text of a tree with its line ends; blocks are parted by two of them. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return ''; // the tags around raised and lowered letters
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const between =
    node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' ? '\n\n' : '';
  return node.children.map((child) => textOf(child)).join(between);
}

/** The text of a tree on one line. */
export function lineOf(node: Nodes): string {
  return toLine(textOf(node));
}
