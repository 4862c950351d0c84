import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import { composeBody } from '../../src/document/body.ts';
import { wordsFor } from '../../src/document/words.ts';
import { segmentOf } from '../fixtures/edition.ts';

function compose(markdown: string): string {
  const { body } = composeBody(segmentOf(markdown), wordsFor('en'));
  return toHtml({ type: 'root', children: [...body.children] });
}

const captions = (html: string) =>
  [...html.matchAll(/<p class="caption">([^<]*)<\/p>/g)].map((match) => match[1]);

test('a picture alone has its caption: in a paragraph, in a tight list item, in a note', () => {
  const html = compose(
    '![a](images/a.png "One")\n\n- ![b](images/a.png "Two")\n- x\n\nCall.[^1]\n\n[^1]: ![c](images/a.png "Three")',
  );
  assert.deepEqual(captions(html), ['One', 'Two', 'Three']);
});

test('a note’s ways back stay apart from each other', () => {
  const html = compose('A.[^1] B.[^1]\n\n[^1]: ![c](images/a.png "Three")');
  assert.match(html, /<\/a> <a/);
});

test('a list that goes on to three digits gets room for them', () => {
  assert.match(compose('99. a\n100. b'), /<ol start="99" class="digits-3">/);
  assert.doesNotMatch(compose('98. a\n99. b'), /digits/);
});

test('a word with a no-break hyphen stays on one line and is spelled with a plain one', () => {
  assert.match(compose('A low\u2011dose plan.'), /A <span class="keep">low-dose<\/span> plan\./);
});

test('a decorative picture has an empty alternative and no caption', () => {
  assert.match(
    compose('![](images/a.png "decorative")'),
    /<div class="figure"><div class="picture"><img src="images\/a\.png" alt=""><\/div><\/div>/,
  );
});

test('a cell with nothing but a decorative picture is filled: a PDF would have no such cell', () => {
  const table = (cell: string) => compose(`| a | b |\n|---|---|\n| x | ${cell} |`);
  assert.match(table('![](images/a.png "decorative")'), /<img src="images\/a\.png" alt="">\u00a0<\/td>/);
  assert.match(table('![a bed](images/a.png)'), /alt="a bed"><\/td>/);
});
