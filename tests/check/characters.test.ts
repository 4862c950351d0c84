import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { wordsFor } from '../../src/document/words.ts';
import { readTemplates } from '../../src/source/index.ts';
import { checkChapter, checkWith } from '../fixtures/check.ts';
import { baseFolder } from '../fixtures/folder.ts';

const told = (place: string, character: string, code: string) =>
  `${place} character-uncovered: No font has the character ${character} (${code})`;

test('what the bundled fonts have passes: accents, Greek, Cyrillic, arrows, fractions, signs', async () => {
  assert.deepEqual(await checkChapter('é ß Ł ő μ Ω β Ж ≤ ≥ ± × ½ → ← ☐ ✓ € № ° ™ “ ” ‘ ’ – — … • µg'), []);
});

test('a character that no font has is told at its line and column, once for each text', async () => {
  assert.deepEqual(await checkChapter('a 张 b 张\n\nc 文'), [
    told('1:3', '张', 'U+5F20'),
    told('3:3', '文', 'U+6587'),
  ]);
});

test('the column is exact whatever typographic characters did to the text before it', async () => {
  assert.deepEqual(await checkChapter('"it\'s" -- so... 张'), [told('1:17', '张', 'U+5F20')]);
  assert.deepEqual(await checkChapter('> a -- b\n> c... 张'), [told('2:8', '张', 'U+5F20')]);
  assert.deepEqual(await checkChapter('- a\n\n  5\n  mg 张'), [told('4:6', '张', 'U+5F20')]);
  assert.deepEqual(await checkChapter('*a* \\* &amp; 张 `张`'), [
    told('1:14', '张', 'U+5F20'),
    told('1:17', '张', 'U+5F20'),
  ]);
});

test('a character written by its number is told where its text begins', async () => {
  assert.deepEqual(await checkChapter('a *b &#x5F20;*'), [told('1:4', '张', 'U+5F20')]);
});

test('code, captions, raw HTML and headings are read too', async () => {
  const text = '```\na 张\n```\n\n![A bed](images/bed.png "张")\n\n<b>张</b>\n\n## 张x';
  const lines = await checkChapter(text);
  assert.deepEqual(
    lines.map((line) => line.split(' ')[0]),
    ['2:3', '5:26', '7:4', '9:4'],
  );
});

test('titles, names, the permission, the running line and the disclaimer are read', async () => {
  const base = (path: string) => readFile(new URL(`../fixtures/base/${path}`, import.meta.url), 'utf8');
  for (const [path, from] of [
    ['edition.yaml', 'A Small Edition'],
    ['edition.yaml', 'name: Ada Author'],
    ['edition.yaml', 'name: Eve Editor'],
    ['edition.yaml', 'title: A Post'],
    ['edition.yaml', 'Given in writing'],
    ['edition.yaml', 'Free to share'],
    ['disclaimer.md', 'Ask your doctor'],
    ['disclaimer.md', 'page: Information'],
    ['disclaimer.md', 'This book is'],
    ['segments/02-sleep.md', 'title: Sleep'],
  ] as const) {
    const lines = await checkWith({ [path]: (await base(path)).replace(from, `${from} 张`) });
    assert.equal(lines.length, 1, `${path} ${from}: ${lines.join()}`);
    assert.match(lines[0] ?? '', new RegExp(`^${path}.* character-uncovered: .*张`));
  }
});

test('control characters are told: XML has no way to write them', async () => {
  assert.deepEqual(await checkChapter('a\fb\vc'), [told('1:2', '\f', 'U+000C'), told('1:4', '\v', 'U+000B')]);
  assert.deepEqual(await checkChapter('![a\bb](images/bed.png)'), [told('1:4', '\b', 'U+0008')]);
});

test('alternative texts may hold any other character: they are spoken, not printed', async () => {
  assert.deepEqual(await checkChapter('![张](images/bed.png)'), []);
});

test('spaces, joiners, tabs and the no-break hyphen need no glyph', async () => {
  assert.deepEqual(await checkChapter('a\u00A0b\u2009c\u00ADd\u2011e\u200Bf\u2060g\th'), []);
});

test('the fonts have every word that the system itself prints', async () => {
  const coverage = [...(await readTemplates()).coverage.values()].join(' ').split(' ');
  const ranges = coverage.map((range) => range.split('-').map((hex) => Number.parseInt(hex, 16)));
  const covered = (code: number) => ranges.some(([first = 0, last = first]) => code >= first && code <= last);
  const words = Object.values(wordsFor('en')).flatMap((value) => {
    if (typeof value === 'function') return [value('1' as never, '2')];
    return typeof value === 'object' ? Object.values(value) : [value];
  });
  const missing = [...new Set(words.join(''))].filter(
    (character) => character !== '\u00A0' && !covered(character.codePointAt(0) ?? 0),
  );
  assert.deepEqual(missing, []);
});

test('a language whose letters no font has is told once, with what to do', async () => {
  const yaml = await readFile(`${baseFolder}/edition.yaml`, 'utf8');
  const told = await checkWith({ 'edition.yaml': yaml.replace('language: en-US', 'language: zh-CN') });
  assert.deepEqual(
    told.filter((line) => /uncovered/.test(line)).map((line) => line.replace(/ as .*/, '')),
    ['edition.yaml script-uncovered: No font has letters of the language zh-CN, such'],
  );
});
