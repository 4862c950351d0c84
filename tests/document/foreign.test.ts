/** Formulas and drawings in the text: what of MathML and SVG comes through, and what is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose, htmlOf, xhtmlOf } from '../fixtures/document.ts';

const told = (markdown: string) =>
  compose(markdown).told.map((line) => line.replace('html-dropped: Dropped ', ''));
const math = (inner: string, attributes = ' alttext="x"') => `a <math${attributes}>${inner}</math> b`;
const svg = (inner: string, attributes = ' viewBox="0 0 9 9" aria-label="A bed"') =>
  `a <svg${attributes}>${inner}</svg> b`;
/** What stands between the tags of the drawing. */
const shapes = (inner: string) => htmlOf(svg(inner)).replace(/^.*?<svg[^>]*>|<\/svg>.*$/g, '');

test('a formula in a sentence comes through whole, as it is written', () => {
  const formula =
    '<math alttext="x"><mfrac><mrow><mi>m</mi><mo form="infix">×</mo><msup><mi>x</mi><mn>2</mn></msup></mrow><msqrt><mn>4</mn></msqrt></mfrac><mspace width="1em"></mspace><mtext>a</mtext></math>';
  assert.equal(htmlOf(`The dose is ${formula}.`), `<p>The dose is ${formula}.</p>`);
});

test('a formula on its own is a block, whether a paragraph holds it or not', () => {
  const block = '<div class="formula"><math alttext="x" display="block"><mi>x</mi></math></div>';
  assert.equal(htmlOf('<math alttext="x"><mi>x</mi></math>'), block);
  assert.equal(htmlOf('<math alttext="x">\n<mi>x</mi></math>').replace('\n', ''), block);
  assert.match(htmlOf('> <math alttext="x">\n> <mi>x</mi></math>'), /<blockquote>\s*<div class="formula">/);
});

test('a drawing in a sentence comes through whole, its names in their own case', () => {
  const inner =
    '<title>A bed</title><desc>Two bars</desc><defs><linearGradient id="sleep--g" gradientUnits="userSpaceOnUse"><stop offset="50%" stop-color="#fff"></stop></linearGradient></defs>' +
    '<g transform="translate(1 2)"><path d="M0 0h9" stroke-width="2" stroke-linecap="round" fill="url(#sleep--g)"></path><circle cx="1" cy="1" r="1"></circle></g>';
  assert.equal(shapes(inner), inner);
});

test('a drawing on its own is a figure', () => {
  const figure =
    /^<div class="figure"><div class="picture"><svg viewBox="0 0 9 9" role="img" aria-label="A bed">.*<\/svg><\/div><\/div>$/s;
  assert.match(htmlOf('<svg viewBox="0 0 9 9">\n<title>A bed</title>\n<path d="M0 0"/>\n</svg>'), figure);
  assert.match(htmlOf('<svg viewBox="0 0 9 9"><title>A bed</title><path d="M0 0"/></svg>'), figure);
});

test('elements that end with /> are closed, and need no end tag', () => {
  assert.equal(
    shapes('<rect width="1" height="2"/><line x1="1"/>'),
    '<rect width="1" height="2"></rect><line x1="1"></line>',
  );
  assert.match(htmlOf(math('<mspace width=".5em"/><mi>x</mi>')), /<mspace width=".5em"><\/mspace><mi>/);
  assert.deepEqual(compose(svg('<g>')).told, ['1:45 html-unbalanced: Unexpected <g> without </g>']);
});

test('a size in pixels gives a drawing the viewBox without which it cannot shrink', () => {
  assert.match(htmlOf(svg('', ' width="30px" height="20" aria-label="A"')), /viewBox="0 0 30 20"/);
  assert.doesNotMatch(htmlOf(svg('', ' width="30" aria-label="A"')), /viewBox/);
});

test('a drawing that is decorative has no role and no name', () => {
  assert.equal(
    htmlOf(svg('', ' viewBox="0 0 9 9" aria-hidden="true"')),
    '<p>a <svg viewBox="0 0 9 9" aria-hidden="true"></svg> b</p>',
  );
});

test('ids in drawings and all that refers to them are scoped to their segment', () => {
  const inner = '<g id="x"></g><use href="#x"></use><use xlink:href="#x"></use>';
  assert.equal(
    shapes(inner),
    '<g id="sleep--x"></g><use href="#sleep--x"></use><use href="#sleep--x"></use>',
  );
});

