/** Every example of CommonMark is either in a sound e-book or refused with a message. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listBookFaults } from '../fixtures/sound.ts';
import { makeSuiteBook, suites } from './suite-book.ts';

test('what is not refused of CommonMark makes a proved book that EPUBCheck passes', async () => {
  const examples = suites.commonmark ?? [];
  const { artifact, edition, refused } = await makeSuiteBook('commonmark', examples);
  assert.equal(edition.segments.length + refused.size, examples.length);
  assert.ok(edition.segments.length > 400, `${edition.segments.length} examples are in the book`);
  for (const ids of refused.values()) assert.ok(ids.length > 0);
  assert.deepEqual(await listBookFaults(artifact.bytes), []);
});
