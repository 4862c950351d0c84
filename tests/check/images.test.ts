import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChapter } from '../fixtures/check.ts';

test('a picture without words for those who cannot see it is told', async () => {
  assert.deepEqual(
    await checkChapter('![](images/bed.png)\n\n![ ](images/bed.png)\n\n![][b]\n\n[b]: images/bed.png'),
    [
      '1:1 image-alt-missing: The image images/bed.png has no text for readers who cannot see it',
      '3:1 image-alt-missing: The image images/bed.png has no text for readers who cannot see it',
      '5:1 image-alt-missing: The image b has no text for readers who cannot see it',
    ],
  );
});

test('a caption that has no place to be printed is a warning', async () => {
  assert.deepEqual(await checkChapter('See ![A bed](images/bed.png "Lie *down*") here.'), [
    '1:5 image-caption-inline: The caption “Lie *down*” of a picture inside a sentence is not printed',
  ]);
  assert.deepEqual(await checkChapter('![A bed](images/bed.png "Lie down")'), []);
});

test('the same holds for a caption in a definition', async () => {
  assert.deepEqual(await checkChapter('See ![A bed][b] here.\n\n[b]: images/bed.png "Lie down"'), [
    '1:5 image-caption-inline: The caption “Lie down” of a picture inside a sentence is not printed',
  ]);
  assert.deepEqual(await checkChapter('![A bed][b]\n\n[b]: images/bed.png "Lie down"'), []);
});

test('a picture without words is told unless it is said to be decorative, and then it has none', async () => {
  assert.deepEqual(await checkChapter('![](images/bed.png "decorative")'), []);
  assert.deepEqual(await checkChapter('See ![][b].\n\n[b]: images/bed.png "decorative"'), []);
  assert.deepEqual(await checkChapter('![](images/bed.png "Lie down")'), [
    '1:1 image-alt-missing: The image images/bed.png has no text for readers who cannot see it',
  ]);
  assert.deepEqual(await checkChapter('![A bed](images/bed.png "decorative")'), [
    '1:1 image-decorative: The image images/bed.png is said to be decorative, and yet shows “A bed”',
  ]);
});
