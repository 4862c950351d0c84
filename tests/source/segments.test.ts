import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readWith, segmentFile } from '../fixtures/edition.ts';
import { baseFolder } from '../fixtures/folder.ts';

const yaml = await readFile(join(baseFolder, 'edition.yaml'), 'utf8');

test('a segment that is listed and has no file is told at its entry, with the file that was meant', async () => {
  const { told } = await readWith({ 'edition.yaml': yaml.replace('02-sleep', '02-slep') });
  assert.deepEqual(told, [
    'edition.yaml:24:5 segment-missing: Listed segment 02-slep has no file segments/02-slep.md',
    'segments/02-sleep.md segment-unlisted: Segment 02-sleep is not listed in edition.yaml and would be lost',
    'images/bed.png image-unused: Image images/bed.png is used nowhere and will not be printed',
  ]);
});

test('the remedy for a missing segment names the unlisted file that is most like it', async () => {
  const { messages } = await readWith({ 'edition.yaml': yaml.replace('02-sleep', '02-slep') });
  assert.match(messages[0]?.note ?? '', /or was 02-sleep meant/);
  const far = await readWith({ 'segments/02-sleep.md': undefined, images: undefined });
  assert.doesNotMatch(far.messages[0]?.note ?? '', /meant/);
});

test('a segment that is there and not listed is told, and not lost in silence', async () => {
  const { edition, told } = await readWith({ 'segments/04-pain.md': segmentFile('x') });
  assert.equal(edition, undefined);
  assert.deepEqual(told, [
    'segments/04-pain.md segment-unlisted: Segment 04-pain is not listed in edition.yaml and would be lost',
  ]);
});

test('two segments with one slug are told: links would go to the wrong one', async () => {
  const { told } = await readWith({
    'segments/04-sleep.md': segmentFile('x'),
    'edition.yaml': `${yaml}  - 04-sleep\n`,
  });
  assert.deepEqual(told, [
    'segments/04-sleep.md segment-duplicate: Two segments have the slug sleep: 02-sleep and 04-sleep',
  ]);
});

test('a segment listed twice is told at the second entry', async () => {
  const { told } = await readWith({ 'edition.yaml': `${yaml}  - 02-sleep\n` });
  assert.deepEqual(told, [
    'edition.yaml:26:5 value-unexpected: Unexpected value "02-sleep" for `segments`, expected each entry once',
  ]);
});

test('names that make no address are refused', async () => {
  const names = [
    'sleep.md',
    '04-Sleep.md',
    '04_sleep.md',
    '04-sleep.markdown',
    '04-a--b.md',
    '04-21-points.md',
    '04-é.md',
    '04 sleep.md',
  ];
  const { told } = await readWith(
    Object.fromEntries(names.map((name) => [`segments/${name}`, segmentFile('x')])),
  );
  const refused = told
    .filter((line) => line.includes('segment-name'))
    .map((line) => line.split(' segment-name')[0]);
  assert.deepEqual(refused, names.map((name) => `segments/${name}`).sort());
});

test('a segment without front matter is told at its top; an empty one lacks it too', async () => {
  for (const text of ['Only text.\n', '']) {
    assert.deepEqual((await readWith({ 'segments/02-sleep.md': text, images: undefined })).told, [
      'segments/02-sleep.md:1:1 front-matter-missing: Missing YAML front matter, expected it between two lines of `---` at the top',
    ]);
  }
});

test('faults of the front matter are told at the line of the file', async () => {
  const text = '---\ntitle: ""\nknd: chapter\nvoice: nobody\n---\n\nText.\n';
  assert.deepEqual((await readWith({ 'segments/02-sleep.md': text, images: undefined })).told, [
    'segments/02-sleep.md:2:1 key-missing: Missing key `kind`, expected front, chapter or back',
    'segments/02-sleep.md:3:1 key-unknown: Unexpected key `knd`, expected `kind`',
    'segments/02-sleep.md:2:8 value-unexpected: Unexpected value "" for `title`, expected the segment\'s title, a line of text',
    'segments/02-sleep.md:4:8 value-unexpected: Unexpected value "nobody" for `voice`, expected physician or editor',
  ]);
});

test('segments come in the order of edition.yaml, and only chapters are numbered', async () => {
  const { edition } = await readWith({
    'segments/10-pain.md': segmentFile('x', "Pain: it's real", 'chapter').replace('title: ', 'title: >-\n  '),
    'edition.yaml': yaml.replace('  - 02-sleep\n', '  - 10-pain\n  - 02-sleep\n'),
  });
  assert.deepEqual(
    edition?.segments.map(({ name, number }) => [name, number]),
    [
      ['01-welcome', undefined],
      ['10-pain', 1],
      ['02-sleep', 2],
      ['03-sources', undefined],
    ],
  );
  assert.equal(edition?.segments[1]?.title, 'Pain: it’s real');
});

test('positions are those of the file, front matter counted', async () => {
  const { edition } = await readWith({});
  assert.deepEqual(edition?.segments[1]?.root.children[0]?.position?.start, {
    line: 6,
    column: 1,
    offset: 36,
  });
});
