import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../src/verify/fold.ts';
import { foldWords, forEachJoint, Joints, joint, lineEnd, unclear } from '../../src/verify/spacing.ts';

/** `place kind` of each joint. */
function list(raw: string): string[] {
  const found: string[] = [];
  forEachJoint(foldWords(raw).spacing, (at, kind) => found.push(`${at} ${kind}`));
  return found;
}

test('the text is the folded text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(foldWords(text).text, fold(text))),
  );
});

test('white space is kept by its place, however long it is', () => {
  assert.deepEqual(list('Take 50\u00a0\n mg '), ['4 1', '6 1', '8 1']);
  assert.deepEqual(list(' ½ mg'), ['0 1', '3 1']);
  assert.deepEqual(list('Take'), []);
});

test('ends of lines, soft hyphens and what is unclear are told apart from white space', () => {
  assert.deepEqual(list(`a${lineEnd}b\u00adc\u200bd${unclear}e ${lineEnd}f`), [
    `1 ${joint.lineEnd}`,
    `2 ${joint.hyphen}`,
    `3 ${joint.hyphen}`,
    `4 ${joint.unclear}`,
    `5 ${joint.space + joint.lineEnd}`,
  ]);
});

test('a hair space parts no words, and marks that nobody sees are nothing', () => {
  assert.deepEqual(list('5\u200amg'), [`1 ${joint.unclear}`]);
  assert.deepEqual(list('5\u2060\ufeff\u200e\u2062mg'), []);
});

test('a word may be longer than a unit of UTF-16 can say', () => {
  assert.deepEqual(list(`${'a'.repeat(200_000)} b`), ['200000 1']);
});

test('joints inside a stretch are found, those at its ends are not', () => {
  const joints = new Joints();
  for (const at of [2, 4, 4, 7, 9]) joints.add(at, joint.space);
  joints.add(9, joint.lineEnd);
  assert.deepEqual(
    [...joints.between(2, 9)],
    [
      [4, 1],
      [7, 1],
    ],
  );
  assert.deepEqual([...joints.between(8, 20)], [[9, 9]]);
  assert.deepEqual([...joints.between(9, 20)], []);
});
