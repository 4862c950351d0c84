import assert from 'node:assert/strict';
import { test } from 'node:test';
import { containers } from '../../src/check/containers.ts';
import { checkChapter } from '../fixtures/check.ts';

test('every known container passes, on its own, in lists, in quotations and in one another', async () => {
  for (const name of containers) {
    assert.deepEqual(
      await checkChapter(`:::${name}\nx\n:::\n\n- a\n\n  :::${name}\n  x\n  :::\n\n> :::${name}\n> x\n> :::`),
      [],
    );
  }
  assert.deepEqual(await checkChapter('::::warning\n:::editor\nx\n:::\n::::'), []);
});

test('an unknown name is told with the nearest known one, or with all of them', async () => {
  assert.deepEqual(await checkChapter(':::Warning\nx\n:::'), [
    '1:1 directive-unknown: Unknown container `:::Warning`, expected `:::warning`',
  ]);
  for (const word of ['chapter', 'notes', 'constructor']) {
    assert.match((await checkChapter(`:::${word}\nx\n:::`)).join(), /^1:1 directive-unknown: [^\n]*$/);
  }
  assert.deepEqual(await checkChapter('- a\n\n  :::spoiler\n  x\n  :::'), [
    '3:3 directive-unknown: Unknown container `:::spoiler`, expected `:::warning`, `:::editor`, `:::key-points`, `:::questions`, `:::medicines`',
  ]);
});

test('an empty container is told, also when a comment is all that is in it', async () => {
  assert.deepEqual(await checkChapter(':::warning\n:::'), [
    '1:1 container-empty: Empty container `:::warning`',
  ]);
  assert.deepEqual((await checkChapter(':::warning\n<!-- x -->\n:::')).slice(1), [
    '1:1 container-empty: Empty container `:::warning`',
  ]);
});

test('labels and attributes are told; an id is welcome', async () => {
  assert.deepEqual(await checkChapter(':::warning[Do not]{#a .b title="c"}\nx\n:::'), [
    '1:1 container-attribute: Unexpected attribute `class` of `:::warning`, expected `#id` only',
    '1:1 container-attribute: Unexpected attribute `title` of `:::warning`, expected `#id` only',
    '1:1 container-label: Unexpected label of `:::warning`, expected nothing after the name but an id',
  ]);
  assert.deepEqual(await checkChapter(':::warning{#a}\nx\n:::'), []);
});

test('a form needs no text, and may say how many rows it has', async () => {
  for (const form of [':::medicines', ':::medicines{rows=1}', ':::medicines{#mine rows=30}'])
    assert.deepEqual(await checkChapter(`x\n\n${form}\n:::`), []);
  for (const rows of ['0', '31', '-1', '1.5', 'many', '1e1', '007'])
    assert.deepEqual(await checkChapter(`x\n\n:::medicines{rows=${rows}}\n:::`), [
      `3:1 container-rows: Unexpected number of rows “${rows}” of \`:::medicines\`, expected a whole number from 1 to 30`,
    ]);
  assert.deepEqual(await checkChapter('x\n\n:::medicines{columns=3}\n:::'), [
    '3:1 container-attribute: Unexpected attribute `columns` of `:::medicines`, expected `#id` and `rows` only',
  ]);
  assert.match((await checkChapter('x\n\n:::questions{rows=3}\ny\n:::')).join(), /^3:1 container-attribute/);
});

test('a container without an end is told: it would take in the rest of the chapter', async () => {
  const line =
    '1:1 container-unclosed: Container `:::warning` has no end, and would take in all that follows';
  assert.deepEqual(await checkChapter(':::warning\nx\n\n## Next\n\ny'), [line]);
  assert.deepEqual(await checkChapter('::::warning\nx\n:::'), [
    line,
    '3:1 container-stray: Unexpected line `:::`, expected a container such as `:::warning`',
  ]);
});

test('a box inside a box with as few colons leaves the outer one open, and that is told', async () => {
  const told = await checkChapter(':::warning\n:::editor\nx\n:::\ny\n:::');
  assert.deepEqual(told, [
    '2:1 container-unclosed: Container `:::editor` has no end, and would take in all that follows',
    '6:1 container-stray: Unexpected line `:::`, expected a container such as `:::warning`',
  ]);
});

test('a space between colons and name is told: the box would be missing', async () => {
  assert.deepEqual(await checkChapter('a\n\n::: warning\nDo not drive.\n:::'), [
    '3:1 container-stray: Unexpected line `::: warning`, expected a container such as `:::warning`',
    '5:1 container-stray: Unexpected line `:::`, expected a container such as `:::warning`',
  ]);
  assert.deepEqual(await checkChapter('> a\n> ::: warning'), [
    '2:3 container-stray: Unexpected line `::: warning`, expected a container such as `:::warning`',
  ]);
});

test('colons inside a line are text', async () => {
  assert.deepEqual(await checkChapter('a ::: b, `:::`\n\n    ::: warning'), []);
});
