import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString as toText } from 'mdast-util-to-string';
import { readMarkdown } from '../../src/source/markdown.ts';

/** Text with every no-break space shown as `_`. */
function bind(markdown: string): string {
  return toText(readMarkdown(markdown, 'a.md', 'a', 'en').root, { includeHtml: false }).replaceAll(
    '\u00A0',
    '_',
  );
}

test('number and unit stay together', () => {
  assert.equal(bind('Take 5 mg, 2.5 mL or 10 µg in 24 hours.'), 'Take 5_mg, 2.5_mL or 10_µg in 24_hours.');
  assert.equal(bind('50 % of 3 tablets at 8 a.m.'), '50_% of 3_tablets at 8_a.m.');
  assert.equal(bind('38 °C, 120 mmHg, 1 dose'), '38_°C, 120_mmHg, 1_dose');
});

test('they stay together across emphasis, links, raw HTML and line ends', () => {
  assert.equal(bind('**5** mg'), '5_mg');
  assert.equal(bind('5 **mg**'), '5_mg');
  assert.equal(bind('*5 [mg](b)*'), '5_mg');
  assert.equal(bind('5 <b>mg</b>'), '5_mg');
  assert.equal(bind('5\nmg'), '5_mg');
  assert.equal(bind('5\r\nmg'.replace('\r', '')), '5_mg');
});

test('a word that only begins like a unit is left alone', () => {
  assert.equal(
    bind('5 minimal, 5 great, 5 mgs, 3 Ll, 2 dayglow'),
    '5 minimal, 5 great, 5 mgs, 3 Ll, 2 dayglow',
  );
});

test('code is left alone, and a number before it too', () => {
  assert.equal(bind('`5 mg` and 5 `mg`'), '5 mg and 5 mg');
  assert.equal(bind('    5 mg'), '5 mg');
});

test('headings and table cells are bound, and no two blocks are', () => {
  assert.equal(bind('## 5 mg'), '5_mg');
  assert.equal(bind('| 5 mg |\n|---|\n| 5 |\n| mg |'), '5_mg5mg');
});
