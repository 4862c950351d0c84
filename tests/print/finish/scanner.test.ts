/** Operators of content streams, however they are written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packOperator, Scanner } from '../../../src/print/finish/content/scanner.ts';

/** Each operator with all that belongs to it. */
function cut(stream: string): string[] {
  const scanner = new Scanner(Buffer.from(stream, 'latin1'));
  const pieces: string[] = [];
  while (scanner.next()) pieces.push(stream.slice(scanner.start, scanner.end));
  return pieces;
}

test('an operator takes the operands before it', () => {
  assert.deepEqual(cut('1 0 0 -1 .5 -7. cm\nq/F1 12 Tf\r\n0 0 m f*'), [
    '1 0 0 -1 .5 -7. cm',
    'q',
    '/F1 12 Tf',
    '0 0 m',
    'f*',
  ]);
});

test('words are cut at delimiters, without white space too', () => {
  assert.deepEqual(cut('/P <</MCID 0>>BDC BT<0041>Tj(x)Tj[(a)-5<00>]TJ ET EMC'), [
    '/P <</MCID 0>>BDC',
    'BT',
    '<0041>Tj',
    '(x)Tj',
    '[(a)-5<00>]TJ',
    'ET',
    'EMC',
  ]);
});

test('what looks like operators in a string, a comment or a dictionary is none', () => {
  const pieces = [
    '(EMC \\) BT (nested) \\\\) Tj',
    '(one\nline EMC\n) Tj',
    '/Span <</ActualText (>> BDC) /E [ /EMC (Q) ] /D << /X true >> >> BDC',
  ];
  assert.deepEqual(cut(pieces.join('\n% Q EMC (\n')), pieces);
});

test('the data of an inline image is no content, even where it spells an end', () => {
  const image = 'BI /W 2 /H 2 /BPC 8 /CS /G ID a EI \x00\xff EI\x01 Q EMC\nEI';
  assert.deepEqual(cut(`q ${image}\nQ`), ['q', image, 'Q']);
  assert.deepEqual(cut('BI /W 1 ID \x00\x01'), ['BI /W 1 ID \x00\x01']);
});

test('a stream that ends in the middle is cut as far as it goes', () => {
  assert.deepEqual(cut('q (never closed Q'), ['q']);
  assert.deepEqual(cut('q <0041'), ['q']);
  assert.deepEqual(cut('q [1 2 <</A'), ['q']);
  assert.deepEqual(cut('q 1 2'), ['q']);
  assert.deepEqual(cut(''), []);
});

test('numbers and names are read where they stand', () => {
  const scanner = new Scanner(Buffer.from('-12.5 +.25 7. 0 /N#41me true cm'));
  assert.equal(scanner.next(), true);
  assert.equal(scanner.operator, packOperator('cm'));
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((index) => scanner.number(index)),
    [-12.5, 0.25, 7, 0, 0],
  );
  assert.deepEqual([scanner.name(4), scanner.name(0), scanner.name(9)], ['N#41me', '', '']);
  assert.equal(scanner.operandCount, 6);
});
