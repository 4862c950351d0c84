import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkChapter, checkWith } from '../fixtures/check.ts';
import { segmentFile } from '../fixtures/edition.ts';
import { baseFolder } from '../fixtures/folder.ts';

const yaml = await readFile(join(baseFolder, 'edition.yaml'), 'utf8');

test('a front segment after a chapter, and a chapter after the back, are told', async () => {
  const swapped = yaml.replace('  - 01-welcome\n  - 02-sleep\n', '  - 02-sleep\n  - 01-welcome\n');
  assert.deepEqual(await checkWith({ 'edition.yaml': swapped }), [
    'segments/01-welcome.md:1:1 segment-order: Unexpected front segment 01-welcome after a chapter segment, expected front, then chapter, then back',
  ]);
  const told = await checkWith({ 'segments/01-welcome.md': segmentFile('See.', 'Welcome', 'back') });
  assert.deepEqual(told, [
    'segments/02-sleep.md:1:1 segment-order: Unexpected chapter segment 02-sleep after a back segment, expected front, then chapter, then back',
  ]);
});

test('an edition without a chapter is told', async () => {
  const told = await checkWith({
    'segments/02-sleep.md': segmentFile('## Rest\n\n![A bed](images/bed.png)', 'Sleep', 'front'),
  });
  assert.deepEqual(told, [
    'edition.yaml chapter-missing: No segment of the kind chapter, expected at least one',
  ]);
});

test('a segment with nothing to print is empty, comments and definitions or not', async () => {
  for (const nothing of ['', '<!-- later -->']) {
    const told = await checkChapter(nothing);
    assert.equal(told.at(-1), '-4:1 segment-empty: Empty segment Sleep', nothing);
  }
  assert.ok((await checkChapter('[r]: x')).includes('-4:1 segment-empty: Empty segment Sleep'));
  assert.deepEqual(await checkChapter('<p>text</p>'), []);
});
