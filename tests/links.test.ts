/** Links of every shape: whatever stands between the brackets, every edition is built, proved, and names the address on paper. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { segmentFile } from './fixtures/edition.ts';
import { withContent } from './fixtures/folder.ts';
import { readLayout } from './fixtures/pages.ts';
import { run } from './fixtures/run.ts';

const picture = (alt: string) => `![${alt}](images/bed.png)`;
const shapes = [
  `[${picture('A bed alone')}](https://example.org/alone)`,
  `Tap [${picture('A bed here')}](https://example.org/sentence), and sleep.`,
  `[${picture('A bed and')} words](https://example.org/words)`,
  `| Picture | Words |\n| --- | --- |\n| [${picture('A bed in a cell')}](https://example.org/cell) | Words |`,
  `3. [${picture('A bed in an item')}](https://example.org/item)\n\n   More.\n4. Four.`,
  `[![A drawing](images/drawing.svg)](https://example.org/drawing)`,
  `[${picture('A bed that leads on')}](welcome)`,
  'Read [this][other] and [that](https://example.org/ä), and [picture]\n\n[other]: https://example.org/other\n[picture]: https://example.org/picture',
  'Read [one page](https://example.org/one) and [one more](https://example.org/two)',
  '| Where | What |\n| --- | --- |\n| [A page](https://example.org/page) | Words |',
];
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#333"/></svg>';

test('links of every shape are in every edition, on paper with their addresses', () =>
  withContent(
    {
      'segments/02-sleep.md': segmentFile(`${shapes.join('\n\n')}\n\n## Rest\n\nRest.\n`),
      'images/drawing.svg': drawing,
    },
    async (folder) => {
      const out = join(dirname(folder), 'dist');
      const ran = await run('build', folder, '--out', out);
      assert.equal(ran.status, 0, ran.stderr);
      const pages = await readLayout(new Uint8Array(await readFile(join(out, 'small-edition-book.pdf'))));
      const lines = pages.flatMap((page) => page.lines.map(({ text }) => text)).join('\n');
      for (const place of [
        'alone',
        'sentence',
        'words',
        'cell',
        'item',
        'drawing',
        'two',
        'page',
        'other',
        '%C3%A4',
      ])
        assert.ok(lines.includes(`(example.org/${place})`), place);
    },
  ));
