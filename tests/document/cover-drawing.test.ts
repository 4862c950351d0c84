/** The cover without a browser: outlines only, everything on it, in every direction. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageSize } from 'image-size';
import { drawCover } from '../../src/document/index.ts';
import { orderWords } from '../../src/document/outlines.ts';
import type { ParsedEdition } from '../../src/model.ts';
import { rasterise } from '../../src/print/index.ts';
import { readEdition } from '../../src/source/index.ts';
import { templates } from '../fixtures/document.ts';
import { baseFolder } from '../fixtures/folder.ts';

const { edition: base } = await readEdition(baseFolder);
assert.ok(base);

function draw(metadata: Partial<ParsedEdition['metadata']>): string {
  const edition = base as ParsedEdition;
  return drawCover({ ...edition, metadata: { ...edition.metadata, ...metadata } }, templates);
}

/** Where each line begins and how large it is set. */
const lines = (svg: string) =>
  [...svg.matchAll(/<g transform="translate\(([\d.-]+) ([\d.-]+)\) scale\(([\d.]+)\)">/g)].map(
    ([, x, y, size]) => ({ x: Number(x), y: Number(y), size: Number(size) }),
  );

test('the cover is a picture of 1600 × 2400 without a letter of text, the same each time', async () => {
  const svg = draw({});
  assert.doesNotMatch(svg, /<text|font-family|NaN|undefined/);
  assert.equal(draw({}), svg);
  const png = await rasterise(svg);
  assert.deepEqual(imageSize(png), { width: 1600, height: 2400, type: 'png' });
  assert.deepEqual(await rasterise(svg), png);
});

test('title, subtitle, author, editor and version have a line each, and every word leaves its mark', () => {
  assert.equal(lines(draw({ title: 'Sleep', subtitle: 'Rest' })).length, 5);
  assert.notEqual(draw({ version: '1.0' }), draw({ version: '1.1' }));
  assert.notEqual(draw({ subtitle: 'Rest' }), draw({ subtitle: 'Reset' }));
});

test('a title of any length stays on the page, above the foot', () => {
  for (const title of ['word '.repeat(60), 'w'.repeat(150), '安'.repeat(80)]) {
    const all = lines(draw({ title, subtitle: title }));
    for (const { x, y, size } of all)
      assert.ok(x >= 0 && y > 200 && y < 2380 && size >= 20, title.slice(0, 9));
    const ys = all.map(({ y }) => y);
    assert.deepEqual(
      ys,
      ys.toSorted((a, b) => a - b),
    );
  }
});

test('right-to-left titles begin at the right edge', () => {
  const [first] = lines(draw({ language: 'he', title: 'לישון' }));
  assert.ok((first?.x ?? 0) > 800);
});

test('words stand in the order of their direction, and foreign stretches keep theirs', () => {
  assert.equal(orderWords('one two three', 'ltr').join(''), 'one two three');
  assert.equal(orderWords('א ב ג', 'rtl').join(''), 'ג ב א');
  assert.equal(orderWords('א 1.0', 'rtl').join(''), '1.0 א');
  assert.equal(orderWords('א sleep well ב', 'rtl').join(''), 'ב sleep well א');
  assert.equal(orderWords('a א ב c', 'ltr').join(''), 'a ב א c');
});
