/** A segment as the proof needs it: of a long edition the threads hold all of them. */
import type { Nodes, Root } from 'mdast';
import type { Segment } from '../model.ts';

/** Blocks, whose places messages name; of all that is in them no place is asked for. */
const placed: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'code', 'html', 'tableCell']);

/** Leaves out the places that are not asked for: two thirds of a tree. */
export function slimSegment(segment: Segment): Segment {
  return { ...segment, root: slimNode(segment.root) as Root };
}

function slimNode({ position, ...node }: Nodes): Nodes {
  const slim = {
    ...node,
    ...(position && placed.has(node.type) && { position: { start: position.start, end: position.start } }),
  };
  return ('children' in slim ? { ...slim, children: slim.children.map(slimNode) } : slim) as Nodes;
}
