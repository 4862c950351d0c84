import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templates } from './sample.ts';

const css = (templates.get('style.css') ?? '').replace(/\/\*.*?\*\//gs, '');
const declarations = [...css.matchAll(/([a-z-]+)\s*:\s*([^;{}]+);/g)].map(([, name = '', value = '']) => ({
  name,
  value,
}));

/** CSS 2.1, the two newer properties that have an older twin, and one that older engines pass over. */
const allowed = new Set(
  `border border-bottom border-collapse border-left border-right border-style border-top border-width break-after break-inside display
  font-family font-size font-style font-weight height line-height list-style-type margin margin-bottom margin-top
  max-height max-width orphans padding padding-left padding-top page-break-after page-break-inside text-align
  vertical-align white-space widows word-wrap`.split(/\s+/),
);

test('the style sheet uses properties of CSS 2.1 only, and neither colours nor backgrounds', () => {
  assert(declarations.length > 80);
  for (const { name } of declarations) assert(allowed.has(name), name);
});

test('the style sheet has no functions, at-rules, custom properties or colours in values', () => {
  assert.doesNotMatch(css, /[@(#]|--|!important/);
  for (const { name, value } of declarations) {
    assert.match(value, /^(?:-?[\d.]+(?:em|px|%)?|[a-z-]+)(?: (?:-?[\d.]+(?:em|px|%)?|[a-z-]+))*$/, name);
    assert.doesNotMatch(value, /\b(?:black|white|gray|grey|red|currentcolor)\b/i);
  }
});

test('no text is smaller than the text, and line heights have no unit', () => {
  const sizes = declarations.filter(({ name }) => name === 'font-size').map(({ value }) => value);
  assert(sizes.length > 0);
  for (const size of sizes) assert(/em$/.test(size) && Number.parseFloat(size) >= 1, size);
  for (const { name, value } of declarations) if (name === 'line-height') assert.match(value, /^[\d.]+$/);
});

test('every break-after and break-inside has its older twin right before it', () => {
  for (const [index, { name, value }] of declarations.entries()) {
    if (!name.startsWith('break-')) continue;
    assert.deepEqual(declarations[index - 1], { name: `page-${name}`, value });
  }
});

test('the disclaimer has a border and keeps the size of the text', () => {
  const rule = /section\.disclaimer \{([^}]*)\}/.exec(css)?.[1] ?? '';
  assert.match(rule, /border: 1px solid;/);
  assert.match(rule, /padding:/);
  assert.doesNotMatch(rule, /font-size/);
});

for (const name of [
  'title',
  'subtitle',
  'byline',
  'not-reviewed',
  'voice',
  'box',
  'box-warning',
  'box-editor',
  'box-key-points',
  'box-questions',
  'box-label',
  'disclaimer-label',
  'footnotes',
  'cover',
]) {
  test(`the style sheet knows .${name}`, () => assert.match(css, new RegExp(`\\.${name}\\b[^-]`)));
}
