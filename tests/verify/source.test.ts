import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readEdition } from '../../src/source/index.ts';
import { flattenBlocks } from '../../src/verify/blocks.ts';
import { readSource } from '../../src/verify/source.ts';

async function readTorture() {
  const { edition } = await readEdition(fileURLToPath(new URL('../fixtures/torture/', import.meta.url)));
  assert.ok(edition && edition.segments.length > 5);
  return edition;
}

test('the source has every block of every segment, and no tree', async () => {
  const edition = await readTorture();
  const { segments } = readSource(edition);
  assert.equal(segments.length, edition.segments.length);
  for (const [index, segment] of segments.entries()) {
    const { root, ...others } = edition.segments[index] as (typeof edition.segments)[number];
    assert.deepEqual(segment.blocks.paper, flattenBlocks(root, 'paper'), segment.name);
    assert.ok(!('root' in segment));
    for (const [name, value] of Object.entries(others))
      assert.equal(segment[name as keyof typeof segment], value, name);
  }
});

test('captions, heads of columns, formulas and what is struck out are taken from the trees', async () => {
  const { segments } = readSource(await readTorture());
  const all = (key: 'captions' | 'columnHeads' | 'formulas') => segments.flatMap((segment) => segment[key]);
  for (const key of ['captions', 'columnHeads', 'formulas'] as const) assert.ok(all(key).length > 0, key);
  assert.ok(segments.reduce((sum, { deletions }) => sum + deletions, 0) > 0);
});

test('an edition is read once', async () => {
  const edition = await readTorture();
  assert.equal(readSource(edition), readSource(edition));
});
