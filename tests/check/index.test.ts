import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { checkChapter, checkWith } from '../fixtures/check.ts';

test('the base edition breaks no rule', async () => {
  assert.deepEqual(await checkWith({}), []);
});

test('a chapter with one of everything that is allowed breaks no rule', async () => {
  const markdown = [
    'Text with *emphasis*, `code`, ~~no~~, H<sub>2</sub>O and a call.[^1] See [the box](#stop).',
    '',
    '## Steps',
    '',
    '3. three\n4. four\n\n   :::warning{#stop}\n   Stop.\n   :::',
    '',
    'Then:\n\n5. five',
    '',
    'And:\n\n1. one\n1. two\n1. three',
    '',
    '- [ ] to do\n- [x] done',
    '',
    '| a | b |\n|--:|:-:|\n| 1 |\n| 1 | 2 |',
    '',
    '> quoted',
    '',
    '```js\ncode\n```',
    '',
    '::::editor\n:::questions\nWhy?\n:::\n::::',
    '',
    '![A bed](images/bed.png "A bed")',
    '',
    '<div lang="de">Wort</div>',
    '',
    'See <https://example.org/a--b>, [mail](mailto:a@example.org), [sources](sources) and [r].',
    '',
    '[^1]: A note.',
    '',
    '[r]: https://example.org',
  ].join('\n');
  assert.deepEqual(await checkChapter(markdown), []);
});

test('faults of several rules are told together, in the order of the rules', async () => {
  const told = await checkChapter('# Top\n\n:::nobody\n:::\n\n[x](gone)\n\n![](images/bed.png)\n');
  assert.deepEqual(
    told.map((line) => line.split(' ').slice(0, 2).join(' ')),
    [
      '1:1 heading-top:',
      '3:1 directive-unknown:',
      '3:1 container-empty:',
      '6:1 link-broken:',
      '8:1 image-alt-missing:',
    ],
  );
});

test('every rule file is in the table', async () => {
  const folder = new URL('../../src/check/', import.meta.url);
  const index = await readFile(new URL('index.ts', folder), 'utf8');
  for (const name of await readdir(folder)) {
    const text = await readFile(new URL(name, folder), 'utf8');
    if (name !== 'index.ts' && /export function check/.test(text))
      assert.ok(index.includes(`'./${name}'`), name);
  }
});
