import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { fillTemplate, type Head } from '../../src/document/template.ts';

const page = (body: string) =>
  `<!doctype html><html lang="x"><head><title></title></head><body>${body}</body></html>`;
const head: Head = { lang: 'en-US', dir: 'ltr', title: 'A & <B>' };

function fill(body: string, slots: Parameters<typeof fillTemplate>[2]): string {
  return toHtml(fillTemplate(page(body), head, slots)).replace(/^.*<body>|<\/body>.*$/gs, '');
}

test('slots are filled with nodes, in place, and an empty list takes the slot out', () => {
  assert.equal(
    fill('<p>a</p><slot name="x"></slot><slot name="y"></slot><p>b</p>', {
      x: [h('b', 'c'), h('i', 'd')],
      y: [],
    }),
    '<p>a</p><b>c</b><i>d</i><p>b</p>',
  );
});

test('language and title are set, special characters and all', () => {
  const html = toHtml(fillTemplate(page(''), head, {}));
  assert.match(html, /<html lang="en-US"><head><title>A &#x26; &#x3C;B><\/title>/);
});

test('a document that is read from right to left says so', () => {
  const html = toHtml(fillTemplate(page(''), { ...head, dir: 'rtl' }, {}));
  assert.match(html, /<html lang="en-US" dir="rtl">/);
});

test('a slot that nothing fills is our own fault, and throws its name', () => {
  assert.throws(
    () => fill('<slot name="missing"></slot>', {}),
    new TypeError('The template names a slot "missing" that nothing fills'),
  );
  assert.throws(() => fill('<slot></slot>', {}), TypeError);
});

test('content that looks like a slot is content', () => {
  const inner = h('slot', { name: 'title' }, 'x');
  assert.equal(
    fill('<slot name="a"></slot>', { a: [inner], title: [h('b', 'no')] }),
    '<slot name="title">x</slot>',
  );
  assert.equal(
    fill('<slot name="a"></slot>', { a: [h('p', '<slot name="title"></slot>')], title: [h('b', 'no')] }),
    '<p>&#x3C;slot name="title">&#x3C;/slot></p>',
  );
});

test('a template is parsed once and stays as it was', () => {
  const fillOnce = () => fill('<slot name="x"></slot>', { x: [h('b', 'c')] });
  assert.equal(fillOnce(), fillOnce());
});
