import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeBody } from '../../src/document/body.ts';
import { forgetPlaces } from '../../src/document/index.ts';
import { wordsFor } from '../../src/document/words.ts';
import { compose, htmlOf, textOfXml, xhtmlOf } from '../fixtures/document.ts';
import { segmentOf } from '../fixtures/edition.ts';

test('lists keep the number they start with, in HTML and in XHTML, also after an interruption', () => {
  const markdown = '3. three\n4. four\n\nText.\n\n5. five\n\nText.\n\n0. zero';
  const html =
    '<ol start="3"><li>three</li><li>four</li></ol><p>Text.</p><ol start="5"><li>five</li></ol><p>Text.</p><ol start="0"><li>zero</li></ol>';
  assert.equal(htmlOf(markdown), html);
  assert.deepEqual(xhtmlOf(compose(markdown).body).match(/start="\d+"/g), [
    'start="3"',
    'start="5"',
    'start="0"',
  ]);
});

test('lists nest, and loose items hold paragraphs and boxes', () => {
  assert.equal(
    htmlOf('- a\n  1. b\n     - c'),
    '<ul><li>a\n<ol><li>b\n<ul><li>c</li></ul></li></ol></li></ul>',
  );
  assert.equal(
    htmlOf('1. a\n\n   b\n\n   :::editor\n   c\n   :::\n\n2. d'),
    '<ol><li><p>a</p><p>b</p><div class="box box-editor"><p class="box-label">Editor’s note</p><p>c</p></div></li><li><p>d</p></li></ol>',
  );
});

