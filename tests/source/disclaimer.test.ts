import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { toString as toText } from 'mdast-util-to-string';
import { limits } from '../../src/source/disclaimer.ts';
import { readWith } from '../fixtures/edition.ts';

const words = (count: number) => Array(count).fill('word').join(' ');

function disclaimer(body: string, chapter = 'Ask first.', page = 'Not advice.'): string {
  return `---\nchapter: ${chapter}\npage: ${page}\n---\n\n${body}`;
}

async function read(text: string | undefined) {
  const { told, edition } = await readWith({ 'disclaimer.md': text });
  return { told, disclaimer: edition?.disclaimer };
}

test('there is no edition without a disclaimer', async () => {
  const { told, disclaimer: none } = await read(undefined);
  assert.deepEqual(told, ['disclaimer.md file-missing: Missing file disclaimer.md']);
  assert.equal(none, undefined);
});

test('an empty disclaimer is told, and so is one of front matter alone or of nothing but marks', async () => {
  assert.deepEqual((await read('')).told, [
    'disclaimer.md:1:1 front-matter-missing: Missing YAML front matter, expected it between two lines of `---` at the top',
  ]);
  for (const body of ['', '\n\n', '<!-- later -->\n', '-\n', '&nbsp;\n', '***\n']) {
    const { told } = await read(disclaimer(body));
    assert.equal(told.length, 1, body);
    assert.match(
      told[0] ?? '',
      /disclaimer-empty: Empty disclaimer, expected the full text below the front matter/,
    );
  }
});

test('an empty short form and an empty running line are told at their keys', async () => {
  assert.deepEqual((await read(disclaimer('Text.', '""', '" "'))).told, [
    'disclaimer.md:2:10 value-unexpected: Unexpected value "" for `chapter`, expected the short disclaimer in Markdown, at most 60 words',
    'disclaimer.md:3:7 value-unexpected: Unexpected value " " for `page`, expected the running line in plain text, at most 12 words',
  ]);
  assert.match(
    (await read(disclaimer('Text.', '"<!-- x -->"'))).told[0] ?? '',
    /^disclaimer.md:2:10 disclaimer-empty/,
  );
});

test('each form has its longest length, and one word more is told with the count', async () => {
  assert.deepEqual({ ...limits }, { full: 250, chapter: 60, page: 12 });
  const longest = await read(disclaimer(words(250), words(60), words(12)));
  assert.deepEqual(longest.told, []);
  assert.deepEqual((await read(disclaimer(words(251), words(61), words(13)))).told, [
    'disclaimer.md:6:1 disclaimer-too-long: The full disclaimer has 251 words, expected at most 250',
    'disclaimer.md:2:10 disclaimer-too-long: The short disclaimer has 61 words, expected at most 60',
    'disclaimer.md:3:7 disclaimer-too-long: The running disclaimer has 13 words, expected at most 12',
  ]);
});

test('words are counted over paragraphs and list items', async () => {
  const { told } = await read(disclaimer(`${words(200)}\n\n- ${words(25)}\n- ${words(26)}\n`));
  assert.match(told[0] ?? '', /has 251 words/);
});

test('what cannot read the same everywhere is refused by its name, at its place', async () => {
  const parts: readonly (readonly [string, string, number])[] = [
    ['# Heading', 'heading', 1],
    ['![x](images/bed.png)', 'image', 1],
    ['<b>x</b>', 'HTML', 1],
    ['> quote', 'quotation', 1],
    ['`code`', 'code', 1],
    ['    code', 'code', 1],
    ['---', 'rule', 1],
    ['~~struck~~', 'strikethrough', 1],
    [':::warning\nx\n:::', 'container', 1],
    ['| a |\n|---|', 'table', 1],
    ['[x]: http://example.org', 'link definition', 1],
    ['a[^1]\n\n[^1]: n', 'call of a footnote', 2],
  ];
  for (const [markdown, name, column] of parts) {
    const { told } = await read(disclaimer(`Text.\n\n${markdown}\n`));
    const line = `disclaimer.md:8:${column} disclaimer-plain: Unexpected ${name} in a disclaimer, expected paragraphs, lists and emphasis only`;
    assert.ok(told.includes(line), `${markdown}\n${told.join('\n')}`);
  }
  assert.deepEqual((await read(disclaimer('Text.', '"# Heading"'))).told, [
    'disclaimer.md:2:10 disclaimer-empty: Empty disclaimer, expected the full text below the front matter',
  ]);
  assert.deepEqual((await read(disclaimer('Text.', '"Text.\\n\\n# Heading"'))).told, [
    'disclaimer.md:2:10 disclaimer-plain: Unexpected heading in a disclaimer, expected paragraphs, lists and emphasis only',
  ]);
});

test('nothing of the short form is taken for front matter and dropped', async () => {
  const { told, disclaimer: made } = await read(
    disclaimer('Text.', '"---\\nnever: alone\\n---\\n\\nAsk first."'),
  );
  assert.ok(told.length > 0 || toText(made?.chapter).includes('never'), 'a line of the short form vanished');
});

test('paragraphs, lists, emphasis, links and line breaks come through, typographic characters in place', async () => {
  const { told, disclaimer: made } = await read(
    disclaimer(
      "It's *not* **advice** -- ask.\\\nCall [911](tel:911) in 5 minutes.\n\n- a\n",
      "Don't *stop*.",
      "It's not advice.",
    ),
  );
  assert.deepEqual(told, []);
  assert.equal(toText(made?.full).startsWith('It’s not advice — ask.Call 911 in 5\u00A0minutes.'), true);
  assert.equal(toText(made?.chapter), 'Don’t stop.');
  assert.equal(made?.page, 'It’s not advice.');
});

test('the checksum is that of the file as stored, byte order mark and all', async () => {
  const text = `\uFEFF${disclaimer('Text.').replaceAll('\n', '\r\n')}`;
  const { disclaimer: made } = await read(text);
  assert.equal(made?.sha256, createHash('sha256').update(text).digest('hex'));
});

test('faults of the YAML and of the text are told together', async () => {
  assert.deepEqual((await read('---\nchapter: c\npge: x\n---\n\nText.\n\n# H\n')).told, [
    'disclaimer.md:2:1 key-missing: Missing key `page`, expected the running line in plain text, at most 12 words',
    'disclaimer.md:3:1 key-unknown: Unexpected key `pge`, expected `page`',
    'disclaimer.md:8:1 disclaimer-plain: Unexpected heading in a disclaimer, expected paragraphs, lists and emphasis only',
  ]);
});
