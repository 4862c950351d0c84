import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composePageCss, quote } from '../../../src/document/print/page-css.ts';

/** Reads a CSS string as a browser does (CSS Syntax 3, 4.3.5). */
function unquote(css: string): string {
  assert.match(css, /^"(?:[^"\\\n]|\\[0-9a-f]{1,6} )*"$/);
  return css
    .slice(1, -1)
    .replace(/\\([0-9a-f]+) /g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

test('a string comes back as it went in, whatever is in it, and closes nothing around it', () => {
  for (const text of [
    'plain',
    'say "no"',
    'a\\b',
    '</style><script>',
    'two\nlines\r\f',
    '\\',
    '"',
    '\\A ',
    '\\"; } * { display: none',
    'a1\\2',
    '“é” 张 🩹',
    '',
  ]) {
    assert.equal(unquote(quote(text)), text);
    assert.doesNotMatch(quote(text), /<|[\n\r\f]/);
  }
});

test('running line, title, version and page number stand in the margins of every page', () => {
  const foot = ['Not "advice"</style>', 'A \\ B · Version 1.0'];
  const handout = composePageCss({ pageSize: 'a4', direction: 'ltr', facing: false, foot, runs: [] });
  assert.match(handout, /@page \{ size: 210mm 297mm; \}/);
  assert.ok(
    handout.includes(
      '@bottom-left { content: "Not \\22 advice\\22 \\3c /style>" "\\A" "A \\5c  B · Version 1.0"; }',
    ),
    handout,
  );
  assert.match(handout, /@bottom-right \{ content: counter\(page\); [^}]*padding-left: 0\.7em; \}/);
  const runs = [
    { name: 'cover', front: true },
    { name: 'front', front: true },
    { name: 'part-1', front: false, heads: { left: 'Chapter 1', right: 'The book' } },
  ];
  const book = composePageCss({ pageSize: '6x9', direction: 'ltr', facing: true, foot, runs });
  assert.match(book, /@page :right \{[^}]*@bottom-left \{ content: "Not/);
  assert.match(book, /@page :left \{[^}]*@bottom-left \{ content: counter\(page\)/);
  assert.match(book, /@page cover \{ @bottom-left \{ content: none; \}/);
  assert.match(book, /@page front:left \{ @bottom-left \{ content: counter\(front-page, lower-roman\)/);
  assert.match(book, /@page part-1:left \{ @top-left \{ content: "Chapter 1"; \}/);
  assert.match(book, /@page part-1:right \{ @top-right \{ content: "The book"; \}/);
});

test('a book that is read from right to left has its margins mirrored', () => {
  const margins = { pageSize: '6x9', direction: 'rtl', foot: ['Foot'] } as const;
  const runs = [{ name: 'part-1', front: false, heads: { left: 'Chapter 1', right: 'The book' } }];
  const book = composePageCss({ ...margins, facing: true, runs });
  assert.match(book, /@page part-1:right \{ @top-right \{ content: "Chapter 1"; \}/);
  assert.match(book, /@page part-1:left \{ @top-left \{ content: "The book"; \}/);
  assert.match(book, /@page :left \{[^}]*@bottom-left \{ content: counter\(page\)/);
  const handout = composePageCss({ ...margins, facing: false, runs: [] });
  assert.match(
    handout,
    /@bottom-left \{ content: counter\(page\);[^}]*padding-right: 0\.7em; \}\s*@bottom-right \{ content: "Foot"; \}/,
  );
});
