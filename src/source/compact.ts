/** Less memory for a parsed tree: of a long book all of them are kept. */
import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from '../visit.ts';

/**
 * Keeps equal places once (a paragraph begins where its text does), and frees the room that lists of children were
 * given to grow.
 */
export function compactTree(root: Root): void {
  const known = new Map<number, Point>();
  const share = (point: Point): Point => {
    if (point.offset === undefined) return point;
    const shared = known.get(point.offset) ?? point;
    known.set(point.offset, shared);
    return shared;
  };
  visit(root, (node) => {
    const { position } = node;
    if (position) node.position = { start: share(position.start), end: share(position.end) };
    if ('children' in node) (node.children as unknown[]) = node.children.slice();
  });
}
