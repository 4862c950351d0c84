import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { readFragment, readLine, readMarkdown } from '../../src/source/markdown.ts';
import { showMessage } from '../fixtures/folder.ts';

function textOf(markdown: string): string {
  return toText(readMarkdown(markdown, 'a.md', 'a', 'en').root);
}

function told(markdown: string): string[] {
  return readMarkdown(markdown, 'a.md', 'a', 'en').messages.map((message) => showMessage(message));
}

function idsOf(markdown: string): string[] {
  const ids: string[] = [];
  visit(readMarkdown(markdown, 'a.md', 'sleep', 'en').root, (node: Nodes) => {
    const id = node.data?.hProperties?.id;
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
}

test('quotes curl the right way, across emphasis and links', () => {
  assert.equal(textOf('"*Ask* first," she said.'), '“Ask first,” she said.');
  assert.equal(textOf('He said **"no"**.'), 'He said “no”.');
  assert.equal(textOf('("[Ask](b) first")'), '(“Ask first”)');
  assert.equal(textOf("*'Ask'*"), '‘Ask’');
});

test('apostrophes and decades turn to the right', () => {
  assert.equal(textOf("It's the patients' choice, in the '90s."), 'It’s the patients’ choice, in the ’90s.');
});

test('hyphens become dashes and dots become an ellipsis', () => {
  assert.equal(textOf('wait -- or not...'), 'wait — or not…');
});

test('code stays as it was typed', () => {
  assert.equal(textOf('`"a" -- b...` "c"'), '"a" -- b... “c”');
  assert.equal(textOf('```\n"a" -- 5 mg\n```'), '"a" -- 5 mg');
  assert.equal(textOf('    "a" -- 5 mg'), '"a" -- 5 mg');
});

test('an address that is printed as its own link keeps every letter', () => {
  for (const address of [
    'https://example.org/a--b',
    "https://example.org/it's...here",
    'http://example.org/a---b',
  ]) {
    assert.equal(textOf(`See "${address} now" <${address}>`), `See “${address} now” ${address}`);
  }
  assert.equal(textOf('www.example.org/a--b'), 'www.example.org/a--b');
  assert.equal(textOf('[wait -- here](https://example.org/a--b)'), 'wait — here');
});

test('captions get typographic characters, whether they stand with the picture or in a definition', () => {
  const { root } = readMarkdown('![x](y.png "It\'s 5 mg")\n\n[a]: b.png "It\'s"\n', 'a.md', 'a', 'en');
  const titles: unknown[] = [];
  visit(root, (node) => {
    if (node.type === 'image' || node.type === 'definition') titles.push(node.title);
  });
  assert.deepEqual(titles, ['It’s 5\u00A0mg', 'It’s']);
});

test('a time, a note and a pair of colons are text, letter for letter, and no message', () => {
  const text = 'At 10:30 note:this a::b :smile: 1:2:3 x:y_z and :-) too';
  assert.equal(textOf(text), text);
  assert.deepEqual(told(text), []);
});

test('an inline directive that looks meant is printed as it is written, with a warning at its place', () => {
  assert.equal(textOf('See :x[label]{a=b} here'), 'See :x[label]{a=b} here');
  assert.deepEqual(told('See :x[label]{a=b} here'), [
    'a.md:1:5 directive-inline: Unexpected inline directive :x[label]{a=b}, printed as it is written',
  ]);
  assert.equal(textOf('::leaf[a *b*]'), '::leaf[a *b*]');
  assert.deepEqual(told('::warning'), [
    'a.md:1:1 directive-inline: Unexpected inline directive ::warning, printed as it is written',
  ]);
});

test('quotes see through what looked like a directive', () => {
  assert.equal(textOf('"at 10:30" and "a:b"'), '“at 10:30” and “a:b”');
});

test('one tilde strikes nothing through: a range of doses stays readable', () => {
  const { root } = readMarkdown('5~10 mg, then 15~20 mg; ~~not~~', 'a.md', 'a', 'en');
  const struck: string[] = [];
  visit(root, 'delete', (node) => {
    struck.push(toText(node));
  });
  assert.deepEqual(struck, ['not']);
  assert.match(toText(root), /^5~10\u00A0mg, then 15~20\u00A0mg; /);
});

test('ids of headings are slugs of their text, scoped and unique', () => {
  assert.deepEqual(idsOf('## Stop *first*\n\n## Stop first\n\n### 5 mg: "ok"?\n'), [
    'sleep--stop-first',
    'sleep--stop-first-1',
    'sleep--5-mg-ok',
  ]);
  assert.deepEqual(idsOf('## Über `code` <b>bold</b>\n'), ['sleep--über-code-bold']);
});

test('containers have the id that is written in braces, scoped; without one they have none', () => {
  assert.deepEqual(idsOf(':::warning{#stop}\nx\n:::\n\n:::editor\ny\n:::\n'), ['sleep--stop']);
});

test('front matter is taken apart at the top of a file only', () => {
  const { yaml, root } = readMarkdown('---\ntitle: x\n---\n\nText.\n\n---\n', 'a.md', 'a', 'en');
  assert.equal(yaml, 'title: x');
  assert.deepEqual(
    root.children.map(({ type }) => type),
    ['paragraph', 'thematicBreak'],
  );
  assert.equal(readMarkdown('Text.\n', 'a.md', 'a', 'en').yaml, undefined);
});

test('a fragment has no front matter', () => {
  assert.match(toText(readFragment('---\nkept: yes\n---\n', 'a.md', 'a', 'en').root), /kept: yes/);
});

test('a line of plain text is set like running text, and its marks are text', () => {
  assert.equal(readLine('It\'s *5 mg* -- "ok" <b> [x](y)', 'en'), 'It’s *5\u00A0mg* — “ok” <b> [x](y)');
  assert.equal(readLine('', 'en'), '');
});
