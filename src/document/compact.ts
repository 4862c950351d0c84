/** Less memory for a converted tree: of a long book all of them are kept. */
import type { Root } from 'hast';
import type { Node, Position } from 'unist';
import { visit } from 'unist-util-visit';

/**
 * Lets a converted tree share the places of the tree that it was made from, wherever they are the same, and frees
 * the room that lists of children were given to grow.
 */
export function compactTree(converted: Root, source: Node): void {
  const known = new Map<number, Position>();
  visit(source, ({ position }) => {
    const key = keyOf(position);
    if (position && key !== undefined) known.set(key, position);
  });
  visit(converted, (node) => {
    const shared = known.get(keyOf(node.position) ?? -1);
    if (shared) node.position = shared;
    if ('children' in node) (node.children as unknown[]) = node.children.slice();
  });
}

/** Start and end in one number: exact for texts below 64 MB. */
function keyOf(position: Position | undefined): number | undefined {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  return start.offset * 2 ** 26 + end.offset;
}
