import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countWords, fold } from '../../src/verify/fold.ts';

test('folding undoes ligatures, fractions and compatibility letters', () => {
  assert.equal(fold('Read this \ufb01rst, o\ufb03cial'), fold('Read this first, official'));
  assert.equal(fold('\u00bd'), fold('1\u20442'));
  assert.equal(fold('\u00b5g'), fold('\u03bcg'));
});

test('folding removes white space, no-break spaces, zero-width spaces and soft hyphens', () => {
  assert.equal(fold(' a\u00a0b\u200bc\u00add\u202fe\n\tf '), 'abcdef');
});

test('folding straightens quotation marks and keeps other marks and case', () => {
  assert.equal(fold('\u201cdon\u2019t\u201d'), '"don\'t"');
  assert.equal(fold('Do \u2192 \u2013 \u2014 (1\u20132)'), 'Do\u2192\u2013\u2014(1\u20132)');
});

test('a hyphen is a hyphen whichever the font lists first', () => {
  assert.equal(fold('low\u2010dose low\u2011dose'), 'low-doselow-dose');
});

test('the folded pieces of a text, joined, are the folded text, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
      assert.equal(pieces.map(fold).join(''), fold(pieces.join('')));
    }),
  );
});

test('folding twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(fold(fold(text)), fold(text))));
});

test('texts of one NFKC form fold alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) =>
      assert.equal(fold(text.normalize('NFKC')), fold(text)),
    ),
  );
});

test('words are counted as a reader counts them', () => {
  assert.equal(countWords('Please read \u2014 first.'), 3);
  assert.equal(countWords(''), 0);
});
