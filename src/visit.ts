/**
 * Walking a tree, with the contract of `unist-util-visit`: depth first, each node before its children.
 *
 * The library names a function of its own for each node that it comes to, for the traces of errors: with some forty
 * walks over each chapter that was three tenths of the time of a build. `tests/visit.test.ts` holds both together.
 */
import type { Node, Parent } from 'unist';
import type { visit as visitSlowly } from 'unist-util-visit';

/** Leave the children of the node out. */
export const SKIP = 'skip';
/** Go on. */
export const CONTINUE = true;
/** End the walk. */
export const EXIT = false;

type Action = typeof SKIP | boolean;
/** What a visitor may answer: a number is the index of the child of the same parent that comes next. */
type Result = Action | number | readonly [(Action | null)?, (number | null)?] | null | undefined;
type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Result;
type Check = string | readonly string[];

/** Calls the visitor with every node, or with those of some types. Of the library's tests only these are known. */
export const visit = ((tree: Node, ...rest: [Visitor] | [Check, Visitor]): void => {
  if (rest.length === 1) walk(tree, undefined, undefined, undefined, rest[0]);
  else walk(tree, undefined, undefined, typeof rest[0] === 'string' ? [rest[0]] : rest[0], rest[1]);
}) as typeof visitSlowly;

/** @returns the index of the sibling that comes next when it is not the following one; `EXIT` to end */
function walk(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  types: readonly string[] | undefined,
  visitor: Visitor,
): number | false | undefined {
  const result = types?.includes(node.type) === false ? undefined : visitor(node, index, parent);
  const [action, next] = typeof result === 'object' ? (result ?? []) : [result, result];
  if (action === EXIT) return EXIT;
  if (action !== SKIP && walkChildren(node, types, visitor) === EXIT) return EXIT;
  return typeof next === 'number' ? next : undefined;
}

/** Asks for the children anew each time: a visitor may change them. */
function walkChildren(
  node: Node & Partial<Parent>,
  types: readonly string[] | undefined,
  visitor: Visitor,
): false | undefined {
  let index = 0;
  while (node.children && index > -1 && index < node.children.length) {
    const child = node.children[index];
    const next = child && walk(child, index, node as Parent, types, visitor);
    if (next === EXIT) return EXIT;
    index = next ?? index + 1;
  }
  return undefined;
}
