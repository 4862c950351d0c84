/** Small questions to HTML trees. */
import type { Element, ElementContent, Nodes, Root, RootContent, Text } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { visit } from '../../visit.ts';
import { toLine } from '../words.ts';

/** Whether an element has one of these classes. */
export function hasClass({ properties }: Element, ...names: readonly string[]): boolean {
  const classes = listClasses(properties.className);
  return names.some((name) => classes.includes(name));
}

/** Classes of an element. */
export function listClasses(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/) : [];
}

/** All elements below a node for which the test holds, the outermost only if `outermost`. */
export function findAll(tree: Nodes, test: (element: Element) => boolean, outermost = false): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (!test(element)) return;
    found.push(element);
    return outermost ? 'skip' : undefined;
  });
  return found;
}

/** The text of an element on one line. */
export function lineOfElement(node: Nodes): string {
  return toLine(toText(node));
}

/** Takes elements out of a tree. */
export function removeAll(tree: Root | Element, elements: ReadonlySet<Nodes>): void {
  if (elements.size === 0) return;
  (tree.children as RootContent[]) = tree.children.filter((child) => !elements.has(child));
  for (const child of tree.children) if (child.type === 'element') removeAll(child, elements);
}

/** Elements that begin and end a block of text. */
const blocks = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul option'.split(
    ' ',
  ),
);

export function isBlock(node: Nodes): node is Element {
  return node.type === 'element' && blocks.has(node.tagName);
}

/** Elements whose text no reader sees. */
export const unseen: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'noscript']);

let made = 0;

/** A text node that the import makes of another; its place is told by its line and an offset of its own. */
export function makeText(value: string, like: Nodes, linesDown = 0): Text {
  made -= 1;
  const line = (like.position?.start.line ?? 1) + linesDown;
  const point = { line, column: 1, offset: made };
  return { type: 'text', value, position: { start: point, end: point } };
}

export type { Element, ElementContent, Root, Text };
