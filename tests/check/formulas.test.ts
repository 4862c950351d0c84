import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

const math = (inner: string) => `a <math alttext="words">${inner}</math> b`;
const shape = (found: string, element: string, expected: string) =>
  `formula-shape: Unexpected ${found} in <${element}> of a formula, expected ${expected}`;
/** Without places, and without the warning of what old e-readers show. */
const shapesOf = async (inner: string) =>
  (await checkChapter(math(inner)))
    .filter((line) => !line.includes('formula-flat'))
    .map((line) => line.replace(/^\d+:\d+ /, ''));

test('a formula in a row of signs breaks no rule', async () => {
  assert.deepEqual(await checkChapter(math('<mi>m</mi><mo>×</mo><mn>2</mn><mo>&#x2062;</mo><mi>x</mi>')), []);
});

test('a formula without words is told with what it shows', async () => {
  const told = (place: string, text: string) =>
    `${place} formula-alt-missing: The formula “${text}” has no words for readers who cannot see it`;
  assert.deepEqual(await checkChapter('a <math><mi>x</mi> <mo>=</mo><mn>2</mn></math>'), [
    told('1:3', 'x=2'),
  ]);
  assert.deepEqual(await checkChapter('a\n\n<math alttext=" ">\n<mi>x</mi></math>'), [told('3:1', 'x')]);
});

test('a warning says what e-readers show that run the parts of a formula together', async () => {
  assert.deepEqual(
    await checkChapter('a <math alttext="one half"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>'),
    ['1:3 formula-flat: E-readers that do not know formulas show “one half” as “12”'],
  );
  assert.match(
    (await checkChapter(math('<mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>')))[0] ?? '',
    /formula-flat/,
  );
});

test('parts that are not drawn where they stand are told', async () => {
  assert.deepEqual(await shapesOf('<mrow>five</mrow>'), [
    shape('text “five”', 'mrow', 'it in <mi>, <mn>, <mo> or <mtext>'),
  ]);
  assert.deepEqual(await shapesOf('<mfrac><mn>1</mn></mfrac>'), [
    shape('number of elements 1', 'mfrac', '2'),
  ]);
  assert.deepEqual(await shapesOf('<mfrac><mn>1</mn><mn>2</mn><mn>3</mn></mfrac>'), [
    shape('number of elements 3', 'mfrac', '2'),
  ]);
  assert.deepEqual(await shapesOf('<mtable><mn>1</mn></mtable>'), [shape('<mn>', 'mtable', '<mtr>')]);
  assert.deepEqual(await shapesOf('<mtd><mn>1</mn></mtd>'), [shape('<mtd>', 'math', '<mrow>')]);
  assert.deepEqual(await shapesOf('<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>'), []);
  assert.deepEqual(
    await shapesOf('<mmultiscripts><mi>Tc</mi><mprescripts/><mn>43</mn><mn>99</mn></mmultiscripts>'),
    [],
  );
});

test('operators that nobody sees are allowed in formulas only', async () => {
  const sign = '\u2062';
  assert.deepEqual(await checkChapter(math(`<mi>x</mi><mo>${sign}</mo><mi>y</mi>`)), []);
  assert.deepEqual(await checkChapter(`<math alttext="x">\n<mo>${sign}</mo></math>`), []);
  assert.match((await checkChapter(`a ${sign} b`))[0] ?? '', /character-uncovered.*U\+2062/);
  assert.match(
    (await checkChapter(`${math('<mi>x</mi>')} ${sign}`))[0] ?? '',
    /character-uncovered.*U\+2062/,
  );
});
