import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('a footnote and a link definition that nothing calls are told: they would be lost', async () => {
  assert.deepEqual(await checkChapter('x\n\n[^a]: Do not drive.\n\n[b]: https://example.org'), [
    '3:1 note-unused: Definition [^a] is called nowhere and would be lost',
    '5:1 note-unused: Definition [b] is called nowhere and would be lost',
  ]);
});

test('the second of two definitions with one label is told, capitals apart', async () => {
  assert.deepEqual(
    await checkChapter('x[^A] [b]\n\n[^a]: one\n\n[^A]: two\n\n[B]: https://example.org\n\n[b]: sleep'),
    [
      '5:1 note-duplicate: Definition [^a] stands twice; the second would be lost',
      '9:1 note-duplicate: Definition [b] stands twice; the second would be lost',
    ],
  );
});

test('a call without a note is told, and code that looks like one is not', async () => {
  assert.deepEqual(await checkChapter('x[^gone] and `[^code]`'), [
    '1:1 note-missing: The call [^gone] has no note',
  ]);
});

test('a reference without a definition is a warning: it is printed as typed', async () => {
  assert.deepEqual(await checkChapter('See [the site][gone], ![a bed][gone] and [x].'), [
    '1:1 reference-missing: [the site][gone] has no definition, and is printed as it is written',
    '1:1 reference-missing: ![a bed][gone] has no definition, and is printed as it is written',
  ]);
});

test('brackets with a backslash are meant as they stand', async () => {
  assert.deepEqual(await checkChapter('x\\[^1] and \\[1]\\[2] and \\[^1]: y'), []);
});

test('a note called only from another note counts as called', async () => {
  assert.deepEqual(await checkChapter('x[^a]\n\n[^a]: see[^b]\n\n[^b]: there'), []);
});
