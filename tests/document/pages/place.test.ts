import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { placePages } from '../../../src/document/pages/place.ts';
import { toXhtml } from '../../../src/document/xhtml.ts';
import type { PageTexts } from '../../../src/model.ts';

const parse = (body: string): Root => unified().use(rehypeParse).parse(`<html><body>${body}</body></html>`);

/** The body, each marker as its number in brackets. */
function show(root: Root): string {
  const [, body = ''] = /<body>([\s\S]*)<\/body>/.exec(toXhtml(root)) ?? [];
  return body.replace(
    /<span id="page\.([^"]+)" epub:type="pagebreak" role="doc-pagebreak" aria-label="\1"><\/span>/g,
    '[$1]',
  );
}

/** Places pages 1, 2, … of one file; the cover stands before them. */
function place(body: string, ...texts: string[]): string {
  const root = parse(body);
  const pages = ['The cover', ...texts].map((text, index) => ({ label: String(index), text }));
  const book: PageTexts = { identifier: 'urn:uuid:book', pages, openings: new Map([['a', 2]]) };
  const list = placePages([{ id: 'a', file: { name: 'a.xhtml', root } }], book);
  assert.deepEqual(
    list?.places,
    texts.map((_, index) => ({ label: `${index + 1}`, id: `page.${index + 1}`, fileName: 'a.xhtml' })),
  );
  return show(root);
}

test('a page that begins in a paragraph is marked before its first word', () => {
  assert.equal(
    place('<p>One two three four.</p>', 'One two', 'three four.'),
    '<p>[1]One two [2]three four.</p>',
  );
});

test('ligatures, soft hyphens and line ends do not move a marker', () => {
  assert.equal(
    place('<p>Eﬃcient co\u00adoperation of the staﬀ.</p>', 'Efficient\nco', 'operation of\nthe staff.'),
    '<p>[1]Eﬃcient co\u00ad[2]operation of the staﬀ.</p>',
  );
});

test('at the start of a heading, a link or a phrase the marker goes before it', () => {
  assert.equal(
    place(
      '<h1 id="a"><span>Chapter 1</span> Sleep</h1><p>So <a href="#b"><em>see</em> there</a> now.</p>',
      'Chapter 1 Sleep So',
      'see there now.',
    ),
    '[1]<h1 id="a"><span>Chapter 1</span> Sleep</h1><p>So [2]<a href="#b"><em>see</em> there</a> now.</p>',
  );
});

test('a link that is broken by a page has the marker inside', () => {
  assert.equal(
    place('<p>So <a href="#b">see there</a> now.</p>', 'So see', 'there now.'),
    '<p>[1]So <a href="#b">see [2]there</a> now.</p>',
  );
});

test('a page that begins with a table is marked before it, one that begins with a row in its first cell', () => {
  const table =
    '<table><thead><tr><th>Day</th></tr></thead><tbody><tr><td>One</td></tr><tr><td><b>Two</b></td></tr></tbody></table>';
  assert.equal(
    place(`<p>So:</p>${table}`, 'So:', 'Day\nOne', 'Two'),
    `<p>[1]So:</p>[2]${table.replace('<b>', '[3]<b>')}`,
  );
});

test('what stands before a picture is before its caption', () => {
  const figure = '<figure><img src="a.png" alt="A bed"><figcaption>A bed</figcaption></figure>';
  assert.equal(
    place(`<p>So:</p>${figure}`, 'So:', '\uFFFC A bed'),
    '<p>[1]So:</p><figure>[2]<img src="a.png" alt="A bed"></img><figcaption>A bed</figcaption></figure>',
  );
});

test('no marker stands in a formula', () => {
  assert.match(
    place('<p>So <math><mi>x</mi><mo>+</mo><mi>y</mi></math> it is.</p>', 'So', 'x + y it is.'),
    /^<p>\[1\]So \[2\]<math/,
  );
});

test('a blank page goes with the next one, in order', () => {
  assert.equal(place('<p>One two.</p>', '', 'One', '', '', 'two.', ''), '<p>[1][2]One [3][4][5]two.</p>[6]');
});

test('what only the print has at the top of a page is stepped over', () => {
  assert.equal(
    place('<p>One two.</p><p>Three four five.</p>', 'One two.', '× Three four five.'),
    '<p>[1]One two.</p><p>[2]Three four five.</p>',
  );
});

test('a short heading opens its page also where both texts differ before and behind it', () => {
  for (const [heading, note] of [
    ['Notes', 'So it says.'],
    ['注释', '指南是这样说的。'],
    ['注', 'はい。'],
    ['הערות', 'כך אומר.'],
  ] as const) {
    const ebook = `<ul><li>Name and dose</li></ul><h2>${heading}</h2><aside><p><a href="#a">1</a>. ${note}</p></aside>`;
    assert.equal(
      place(
        `<p>One two.</p>${ebook}<p>Three four.</p>`,
        'One two.\nWhat it is for\nWhen it is taken\nWho ordered it\n',
        `${heading}\n${note}\nback to the text\n(page 1)\n`,
      ),
      `<p>[1]One two.</p>${ebook.replace('<h2>', '[2]<h2>')}<p>Three four.</p>`,
    );
  }
});

test('pages of the contents lead to the contents, those behind the last file to its end', () => {
  const [disclaimer, chapter] = [parse('<p>Ask first.</p>'), parse('<p>Sleep well.</p>')];
  const texts = ['Cover', 'Ask first.', 'Contents', 'Sleep 1', '', 'Sleep well.', '', 'Colophon'];
  const book: PageTexts = {
    identifier: 'urn:uuid:book',
    pages: texts.map((text, index) => ({ label: String(index), text })),
    openings: new Map([
      ['disclaimer', 2],
      ['sleep', 6],
      ['colophon', 8],
    ]),
  };
  const parts = [
    { id: 'disclaimer', file: { name: 'disclaimer.xhtml', root: disclaimer }, beforeContents: true },
    { id: 'sleep', file: { name: 'sleep.xhtml', root: chapter } },
    { id: 'colophon' },
  ];
  const list = placePages(parts, book);
  assert.equal(list?.source, 'urn:uuid:book');
  assert.deepEqual(
    list?.places.map(({ label, fileName }) => [label, fileName]),
    [
      ['1', 'disclaimer.xhtml'],
      ['2', undefined],
      ['3', undefined],
      ['4', 'sleep.xhtml'],
      ['5', 'sleep.xhtml'],
      ['6', 'sleep.xhtml'],
      ['7', 'sleep.xhtml'],
    ],
  );
  assert.equal(show(disclaimer), '<p>[1]Ask first.</p>');
  assert.equal(show(chapter), '<p>[4][5]Sleep well.</p>[6][7]');
});

test('a book that does not tell where a part begins gives no page list, and no file is marked', () => {
  const root = parse('<p>One.</p>');
  const book = { identifier: 'urn:uuid:book', pages: [{ label: '1', text: 'One.' }], openings: new Map() };
  assert.equal(placePages([{ id: 'a', file: { name: 'a.xhtml', root } }], book), undefined);
  assert.equal(show(root), '<p>One.</p>');
});
