import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countNumbers, raiseNumbers } from '../../../src/print/impose/content-numbers.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const raise = (text: string, by: number) => Buffer.from(raiseNumbers(bytes(text), by)).toString('latin1');

test('the numbers of marked content are raised, however they are spaced', () => {
  assert.equal(
    raise('/P <</MCID 0 >>BDC\nET EMC /Span<</Lang(en)/MCID\n12>>BDC', 7),
    '/P <</MCID 7 >>BDC\nET EMC /Span<</Lang(en)/MCID\n19>>BDC',
  );
});

test('what only looks like a number of marked content stays: in strings, comments, pictures and longer names', () => {
  for (const text of [
    '(/MCID 3) Tj',
    '(a \\( b \\) (nested /MCID 3) ) Tj',
    '(\\\\) Tj',
    '<2F4D434944> Tj',
    '% /MCID 3\n',
    'BI /W 1 ID /MCID 3 \nEI Q',
    '/MCIDs 3 gs',
    '/F5 12 Tf 3 0 Td',
  ])
    assert.equal(raise(text, 7), text);
});

test('after each of these the next number is found again', () => {
  for (const before of [
    '(a \\) b) Tj',
    '<0041> Tj',
    '% note\n',
    'BI /W 1 ID xEIx\nEI',
    '<</A<</B 1>>>>',
    '[(a)1]TJ',
  ])
    assert.equal(raise(`${before} /P<</MCID 3>>BDC`, 7), `${before} /P<</MCID 10>>BDC`, before);
});

test('numbers are counted up to the highest', () => {
  assert.equal(countNumbers(bytes('BT ET')), 0);
  assert.equal(countNumbers(bytes('/P<</MCID 4>>BDC /P<</MCID 2>>BDC')), 5);
});
