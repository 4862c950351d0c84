import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { isolatePhrases, isolateStretches } from '../../src/document/isolate.ts';

/** A paragraph's HTML, with what is set apart in square brackets. */
function isolate(content: string | Element['children'], language = 'ar'): string {
  const children = typeof content === 'string' ? [{ type: 'text' as const, value: content }] : content;
  const tree = h('p', children);
  isolateStretches(tree, language);
  return toHtml(tree.children)
    .replace(/<span dir="ltr">((?:<span class="keep">.*?<\/span>|[^<])*)<\/span>/g, '[$1]')
    .replace(/&#x3C;/g, '<');
}

const stretches: Readonly<Record<string, readonly [string, string]>> = {
  'a telephone number': ['اتصل 02-1234-5678 الآن', 'اتصل [02-1234-5678] الآن'],
  'a telephone number with its country': ['أو +1 212-555-0123!', 'أو [+1 212-555-0123]!'],
  'a telephone number with its area in brackets': ['أو (212) 555-0123.', 'أو [(212) 555-0123].'],
  'a dose and its unit': ['خذ 5 mg أو 2.5 µg/kg.', 'خذ [5 mg] أو [2.5 µg/kg].'],
  'a comparison': ['من ≥5 mg إلى < 10%', 'من [≥5 mg] إلى [< 10%]'],
  'a degree and a per cent': ['37 °C و 10%', '[37 °C] و [10%]'],
  'several Latin words': ['اسمه Noto Sans Arabic هنا', 'اسمه [Noto Sans Arabic] هنا'],
  'an address': ['في https://example.org/a?b=1.', 'في [https://example.org/a?b=1].'],
};

for (const [name, [text, expected]] of Object.entries(stretches)) {
  test(`${name} is set apart`, () => assert.equal(isolate(text), expected));
}

for (const text of ['الفصل 1', 'قبل 1 نوفمبر 2026', 'دواء melatonin هنا', '21:00', 'رقم 1.5، 2', 'كلمة']) {
  test(`a word or number alone runs its own way by itself: ${text}`, () => assert.equal(isolate(text), text));
}

test('items of a list are not joined by their commas: the first stays on the right', () => {
  assert.equal(isolate('5 mg, 10 mg'), '[5 mg], [10 mg]');
});

test('a range runs from left to right in Hebrew and from right to left in Arabic', () => {
  assert.equal(isolate('15–20%', 'he'), '[15–20%]');
  assert.equal(isolate('15–20%', 'ar'), '15–[20%]');
});

test('a number that is kept whole is joined with what stands beside it', () => {
  const keep = h('span', { className: ['keep'] }, '5-10');
  assert.equal(
    isolate([{ type: 'text', value: 'من ' }, keep, { type: 'text', value: ' mg يومياً' }]),
    'من [<span class="keep">5-10</span> mg] يومياً',
  );
});

test('an address, code and a phrase in a left-to-right language are set apart whole', () => {
  assert.equal(
    isolate([h('a', { href: '#x' }, 'example.org/ar/')]),
    '<a href="#x" dir="ltr">example.org/ar/</a>',
  );
  assert.equal(isolate([h('code', 'a, b')]), '<code dir="ltr">a, b</code>');
  assert.equal(isolate([h('i', { lang: 'en' }, 'so, well')]), '<i lang="en" dir="ltr">so, well</i>');
  assert.equal(isolate([h('a', { href: '#x' }, 'كلمة 5 mg')]), '<a href="#x">كلمة [5 mg]</a>');
});

test('nothing is set apart twice', () => {
  const tree = h('p', 'خذ 5 mg');
  isolateStretches(tree, 'ar');
  const once = toHtml(tree);
  isolateStretches(tree, 'ar');
  assert.equal(toHtml(tree), once);
});

test('among left-to-right words a phrase marked as Hebrew is set apart, one in French is not', () => {
  const phrases = (...content: Element['children']) => {
    const tree = h('p', content);
    isolatePhrases(tree);
    return toHtml(tree.children);
  };
  assert.equal(
    phrases(h('i', { lang: 'he' }, 'שלום'), { type: 'text', value: ' (123)' }),
    '<i lang="he" dir="rtl">שלום</i> (123)',
  );
  assert.equal(phrases(h('i', { lang: 'fr' }, 'bonsoir')), '<i lang="fr">bonsoir</i>');
  assert.equal(phrases(h('i', { lang: 'he', dir: 'ltr' }, 'שלום')), '<i lang="he" dir="ltr">שלום</i>');
});
