import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasWords, languages, type Words, wordsFor } from '../../src/document/words.ts';

/** Every word of a language by its key; functions are called with numbers and marks that no language has. */
function listWords(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const isDay = path === 'day';
    const sample = isDay ? ['2026-11-23'] : Array.from({ length: value.length }, (_, index) => `@${index}@`);
    return [[path, String(value(...sample))]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    listWords(inner, path === '' ? key : `${path}.${key}`),
  );
}

const english = new Map(listWords(wordsFor('en')));
/** Spelled alike in English and in the language. */
const alike: Readonly<Record<string, readonly string[]>> = {
  de: ['direction', 'label', 'comma', 'version'],
  es: ['direction', 'label', 'comma'],
  fr: ['direction', 'comma', 'notes', 'note', 'version'],
  ar: ['label', 'comma'],
  he: ['label', 'comma'],
  'zh-Hans': ['direction'],
};

test('there are words for English, Spanish, German, French, Arabic, Hebrew and simplified Chinese', () => {
  assert.deepEqual(languages, ['en', 'es', 'de', 'fr', 'ar', 'he', 'zh-Hans']);
  assert.ok(english.size > 35);
});

for (const language of languages.filter((it) => it !== 'en')) {
  test(`${language} lacks no word and leaves none in English`, () => {
    const words = new Map(listWords(wordsFor(language)));
    assert.deepEqual([...words.keys()].sort(), [...english.keys()].sort());
    const same = [...words].filter(([key, word]) => word.replaceAll('\u00A0', ' ') === english.get(key));
    assert.deepEqual(
      same.map(([key]) => key).filter((key) => !alike[language]?.includes(key)),
      [],
    );
  });

  test(`${language} uses every value that it is given`, () => {
    for (const [key, word] of listWords(wordsFor(language))) {
      assert.ok(word.trim() !== '' && !word.includes('undefined'), key);
      for (const value of english.get(key)?.match(/@\d@/g) ?? []) assert.ok(word.includes(value), key);
    }
  });
}

for (const language of ['ar', 'he', 'zh-Hans']) {
  test(`${language} is written in its own script but for names`, () => {
    const names =
      /Noto Sans (Arabic|Hebrew)|Atkinson Hyperlegible Next|Braille Institute|Caveat|QR|MathML|SHA-256|ltr|rtl/g;
    for (const [key, word] of listWords(wordsFor(language)))
      assert.doesNotMatch(word.replace(names, ''), /[A-Za-z]/, key);
  });
}

test('days are written out as each language does, with no-break spaces and the digits 0 to 9', () => {
  const days = (language: string) => {
    const { day } = wordsFor(language);
    return ['2026-11-01', '2017-03', '2017'].map((date) => day(date).replaceAll('\u00A0', ' '));
  };
  assert.deepEqual(days('en'), ['1 November 2026', 'March 2017', '2017']);
  assert.deepEqual(days('es'), ['1 de noviembre de 2026', 'marzo de 2017', '2017']);
  assert.deepEqual(days('de'), ['1. November 2026', 'März 2017', '2017']);
  assert.deepEqual(days('fr'), ['1er novembre 2026', 'mars 2017', '2017']);
  assert.deepEqual(days('ar-SA'), ['1 نوفمبر 2026', 'مارس 2017', '2017']);
  assert.deepEqual(days('he'), ['1 בנובמבר 2026', 'מרץ 2017', '2017']);
  assert.deepEqual(days('zh'), ['2026年11月1日', '2017年3月', '2017年']);
});

test('a tag has the words of its language in its script, or none', () => {
  const direction = (tag: string): Words['direction'] => wordsFor(tag).direction;
  for (const tag of ['en-US', 'de-AT', 'es-419', 'fr-CA', 'zh', 'zh-CN', 'zh-Hans-SG', 'EN'])
    assert.equal(direction(tag), 'ltr', tag);
  for (const tag of ['ar', 'ar-EG', 'he-IL', 'iw']) assert.equal(direction(tag), 'rtl', tag);
  for (const tag of ['zh-TW', 'zh-Hant', 'ar-Latn', 'it', 'xx', 'en-abc-de-x'])
    assert.equal(hasWords(tag), false, tag);
  assert.throws(() => wordsFor('zh-TW'), RangeError);
});
