import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { visit } from 'unist-util-visit';
import { readEdition } from '../../src/source/index.ts';
import { flattenBlocks } from '../../src/verify/blocks.ts';
import { slimSegment } from '../../src/verify/slim.ts';

test('a slim segment has the same blocks at the same places, and no place is kept of what is in them', async () => {
  const { edition } = await readEdition(fileURLToPath(new URL('../fixtures/torture/', import.meta.url)));
  assert.ok(edition && edition.segments.length > 5);
  for (const segment of edition.segments) {
    const slim = slimSegment(segment);
    assert.deepEqual(flattenBlocks(slim.root), flattenBlocks(segment.root), segment.name);
    visit(slim.root, 'text', ({ position }) => assert.equal(position, undefined));
  }
});
