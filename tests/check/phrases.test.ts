import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('a phrase that names its language by a tag passes', async () => {
  const text = 'A <i lang="es">dolor</i>, <span lang="zh-Hans-CN">x</span> and <cite lang="ar">y</cite>.';
  assert.deepEqual(await checkChapter(text), []);
});

test('a phrase whose language is no tag is told at its place', async () => {
  assert.deepEqual(await checkChapter('A <i lang="spanish">dolor</i> and <b lang="e_s">x</b>.'), [
    '1:3 language-tag: Unexpected language “spanish” of <i>, expected a tag such as es or zh-Hans',
    '1:35 language-tag: Unexpected language “e_s” of <b>, expected a tag such as es or zh-Hans',
  ]);
});
