import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

const svg = (attributes: string, inner = '') => `a <svg ${attributes}>${inner}</svg> b`;

test('a drawing with words, by an attribute or by its title, breaks no rule', async () => {
  assert.deepEqual(await checkChapter(svg('viewBox="0 0 9 9" aria-label="A bed"')), []);
  assert.deepEqual(await checkChapter(svg('width="9" height="9"', '<title>A bed</title>')), []);
  assert.deepEqual(await checkChapter(svg('viewBox="0 0 9 9" aria-hidden="true"')), []);
});

test('a drawing without words is told unless it is said to be decorative, and then it has none', async () => {
  const missing = '1:3 drawing-alt-missing: A drawing has no words for readers who cannot see it';
  assert.deepEqual(await checkChapter(svg('viewBox="0 0 9 9"')), [missing]);
  assert.deepEqual(await checkChapter(svg('viewBox="0 0 9 9" aria-label=" "', '<title> </title>')), [
    missing,
  ]);
  assert.deepEqual(await checkChapter(svg('viewBox="0 0 9 9"', '<g><title>A part</title></g>')), [missing]);
  const decorative = '1:3 drawing-decorative: A drawing is said to be decorative, and yet shows “A bed”';
  assert.deepEqual(await checkChapter(svg('viewBox="0 0 9 9" aria-hidden="true" aria-label="A bed"')), [
    decorative,
  ]);
  assert.deepEqual(await checkChapter(svg('viewBox="0 0 9 9" aria-hidden="true"', '<title>A bed</title>')), [
    decorative,
  ]);
});

test('a drawing without a size is told', async () => {
  assert.deepEqual(await checkChapter(svg('width="100%" aria-label="A bed"')), [
    '1:3 drawing-size: A drawing has no size',
  ]);
});

test('ids in drawings are ids of the segment: none stands twice', async () => {
  const told = await checkChapter(svg('viewBox="0 0 9 9" aria-label="A"', '<g id="a"></g><path id="a"/>'));
  assert.deepEqual(told, ['1:55 id-duplicate: The id a stands twice in the segment']);
});
