import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { markSpans } from '../../../src/document/tables/spans.ts';

/** Language of each cell. */
function languagesOf(html: string): (string | undefined)[] {
  const root = unified().use(rehypeParse, { fragment: true }).parse(html);
  markSpans(root);
  return [...toHtml(root).matchAll(/<t[dh]\b([^>]*)>/g)].map(([, attributes = '']) => {
    return /lang="([^"]*)"/.exec(attributes)?.[1];
  });
}

const spanned = '<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr>';

test('a cell that is set as a block says behind its language what it covers, and others say nothing', () => {
  assert.deepEqual(languagesOf(`<div lang="en-US"><table class="records">${spanned}</table></div>`), [
    'en-US-x-spans-r2-c1-d1',
    undefined,
    undefined,
  ]);
  assert.deepEqual(languagesOf(`<div lang="en-US"><table>${spanned}</table></div>`), [
    undefined,
    undefined,
    undefined,
  ]);
});

test('a language of its own stays, and so does what is private in it; none is one that is not known', () => {
  const one = (lang: string) => `<table class="records"><tr><td colspan="2"${lang}>a</td></tr></table>`;
  assert.deepEqual(languagesOf(one(' lang="es"')), ['es-x-spans-r1-c2-d1']);
  assert.deepEqual(languagesOf(one(' lang="es-x-ours"')), ['es-x-ours-spans-r1-c2-d1']);
  assert.deepEqual(languagesOf(one(' lang="x-ours"')), ['x-ours-spans-r1-c2-d1']);
  assert.deepEqual(languagesOf(one('')), ['und-x-spans-r1-c2-d1']);
});

test('a table in a cell is set as blocks too, and its marks are never those of the cell', () => {
  const inner = '<table><tr><td colspan="2">b</td></tr></table>';
  const html = `<table class="records" lang="en"><tr><td colspan="2">a${inner}</td></tr></table>`;
  assert.deepEqual(languagesOf(html), ['en-x-spans-r1-c2-d1', 'en-x-spans-r1-c2-d2']);
});

test('around quotations the language is as it was, for their marks depend on it', () => {
  const rows = '<tr><td colspan="2"><p><q>a</q></p><p lang="de"><q>b</q></p></td></tr>';
  const root = unified()
    .use(rehypeParse, { fragment: true })
    .parse(`<table class="records" lang="fr">${rows}</table>`);
  markSpans(root);
  assert.match(toHtml(root), /<p><span lang="fr"><q>a<\/q><\/span><\/p><p lang="de"><q>b<\/q><\/p>/);
});
