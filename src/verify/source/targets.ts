/** Addresses that a text links to. */
import type { Root } from 'mdast';
import { eachNode } from '../nodes.ts';
import { decodeEntities } from '../raw-text.ts';

const reference = /\s(?:xlink:)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** The addresses that a Markdown tree links to, in Markdown and in HTML. */
export function listTargets(root: Root): string[] {
  const found: string[] = [];
  eachNode(root, (node) => {
    if (node.type === 'link' || node.type === 'definition') found.push(node.url);
    if (node.type === 'html')
      for (const [, double, single, bare] of node.value.matchAll(reference))
        found.push(decodeEntities(double ?? single ?? bare ?? ''));
  });
  return found;
}
