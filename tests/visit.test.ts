/** The walk against the library whose contract it has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Node, Parent } from 'unist';
import { visit as visitSlowly } from 'unist-util-visit';
import { CONTINUE, EXIT, SKIP, visit } from '../src/visit.ts';

const types = ['a', 'b', 'c'];

/** Trees of a few types, with children, an empty list of them, or none. */
const trees = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    fc.record({ type: fc.constantFrom(...types) }),
    fc.record({
      type: fc.constantFrom(...types),
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
})).node;

const answers = fc.constantFrom(
  undefined,
  null,
  CONTINUE,
  SKIP,
  SKIP,
  [SKIP],
  [],
  [CONTINUE, -1],
  [null, 2],
  EXIT,
  [EXIT],
  1,
  0,
);
const checks = fc.constantFrom(undefined, 'a', 'd', ['a', 'b'], []);

type Walk = typeof visit;
type Steps = readonly (readonly [string, number | undefined, string | undefined])[];

/** Where a walk goes when its visitor answers so, one answer after the other; some drop a node or add a sibling. */
function record(
  walk: Walk,
  tree: Node,
  check: string | string[] | undefined,
  given: readonly unknown[],
): Steps {
  const steps: [string, number | undefined, string | undefined][] = [];
  const visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => {
    const at = steps.push([JSON.stringify(node), index, parent?.type]);
    if (at % 5 === 0 && parent && index !== undefined) parent.children.splice(index, 1);
    if (at % 7 === 0 && parent) parent.children.push({ type: 'c' });
    return at > given.length ? undefined : given[at - 1];
  };
  const copy = structuredClone(tree);
  if (check === undefined) walk(copy, visitor as never);
  else walk(copy, check, visitor as never);
  return steps;
}

test('a walk goes where that of unist-util-visit goes, whatever its visitor answers and changes', () => {
  fc.assert(
    fc.property(trees, checks, fc.array(answers, { maxLength: 12 }), (tree, check, given) => {
      // A walk that is sent back to an earlier sibling ends, since the answers do.
      const expected = record(visitSlowly as Walk, tree, check, given);
      assert.deepEqual(record(visit, tree, check, given), expected);
    }),
    { numRuns: 3000, seed: 4 },
  );
});

test('a walk stops where it is told to, leaves children out, and goes on where it is sent', () => {
  const tree = {
    type: 'a',
    children: [{ type: 'b', children: [{ type: 'c' }] }, { type: 'b' }, { type: 'c' }],
  };
  const seen = (...given: unknown[]) => record(visit, tree as Node, undefined, given).length;
  assert.equal(seen(), 5);
  assert.equal(seen(EXIT), 1);
  assert.equal(seen(undefined, EXIT), 2);
  assert.equal(seen(undefined, SKIP), 4);
  assert.equal(seen(undefined, [SKIP, 2]), 3);
});
