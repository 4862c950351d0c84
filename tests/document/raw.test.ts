import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose, htmlOf } from '../fixtures/document.ts';

/** HTML and messages of a case, the ones that only say so being cut to what they name. */
function read(markdown: string): { html: string; told: string[] } {
  const { html, told } = compose(markdown);
  return { html, told: told.map((line) => line.replace('html-dropped: Dropped ', '')) };
}

test('allowed elements pass without a word', () => {
  assert.equal(
    htmlOf('H<sub>2</sub>O <kbd>x</kbd> <span lang="de">Wort</span> a<br>b'),
    '<p>H<sub>2</sub>O <kbd>x</kbd> <span lang="de">Wort</span> a<br>b</p>',
  );
  assert.equal(htmlOf('<dl><dt>a</dt><dd>b</dd></dl>'), '<dl><dt>a</dt><dd>b</dd></dl>');
  assert.equal(
    htmlOf('<ol start="3" reversed><li value="9">a</li></ol>'),
    '<ol start="3" reversed><li value="9">a</li></ol>',
  );
  assert.equal(htmlOf('<div>\n\n*a*\n\n</div>'), '<div><p><em>a</em></p></div>');
});

test('an element that is not allowed is unwrapped and told at its place; its text stays', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a <font color="red">b</font> c', '<p>a b c</p>', ['1:3 element <font>']],
    ['<details><summary>a</summary>b</details>', 'ab', ['1:1 element <details>', '1:10 element <summary>']],
    ['<mi>x</mi> <path d="M0 0"></path>', '<p>x </p>', ['1:1 element <mi>', '1:12 element <path>']],
    ['<td>cell</td> after', 'cell after', ['1:1 element <td>']],
    ['<li>loose</li>', 'loose', ['1:1 element <li>']],
    ['<aside class="disclaimer">x</aside>', 'x', ['1:1 element <aside>']],
    ['<slot name="title">x</slot>', '<p>x</p>', ['1:1 element <slot>']],
    ['<video src="x">a</video>', '<p>a</p>', ['1:1 element <video>']],
    ['<textarea>a</textarea>', 'a', ['1:1 element <textarea>']],
    ["<div>don't <td>cell</td> can't</div>", "<div>don't cell can't</div>", ['1:1 element <td>']],
    ['x <body class="y">b</body>', '<p>x b</p>', ['1:3 element <body>']],
  ];
  for (const [markdown, html, told] of cases) assert.deepEqual(read(markdown), { html, told }, markdown);
});

test('an attribute that is not allowed is told with its element', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['<p onclick="x()">a</p>', '<p>a</p>', ['1:1 attribute onClick of <p>']],
    ['a <span style="color:red">b</span>', '<p>a <span>b</span></p>', ['1:3 attribute style of <span>']],
    ['<p hidden>a</p>', '<p>a</p>', ['1:1 attribute hidden of <p>']],
    ['<abbr title="milligram">mg</abbr>', '<p><abbr>mg</abbr></p>', ['1:1 attribute title of <abbr>']],
    ['[a](javascript:x)', '<p><a>a</a></p>', ['1:1 attribute href of <a>']],
    ['[a](data:text/html,x)', '<p><a>a</a></p>', ['1:1 attribute href of <a>']],
    [
      '[a](vbscript:x) <file:///etc/passwd>',
      '<p><a>a</a> <a>file:///etc/passwd</a></p>',
      ['1:1 attribute href of <a>', '1:17 attribute href of <a>'],
    ],
    ['<a href="JaVaScRiPt:x">a</a>', '<p><a>a</a></p>', ['1:1 attribute href of <a>']],
    ['<p dir="up">a</p>', '<p>a</p>', ['1:1 attribute dir of <p>']],
    ['<ol type="x"><li>a</li></ol>', '<ol><li>a</li></ol>', ['1:1 attribute type of <ol>']],
  ];
  for (const [markdown, html, told] of cases) assert.deepEqual(read(markdown), { html, told }, markdown);
});

test('no HTML can imitate a disclaimer, nor any class of ours but those of boxes', () => {
  assert.deepEqual(read('<div class="disclaimer disclaimer-full opening">a</div>'), {
    html: '<div>a</div>',
    told: [
      '1:1 class “disclaimer” of <div>',
      '1:1 class “disclaimer-full” of <div>',
      '1:1 class “opening” of <div>',
    ],
  });
  assert.deepEqual(read('<section role="doc-notice" epub:type="notice">a</section>').told, [
    '1:1 attribute role of <section>',
    '1:1 attribute epub:type of <section>',
  ]);
});

