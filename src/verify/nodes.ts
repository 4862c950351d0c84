/** Walking the source's trees. The proof shares no code with what makes the files, so it walks for itself. */
import type { Nodes } from 'mdast';

/** Calls `see` with every node of a tree, each before its children. */
export function eachNode(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) eachNode(child, see);
}