test('a cell without content holds a no-break space, or a PDF would leave it out of its structure', () => {
  assert.match(
    htmlOf('| a | b |\n|---|---|\n|   | c |'),
    /<tr><td>(\u00a0|&nbsp;|&#xA0;)<\/td><td>c<\/td><\/tr>/,
  );
  assert.match(htmlOf('| a |\n|---|\n| ![x](images/x.png) |'), /<td><img [^>]*><\/td>/);
});

test('tables carry their alignment as a class, never as an attribute', () => {
  assert.equal(
    htmlOf('| a | b | c | d |\n|:-|:-:|-:|--|\n| 1 | 2 | 3 | 4 |'),
    '<table><thead><tr><th class="align-left">a</th><th class="align-center">b</th><th class="align-right">c</th><th>d</th></tr></thead>' +
      '<tbody><tr><td class="align-left">1</td><td class="align-center">2</td><td class="align-right">3</td><td>4</td></tr></tbody></table>',
  );
  assert.equal(
    htmlOf('<table><tr><td align="right">1</td></tr></table>'),
    '<table><tbody><tr><td class="align-right">1</td></tr></tbody></table>',
  );
});

test('tasks, strikethrough, hard breaks, rules, quotations and code come through', () => {
  assert.equal(
    htmlOf('- [ ] a\n- [x] b'),
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled> a</li><li class="task-list-item"><input type="checkbox" checked disabled> b</li></ul>',
  );
  assert.equal(htmlOf('~~a~~  \nb\\\nc'), '<p><del>a</del><br>\nb<br>\nc</p>');
  assert.equal(htmlOf('> a\n\n***\n\n`b`'), '<blockquote><p>a</p></blockquote><hr><p><code>b</code></p>');
  assert.equal(
    htmlOf('```js\na < b\n```\n\n    c'),
    '<pre><code class="language-js">a &#x3C; b\n</code></pre><pre><code>c\n</code></pre>',
  );
});

test('links by definition, autolinks and addresses become links', () => {
  assert.equal(
    htmlOf('[a][b] <https://x.org> www.x.org me@x.org\n\n[b]: https://example.org'),
    '<p><a href="https://example.org">a</a> <a href="https://x.org">https://x.org</a> <a href="http://www.x.org">www.x.org</a> <a href="mailto:me@x.org">me@x.org</a></p>',
  );
});

test('links inside the edition lead to scoped ids, with or without the slug', () => {
  assert.equal(
    htmlOf('[a](pain) [b](pain#stop) [c](#rest) [d](sleep) [e](#%C3%BCber) [f](#über)'),
    '<p><a href="#pain">a</a> <a href="#pain--stop">b</a> <a href="#sleep--rest">c</a> <a href="#sleep">d</a> <a href="#sleep--über">e</a> <a href="#sleep--über">f</a></p>',
  );
});

test('footnotes are numbered, lead there and back, and stand under a heading', () => {
  const { html, body } = compose('a[^x] b[^x] c[^y]\n\n[^y]: Y\n\n[^x]: X\n\n    more');
  assert.match(
    html,
    /^<p>a<sup><a href="#sleep--fn-x" id="sleep--fnref-x" data-footnote-ref aria-describedby="sleep--footnote-label">1<\/a>/,
  );
  assert.match(html, /<a href="#sleep--fn-x" id="sleep--fnref-x-2"/);
  assert.match(
    html,
    /<h2 id="sleep--footnote-label">Notes<\/h2><ol><li id="sleep--fn-x"><p>X<\/p><p>more <a href="#sleep--fnref-x"/,
  );
  assert.match(
    html,
    /<a href="#sleep--fnref-x-2"[^>]*>back to the text<\/a><\/p><\/li><li id="sleep--fn-y"><p>Y <a href="#sleep--fnref-y"/,
  );
  assert.deepEqual(body.headings.at(-1), { id: 'sleep--footnote-label', level: 2, text: 'Notes' });
});

test('two segments with the same footnote label do not clash', () => {
  const ids = (slug: string) => compose('a[^1]\n\n[^1]: n', slug).html.match(/(?<=\bid=")[^"]+/g) ?? [];
  assert.deepEqual(ids('sleep'), ['sleep--fnref-1', 'sleep--footnote-label', 'sleep--fn-1']);
  assert.deepEqual(ids('pain'), ['pain--fnref-1', 'pain--footnote-label', 'pain--fn-1']);
});

test('headings come with their scoped ids, without the numbers of footnotes', () => {
  const { body } = compose('## Rest[^1] *well*\n\n### More\n\n[^1]: n');
  assert.deepEqual(body.headings.slice(0, 3), [
    { id: 'sleep', level: 1, text: 'Sleep' },
    { id: 'sleep--rest-well', level: 2, text: 'Rest well' },
    { id: 'sleep--more', level: 3, text: 'More' },
  ]);
});

test('a picture on its own is a figure with its caption; in a sentence it stays there', () => {
  assert.equal(
    htmlOf('![A bed](images/bed.png "It\'s a bed")'),
    '<div class="figure"><div class="picture"><img src="images/bed.png" alt="A bed"></div><p class="caption">It’s a bed</p></div>',
  );
  assert.equal(
    htmlOf('![A bed](images/bed.png)'),
    '<div class="figure"><div class="picture"><img src="images/bed.png" alt="A bed"></div></div>',
  );
  assert.equal(htmlOf('a ![A bed](images/bed.png) b'), '<p>a <img src="images/bed.png" alt="A bed"> b</p>');
});

test('boxes have their label in words and the id that is written', () => {
  for (const [name, label] of [
    ['warning', 'Warning'],
    ['editor', 'Editor’s note'],
    ['key-points', 'Key points'],
    ['questions', 'Questions to ask'],
  ]) {
    assert.equal(
      htmlOf(`:::${name}{#here}\nx\n:::`),
      `<div class="box box-${name}" id="sleep--here"><p class="box-label">${label}</p><p>x</p></div>`,
    );
  }
});

test('telephone numbers stay on one line, but not in code', () => {
  assert.equal(
    htmlOf('1-800-222-1222 `1-800`'),
    '<p><span class="keep">1-800-222-1222</span> <code>1-800</code></p>',
  );
});

test('the segment that is composed is left as it was', () => {
  const segment = segmentOf('a *b* <b>c</b>');
  const before = JSON.stringify(segment);
  composeBody(segment, wordsFor('en'));
  assert.equal(JSON.stringify(segment), before);
});

test('a body holds no tree of the source, and forgets its places when it is told to', () => {
  const { body } = compose('a *b* <b>c</b>');
  assert.ok(!('root' in body.segment));
  assert.match(JSON.stringify(body), /"position":\{/);
  const text = xhtmlOf(body);
  forgetPlaces(body);
  assert.doesNotMatch(JSON.stringify(body), /"position"/);
  assert.equal(xhtmlOf(body), text);
});

test('a body is well-formed XML, special characters and all', () => {
  const text = textOfXml(xhtmlOf(compose('a & b < c > "d" \' ]]> &lt;e&gt; `<f>` \u0000').body));
  assert.equal(text.trim(), 'a & b < c > “d” ’ ]]> <e>  <f> \uFFFD');
});
