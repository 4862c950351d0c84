import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('links to segments, to headings and to boxes, here and elsewhere, hold', async () => {
  const text =
    '[a](sources) [b](#über-5-mg) [c](sleep#stop) [d](sleep#über-5-mg) [e](#stop)\n\n## Über 5 mg\n\n:::warning{#stop}\nx\n:::';
  assert.deepEqual(await checkChapter(text), []);
});

test('a link to an unknown segment is told with the nearest slug', async () => {
  assert.deepEqual(await checkChapter('see [x](sorces) and [y](02-sleep.md#x)'), [
    '1:5 link-broken: Link to sorces leads nowhere; was `sources` meant?',
    '1:21 link-broken: Link to 02-sleep.md#x leads nowhere; was `sleep` meant?',
  ]);
});

test('a link to an unknown place is told with the nearest one there', async () => {
  assert.deepEqual(await checkChapter('[x](#rset)\n\n## Rest\n\n[y](sources#x)'), [
    '1:1 link-broken: Link to sleep#rset leads nowhere; was `sleep#rest` meant?',
    '5:1 link-broken: Link to sources#x leads nowhere; the segment sources has no headings to link to',
  ]);
});

test('a link without an address or without words is told', async () => {
  assert.deepEqual(await checkChapter('[x]() [](sources) [<b></b>](sources)'), [
    '1:1 link-broken: Link to nowhere leads nowhere; was `welcome` meant?',
    '1:7 link-empty: Link to sources without words',
    '1:19 link-empty: Link to sources without words',
  ]);
  assert.deepEqual(await checkChapter('[![A bed](images/bed.png)](sources)'), []);
});

test('the title of a link is a warning: paper does not show it', async () => {
  assert.deepEqual(
    await checkChapter('[x](https://example.org "Not for children") [y]\n\n[y]: sources "Old"'),
    [
      '1:1 link-title: The title “Not for children” of the link is not printed',
      '1:45 link-title: The title “Old” of the link is not printed',
    ],
  );
});

test('an id that stands twice is told, whoever made it: heading, box, HTML or footnote', async () => {
  const twice = (line: string, id: string) =>
    `${line} id-duplicate: The id ${id} stands twice in the segment`;
  assert.deepEqual(await checkChapter('## Rest\n\n:::warning{#rest}\nx\n:::'), [twice('3:1', 'rest')]);
  assert.deepEqual(await checkChapter('<p id="a">x</p>\n\n<p id="a">y</p>'), [twice('3:1', 'a')]);
  assert.deepEqual(await checkChapter('x[^1]\n\n## fn 1\n\n[^1]: n'), [twice('5:1', 'fn-1')]);
});

test('an id that e-readers cannot find is told', async () => {
  assert.deepEqual(await checkChapter('<p id="a b">x</p>\n\n<p id="ok-1.x_é">y</p>'), [
    '1:1 id-unexpected: Unexpected id a b, expected letters, digits, hyphens, dots and underscores only',
  ]);
});

test('a web address whose host has an empty part is refused, at the link', async () => {
  assert.deepEqual(await checkChapter('See [there](https://../) and [here](https://example.org/..).'), [
    '1:5 link-host: Link to https://../, which has no valid host',
  ]);
  assert.match((await checkChapter('See <https://foo.bar.`baz>.')).join(), /^1:5 link-host: /);
  assert.deepEqual(
    await checkChapter('See [one](https://bücher.example:8080/) and [two](http://127.0.0.1/).'),
    [],
  );
});