test('nothing in a drawing runs, moves, asks for a file or takes in a page: each is dropped and told', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['<script/>', '', ['element <script> with all that is in it']],
    ['<style/>', '', ['element <style> with all that is in it']],
    ['<foreignObject/>', '', ['element <foreignObject> with all that is in it']],
    ['<image href="https://example.org/x.png"/>', '', ['element <image> with all that is in it']],
    [
      '<a href="https://example.org"><path/></a>',
      '',
      ['element <a> with all that is in it', 'element <path> with all that is in it'],
    ],
    ['<svg/>', '', ['element <svg> with all that is in it']],
    ['<filter/>', '', ['element <filter> with all that is in it']],
    [
      '<g><animate/><set/></g>',
      '<g></g>',
      ['element <animate> with all that is in it', 'element <set> with all that is in it'],
    ],
    ['<path onclick="x()"/>', '<path></path>', ['attribute onClick of <path>']],
    ['<path style="fill:url(https://example.org)"/>', '<path></path>', ['attribute style of <path>']],
    ['<path class="box" lang="de"/>', '<path></path>', ['attribute lang of <path>', 'class “box” of <path>']],
    ['<path fill="url(https://example.org/#x)"/>', '<path></path>', ['attribute fill of <path>']],
    ['<path fill="url(#gone)"/>', '<path></path>', ['attribute fill of <path>']],
    ['<path filter="url(#x)"/>', '<path></path>', ['attribute filter of <path>']],
    ['<path d="M0 0 javascript:x"/>', '<path></path>', ['attribute d of <path>']],
    ['<use href="https://example.org/x.svg#a"/>', '<use></use>', ['attribute href of <use>']],
    ['<use xlink:href="data:image/svg+xml,x"/>', '<use></use>', ['attribute xLinkHref of <use>']],
    ['<use href="#gone"/>', '<use></use>', ['attribute href of <use>']],
    [
      '<g id="a"><use href="#b"/></g><path id="b"/><use href="#a"/>',
      '<g id="sleep--a"><use href="#sleep--b"></use></g><path id="sleep--b"></path><use></use>',
      ['attribute href of <use>'],
    ],
  ];
  for (const [inner, html, expected] of cases) {
    const { html: found, told: lines } = compose(svg(inner));
    assert.equal(found.replace(/^.*?<svg[^>]*>|<\/svg> b.*$/g, ''), html, inner);
    assert.deepEqual(
      lines.map((line) => line.replace(/^1:\d+ html-dropped: Dropped /, '')).sort(),
      [...expected].sort(),
      inner,
    );
  }
});

test('text in a drawing is an error with its place: letters must be paths', () => {
  assert.deepEqual(told(svg('<text>Halt</text>')), [
    '1:51 html-mangled: HTML would lose the text “Halt”',
    '1:45 image-text: The letters “Halt” in <svg> would be drawn in whatever font a machine has',
  ]);
  assert.deepEqual(told(svg('<g>Stop</g>')), ['1:48 html-mangled: HTML would lose the text “Stop”']);
  assert.deepEqual(
    told(svg('<foreignObject><p>Stop</p></foreignObject>'))[0],
    '1:63 html-mangled: HTML would lose the text “Stop”',
  );
});

test('what a formula loses changes it, and is an error; attributes that only paint it are dropped and told', () => {
  const changed = (what: string, place = '1:21') =>
    `${place} formula-changed: Dropped element <${what}: the formula around it would say something else`;
  assert.deepEqual(told(math('<mfenced><mi>x</mi></mfenced>')), [changed('mfenced>')]);
  assert.deepEqual(told(math('<mphantom><mi>x</mi></mphantom>')), [changed('mphantom>')]);
  assert.deepEqual(told(math('<mtext><b>x</b></mtext>')), [changed('b>', '1:28')]);
  assert.deepEqual(told(math('<script/>')), [changed('script> with all that is in it')]);
  assert.deepEqual(told(math('<semantics><mi>x</mi><annotation>y</annotation></semantics>')), [
    '1:54 html-mangled: HTML would lose the text “y”',
    changed('semantics>'),
    changed('annotation>', '1:42'),
  ]);
  assert.deepEqual(told(math('<mi href="javascript:x" onclick="x()" mathcolor="red" style="x">x</mi>')), [
    '1:21 attribute href of <mi>',
    '1:21 attribute onClick of <mi>',
    '1:21 attribute mathcolor of <mi>',
    '1:21 attribute style of <mi>',
  ]);
  assert.deepEqual(told(math('<mspace width="900em"/>')), ['1:21 attribute width of <mspace>']);
});

test('stars in a formula that Markdown takes for emphasis are told', () => {
  assert.ok(told(math('<mo>*</mo><mi>y</mi><mo>*</mo>')).some((line) => line.includes('formula-changed')));
});

test('numbers in formulas and words of drawings stay text', () => {
  assert.match(htmlOf(math('<mn>5-10</mn>')), /<mn>5-10<\/mn>/);
  assert.match(htmlOf(svg('<title>5-10</title>')), /<title>5-10<\/title>/);
});

test('XHTML has each in its namespace, whatever the author wrote', () => {
  const own = ' xmlns="http://www.w3.org/1998/Math/MathML"';
  for (const xmlns of ['', own]) {
    const xml = xhtmlOf(compose(math('<mi>x</mi>', ` alttext="x"${xmlns}`)).body);
    assert.equal(xml.match(/<math alttext="x" xmlns="http:\/\/www.w3.org\/1998\/Math\/MathML">/g)?.length, 1);
  }
  const drawing = svg(
    '<path d="M0 0"/>',
    ' xmlns="http://www.w3.org/2000/svg" version="1.1" viewBox="0 0 9 9" aria-label="A"',
  );
  assert.match(
    xhtmlOf(compose(drawing).body),
    /<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 9 9" aria-label="A" role="img">/,
  );
});
