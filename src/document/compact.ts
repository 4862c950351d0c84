/** Less memory for a converted tree: of a long book all of them are kept. */
import type { Element, Root, RootContent, Text } from 'hast';
import type { Node, Position } from 'unist';
import type { Body } from '../model.ts';
import { CONTINUE, SKIP, visit } from '../visit.ts';

/**
 * Writes a converted tree anew, a third as large: nodes that keys were taken from or added to on the way are kept by
 * the engine as tables, and lists of children have the room that they were given to grow. Places are shared with the
 * tree that it was made from, wherever they are the same.
 */
export function compactTree(converted: Root, source: Node): void {
  const known = new Map<number, Position>();
  visit(source, ({ position }) => {
    const key = keyOf(position);
    if (position && key !== undefined) known.set(key, position);
  });
  const share = (position: Position | undefined) => known.get(keyOf(position) ?? -1) ?? position;
  converted.children = converted.children.map((child) => rewrite(child, share));
}

type Share = (position: Position | undefined) => Position | undefined;

function rewrite<Child extends RootContent>(node: Child, share: Share): Child;
function rewrite(node: RootContent, share: Share): RootContent {
  const position = share(node.position);
  if (node.type === 'element') return rewriteElement(node, position, share);
  if (node.type === 'text' && !node.data) return rewriteText(node, position);
  if (position) node.position = position;
  return node;
}

function rewriteText({ value }: Text, position: Position | undefined): Text {
  return position ? { type: 'text', value, position } : { type: 'text', value };
}

/** A literal of all keys at once, and none that is rare: what is added later lies in a second place of its own. */
function rewriteElement(element: Element, position: Position | undefined, share: Share): Element {
  const { tagName } = element;
  const properties = { ...element.properties };
  const children = element.children.map((child) => rewrite(child, share));
  const fresh: Element = position
    ? { type: 'element', tagName, properties, children, position }
    : { type: 'element', tagName, properties, children };
  if (element.data) fresh.data = element.data;
  if (element.content) fresh.content = element.content;
  return fresh;
}

/**
 * Lets the places of a body go when no message can be about them any more: two thirds of its memory. Only drawings keep
 * theirs, which are looked at while editions are made.
 */
export function forgetPlaces({ children }: Body): void {
  const root: Root = { type: 'root', children: [...children] };
  visit(root, (node) => {
    if (node.type === 'element' && node.tagName === 'svg') return SKIP;
    if (node.position) node.position = undefined; // deleted, it would leave a slower object
    return CONTINUE;
  });
}

/** Start and end in one number: exact for texts below 64 MB. */
function keyOf(position: Position | undefined): number | undefined {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  return start.offset * 2 ** 26 + end.offset;
}
