import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MachineError } from '../../src/rules.ts';
import { readEdition } from '../../src/source/index.ts';
import { readWith, segmentFile } from '../fixtures/edition.ts';
import { baseFolder } from '../fixtures/folder.ts';

test('the base edition is read whole, without a word', async () => {
  const { edition, messages } = await readEdition(baseFolder);
  assert.deepEqual(messages, []);
  assert.deepEqual(
    edition?.segments.map(({ name, slug, kind, number, title }) => [name, slug, kind, number, title]),
    [
      ['01-welcome', 'welcome', 'front', undefined, 'Welcome'],
      ['02-sleep', 'sleep', 'chapter', 1, 'Sleep'],
      ['03-sources', 'sources', 'back', undefined, 'Sources'],
    ],
  );
  assert.deepEqual([...(edition?.pictures.keys() ?? [])], ['images/bed.png']);
  assert.equal(edition?.disclaimer.page, 'Information, not advice.');
  assert.equal(edition?.metadata.paper, 'letter');
});

test('ten faults of a folder are told at once, each at its place, and there is no edition', async () => {
  const { edition, told } = await readWith({
    'edition.yaml': [
      'id: 12',
      'slug: A B',
      'titel: Typo',
      'title: x',
      'language: en',
      'version: 1.0',
      'published: 2026-02-30',
      'reviewed: 2026-01-02',
      'reviewBy: 2027-01-02',
      'author: {name: a}',
      'editor: {name: a}',
      'reviewer: maybe',
      'source: {title: a, author: a, url: ftp://x, date: "2017", permission: p}',
      'rights: r',
      'description: d',
      'segments: [02-sleep]',
    ].join('\n'),
    'disclaimer.md': '---\nchapter: c\n---\n\nText.\n\n# Heading\n',
    'segments/02-sleep.md': segmentFile('![gone](images/gone.png)\n', 'Sleep', 'chapters'),
    'segments/Notes.txt': 'x',
    'segments/04-pain.md': segmentFile('![x](../../secret.png) ![x](images/gone.png)\n', 'Pain'),
  });
  assert.equal(edition, undefined);
  assert.deepEqual(told, [
    'edition.yaml:3:1 key-unknown: Unexpected key `titel`, expected `title`',
    'edition.yaml:1:5 value-unexpected: Unexpected value 12 for `id`, expected `urn:uuid:` and a lower-case UUID that stays the same for the life of the edition',
    'edition.yaml:2:7 value-unexpected: Unexpected value "A B" for `slug`, expected lower-case words joined by hyphens, such as low-back-pain',
    'edition.yaml:6:10 value-unexpected: Unexpected value 1 for `version`, expected a version in quotation marks, such as "1.0"',
    'edition.yaml:7:12 value-unexpected: Unexpected value "2026-02-30" for `published`, expected a day from 1980 to 2099, such as 2026-11-23',
    'edition.yaml:12:11 value-unexpected: Unexpected value "maybe" for `reviewer`, expected the word none, or a mapping with `name` and `date`',
    'edition.yaml:13:36 value-unexpected: Unexpected value "ftp://x" for `source.url`, expected a web address of at most 500 characters that begins with https:// or http://',
    'disclaimer.md:2:1 key-missing: Missing key `page`, expected the running line in plain text, at most 12 words',
    'disclaimer.md:7:1 disclaimer-plain: Unexpected heading in a disclaimer, expected paragraphs, lists and emphasis only',
    'segments/02-sleep.md:3:7 value-unexpected: Unexpected value "chapters" for `kind`, expected front, chapter or back',
    'segments/Notes.txt segment-name: Unexpected file name Notes.txt, expected a number, a hyphen and lower-case words that begin with a letter, such as 03-side-effects.md',
    'segments/04-pain.md:6:1 image-outside: Unexpected image address ../../secret.png, expected a file such as images/scale.png',
    'segments/04-pain.md:6:24 image-missing: Missing image images/gone.png',
    'images/bed.png image-unused: Image images/bed.png is used nowhere and will not be printed',
  ]);
});

test('a folder that is not there, or is a file, is trouble with the machine that names it', async () => {
  await assert.rejects(readEdition('/nowhere/content'), (error: unknown) => {
    assert.ok(error instanceof MachineError);
    assert.match(error.message, /content folder \/nowhere\/content cannot be read: there is no such folder/);
    return true;
  });
  await assert.rejects(
    readEdition(`${baseFolder}/edition.yaml`),
    /it is not a folder; name the folder that holds/,
  );
});

test('an empty folder lacks its two files, and that is told', async () => {
  const { told } = await readWith({
    'edition.yaml': undefined,
    'disclaimer.md': undefined,
    segments: undefined,
    images: undefined,
  });
  assert.deepEqual(told, [
    'edition.yaml file-missing: Missing file edition.yaml',
    'disclaimer.md file-missing: Missing file disclaimer.md',
  ]);
});
