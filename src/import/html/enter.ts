/** Enters every visible text of a page into the account. */
import type { Nodes, Root, Text } from 'hast';
import type { Ledger } from '../ledger.ts';
import { splitWords } from '../words.ts';
import { isBlock, unseen } from './elements.ts';

/** Piece of each text node, by the offset at which it begins. */
export type PieceMap = ReadonlyMap<number, number>;

/** @param firstLine line of the input on which the tree begins */
export function enterTexts(root: Root, ledger: Ledger, firstLine = 1): PieceMap {
  const pieces = new Map<number, number>();
  let block = ledger.openBlock();
  walk(root, {
    text: (node) => {
      const { line = 1, offset } = node.position?.start ?? {};
      if (offset === undefined) throw new TypeError('Unexpected text without a place');
      pieces.set(offset, ledger.add(line + firstLine - 1, node.value, block));
    },
    boundary: () => {
      block = ledger.openBlock();
    },
  });
  return pieces;
}

/** Words that a reader sees, counted apart from the account. */
export function countSeen(root: Root): number {
  let text = '';
  walk(root, {
    text: ({ value }) => {
      text += value;
    },
    boundary: () => {
      text += '\n';
    },
  });
  return splitWords(text).length;
}

/** Pieces below a node, in order. */
export function piecesIn(node: Nodes, pieces: PieceMap): number[] {
  const found: number[] = [];
  walk(node, {
    text: ({ position }) => {
      const piece = pieces.get(position?.start.offset ?? Number.NaN);
      if (piece !== undefined) found.push(piece);
    },
    boundary: () => {},
  });
  return found;
}

interface Listener {
  text(node: Text): void;
  boundary(): void;
}

function walk(node: Nodes, listener: Listener): void {
  if (node.type === 'text') listener.text(node);
  if (!('children' in node)) return;
  if (node.type === 'element' && unseen.has(node.tagName)) return;
  const block = isBlock(node);
  if (block) listener.boundary();
  for (const child of node.children) walk(child, listener);
  if (block) listener.boundary();
}