test('pictures, boxes to tick and headings are to be written in Markdown, where rules see them', () => {
  assert.deepEqual(read('a <img src="https://example.org/x.png" alt="A bed"> b'), {
    html: '<p>a  b</p>',
    told: ['1:3 element <img>; write ![what it shows](images/…)'],
  });
  assert.deepEqual(read('<input type="text" value="a">'), {
    html: '',
    told: ['1:1 element <input>; write - [ ]'],
  });
  assert.deepEqual(read('<h2 id="x">A *b*</h2>'), { html: 'A *b*', told: ['1:1 element <h2>; write ##'] });
  assert.deepEqual(read('<div>\n\n![A bed](images/bed.png)\n\n- [ ] a\n\n## B\n\n</div>').told, []);
});

test('scripts and style sheets are dropped with all that is in them', () => {
  assert.deepEqual(read('<script>x()</script>\n\na'), {
    html: '<p>a</p>',
    told: ['1:1 element <script> with all that is in it'],
  });
  assert.deepEqual(read('<style>p { color: red }</style>\n\na'), {
    html: '<p>a</p>',
    told: ['1:1 element <style> with all that is in it'],
  });
});

test('comments are told for the record, and declarations as dropped', () => {
  assert.deepEqual(compose('a <!-- b --> c').told, ['1:3 html-comment: HTML comment, not printed']);
  assert.deepEqual(read('<!DOCTYPE html>').told, ['1:1 <!DOCTYPE html>']);
  assert.deepEqual(read('a <?php x ?> b').told, ['1:3 <?php x ?>']);
  assert.deepEqual(read('<![CDATA[ a ]]>').told, ['1:1 <![CDATA[ a ]]>']);
});

test('ids from raw HTML are scoped, and so is what names them', () => {
  assert.equal(
    htmlOf('<table><tr><th id="a">x</th></tr><tr><td headers="a">y</td></tr></table>')
      .match(/(id|headers)="[^"]+"/g)
      ?.join(' '),
    'id="sleep--a" headers="sleep--a"',
  );
  assert.equal(htmlOf('<p id="sleep--a">x</p>'), '<p id="sleep--a">x</p>');
});

test('elements left open, and ends without a beginning, are errors at their place', () => {
  const told = (tag: string, other: string, place = '1:1') =>
    `${place} html-unbalanced: Unexpected ${tag} without ${other}`;
  assert.deepEqual(compose('<b>a\n\nb').told, [told('<b>', '</b>')]);
  assert.deepEqual(compose('a </s> b').told, [told('</s>', '<s>', '1:3')]);
  assert.deepEqual(compose('<div>a\n\nb').told, [told('<div>', '</div>')]);
  assert.deepEqual(compose('<!-- a\n\nb').told[0], told('<!--', '-->'));
  assert.deepEqual(compose('<p>a<p>b\n\n<ul><li>a<li>b</ul>').told, []);
});

test('text that HTML would swallow is an error at the text', () => {
  const lost = (place: string, text: string) => `${place} html-mangled: HTML would lose the text “${text}”`;
  const errors = (markdown: string) =>
    compose(markdown).told.filter((line) => !line.includes('html-dropped') && !line.includes('unbalanced'));
  assert.deepEqual(errors('<col>\n\nDo not *drive*.'), [lost('3:1', 'Do not')]);
  assert.deepEqual(errors('<template>\n\nDo not.'), [lost('3:1', 'Do not.')]);
  assert.deepEqual(errors('<object>Do not.</object>'), [lost('1:9', 'Do not.')]);
  assert.deepEqual(errors('<iframe src="x">Do not.</iframe>'), [lost('1:1', 'Do')]);
  assert.deepEqual(errors('a <script>b</script> c'), [lost('1:11', 'b')]);
  assert.deepEqual(errors('<script>\n\nDo not.'), [lost('1:1', 'Do')]);
  assert.deepEqual(errors('<div Do not'), [lost('1:1', '<div')]);
  assert.deepEqual(errors('<title>a</title>\n\nb'), [lost('1:1', 'a')]);
});

test('text that HTML would move is an error too: a caution must stay beside its claim', () => {
  assert.deepEqual(
    compose('<table>\n<tr><td>first</td></tr>\n\nsecond\n\n</table>').told,
    ['1:1 html-mangled: HTML would move or lose the text “first”'].map((line) =>
      line.replace('1:1', '4:1').replace('first', 'second'),
    ),
  );
});

test('character references in raw HTML are no false alarm', () => {
  assert.equal(htmlOf('<p>caf&eacute;s &amp; more &#233; x</p>'), '<p>cafés &#x26; more é x</p>');
});
