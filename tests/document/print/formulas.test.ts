import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParsedEdition } from '../../../src/model.ts';
import { readEdition } from '../../../src/source/index.ts';
import { composeAll } from '../../fixtures/document.ts';
import { segmentOf } from '../../fixtures/edition.ts';
import { baseFolder } from '../../fixtures/folder.ts';

const { edition } = await readEdition(baseFolder);
assert.ok(edition);

/** The handout's HTML and style, and the e-book's file. */
function print(markdown: string) {
  const { documents, files } = composeAll({ ...(edition as ParsedEdition), segments: [segmentOf(markdown)] });
  const handout = documents.find(({ kind }) => kind === 'handout');
  const css = handout?.assets.get('assets/edition.css')?.bytes;
  const book = [...files.values()].at(-1) ?? '';
  return { html: handout?.compose() ?? '', css: new TextDecoder().decode(css), book };
}

const formula = (inner: string) => `a <math alttext="x times y">${inner}</math> b`;

test('a formula is named for assistive technology on paper, and is MathML with its own words in the e-book', () => {
  const { html, book } = print(formula('<mi>x</mi>'));
  assert.match(html, /<math alttext="x times y" role="img" aria-label="x times y"><mi>x<\/mi><\/math>/);
  assert.match(book, /<math alttext="x times y" xmlns="[^"]+"><mi mathvariant="normal">x<\/mi><\/math>/);
});

test('letters of formulas are upright, or e-readers would look for mathematical letters that their fonts lack', () => {
  const { book, css } = print(formula('<mi>x</mi><mi>sin</mi><mn>1</mn>'));
  assert.match(book, /<mi mathvariant="normal">x<\/mi><mi>sin<\/mi><mn>1<\/mn>/);
  assert.match(css, /\nmi, mn, mtext \{[^}]*text-transform: none/);
});

test('operators that nobody sees are left out on paper, where no font has them, and stay in the e-book', () => {
  const { html, book } = print(formula('<mi>x</mi><mo>&#x2062;</mo><mi>y</mi>'));
  assert.doesNotMatch(html, /\u2062/);
  assert.match(book, /<mo>\u2062<\/mo>/);
});

test('of operators, brackets alone grow with what they enclose', () => {
  const { html } = print(formula('<mo>(</mo><mo>|</mo><mo stretchy="true">→</mo>'));
  assert.match(html, /<mo>\(<\/mo><mo stretchy="false">\|<\/mo><mo stretchy="false">→<\/mo>/);
});

test('the font for formulas is loaded where there are formulas', () => {
  assert.match(print(formula('<mi>x</mi>')).css, /@font-face \{\s*font-family: 'Caveat Formula'/);
  assert.doesNotMatch(print('a').css, /@font-face \{\s*font-family: 'Caveat Formula'/);
});
