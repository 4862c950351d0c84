import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toRoman } from '../../src/print/roman.ts';

test('numbers become roman numerals in lower case', () => {
  const pairs = { i: 1, iv: 4, ix: 9, xiv: 14, xl: 40, xcix: 99, cdxliv: 444, mcmxcviii: 1998 };
  for (const [roman, number] of Object.entries(pairs)) assert.equal(toRoman(number), roman);
});
