/** Formulas and drawings in a Markdown tree, where each of their tags may be a node of its own. */
import type { Nodes, Root } from 'mdast';
import { visit } from '../visit.ts';

const tags = /<(\/?)(math|svg)\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi;

/** Nodes that stand in a formula or a drawing, or hold a part of one. What a block leaves open ends with it. */
export function findWritten(root: Root): ReadonlySet<Nodes> {
  const found = new Set<Nodes>();
  let depth = 0;
  visit(root, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') depth = 0;
    const before = depth;
    if (node.type === 'html') {
      for (const [tag, slash] of node.value.matchAll(tags)) depth += slash ? -1 : Number(!tag.endsWith('/>'));
      depth = Math.max(0, depth);
    }
    if (before + depth > 0 || (node.type === 'html' && /<(math|svg)\b/i.test(node.value))) found.add(node);
  });
  return found;
}
