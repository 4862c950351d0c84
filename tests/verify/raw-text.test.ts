import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flattenBlocks } from '../../src/verify/blocks.ts';
import { textOf } from '../../src/verify/phrase.ts';
import { parse } from './support/edition.ts';

const textsOf = (markdown: string) =>
  flattenBlocks(parse(markdown), 'paper').body.map(({ phrase }) => textOf(phrase));

test('the words of a formula are text, in a sentence and in a block of its own', () => {
  assert.deepEqual(textsOf('a <math alttext="x > 2"><mi>x</mi><mo>&gt;</mo><mn>2</mn></math> b'), ['ax>2b']);
  assert.deepEqual(textsOf('<math alttext="x > 2">\n<mi>x</mi><mo>&gt;</mo><mn>2</mn>\n</math>'), ['x>2']);
});

test('the sign of a root is expected behind what stands below it', () => {
  assert.deepEqual(textsOf('<msqrt><mi>x</mi></msqrt> <mroot><mi>y</mi><mn>3</mn></mroot>'), ['x√y3√']);
});

test('operators that nobody sees are not expected', () => {
  assert.deepEqual(textsOf('<math>\n<mi>a</mi><mo>&#x2062;</mo><mo>&InvisibleTimes;</mo><mi>b</mi></math>'), [
    'ab',
  ]);
});

test('title and description of a drawing are not expected, and nothing else of it or behind it is hidden', () => {
  assert.deepEqual(textsOf('a <svg><title>A *bed*</title><desc>Two</desc><text>b</text></svg> c'), ['abc']);
  assert.deepEqual(textsOf('<svg>\n<title>A bed</title>\n<text>b</text>\n</svg>\n\nc'), ['b', 'c']);
  assert.deepEqual(textsOf('<svg>\n\n<title>A bed</title>\n\n</svg>\n\nc'), ['c']);
  assert.deepEqual(textsOf('a <title>b</title> c'), ['abc']);
  assert.deepEqual(textsOf('a <svg> b\n\nc <title>d'), ['ab', 'c']);
  assert.deepEqual(textsOf('<svg><title>\n\nDo not.'), ['Donot.']);
});

test('character references of HTML are decoded by all their names', () => {
  assert.deepEqual(textsOf('<p>caf&eacute;s &sum; &#233; &#xe9; &nosuch; &amp;lt;</p>'), [
    'cafe\u0301s\u2211e\u0301e\u0301&nosuch;&lt;',
  ]);
});
