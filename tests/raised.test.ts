/** Raised signs at the head of a page belong to that page alone. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { segmentFile } from './fixtures/edition.ts';
import { withContent } from './fixtures/folder.ts';
import { run } from './fixtures/run.ts';

/** Nearly every line has one. */
const sentences = [
  'Rest can<sup>2</sup> help.',
  'Walk by day.<sup>2</sup>',
  'Light and air<sup>2</sup> can help you.',
];
const paragraphs = Array.from({ length: 70 }, (_, index) =>
  Array.from({ length: 3 + (index % 9) }, (_, at) => sentences[(index + at) % 3]).join(' '),
);
const overlay = { 'segments/02-sleep.md': segmentFile(`${paragraphs.join('\n\n')}\n\n## Rest\n\nRest.\n`) };

for (const paper of ['letter', 'a4'])
  test(`on ${paper} what rises above the first line of a page is not drawn on the page before`, () =>
    withContent(overlay, async (folder) => {
      const kinds = 'book,booklet,handout,large-print,chapter-handout';
      const ran = await run(
        'build',
        folder,
        '--out',
        join(dirname(folder), 'dist'),
        '--paper',
        paper,
        '--only',
        kinds,
      );
      assert.equal(ran.status, 0, ran.stdout + ran.stderr);
    }));
