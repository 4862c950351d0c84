import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createItemId } from '../../src/ebook/names.ts';
import type { Ebook } from '../../src/model.ts';
import { pack } from './read.ts';
import {
  createChapter,
  createDisclaimer,
  createEbook,
  createPicture,
  createTitlePage,
  plainMetadata,
} from './sample.ts';

const chapter = createChapter();
const spineWith = (xhtml: string) => [createDisclaimer(), { ...chapter, xhtml }];

const breaches: Readonly<Record<string, readonly [Partial<Ebook>, RegExp]>> = {
  'without a disclaimer': [{ spine: [createTitlePage(), chapter] }, /expected one file with the disclaimer/],
  'with two disclaimers': [
    { spine: [createDisclaimer(), createDisclaimer()] },
    /expected one file with the disclaimer/,
  ],
  'with a picture named in Greek': [
    { pictures: [createPicture('images/δόση.png')] },
    /Unexpected file name `images\/δόση/,
  ],
  'with a space in a name': [
    { pictures: [createPicture('images/a b.png')] },
    /Unexpected file name `images\/a b/,
  ],
  'with a picture outside its folder': [{ pictures: [createPicture('../a.png')] }, /Unexpected file name/],
  'with a picture at an absolute path': [{ pictures: [createPicture('/a.png')] }, /Unexpected file name/],
  'with names that differ by case only': [
    { pictures: [createPicture('images/a.png'), createPicture('images/A.png')] },
    /Unexpected second file `images\/A\.png`/,
  ],
  'with a chapter named like the contents page': [
    { spine: [createDisclaimer(), createChapter({ name: 'nav' })] },
    /Unexpected second file `nav\.xhtml`/,
  ],
  'with a control character in its title': [
    { metadata: { ...plainMetadata, title: 'a\u0001b' } },
    /Unexpected character in edition\.yaml.*a\\u0001b/,
  ],
  'with half a pair in a heading': [
    { spine: [createDisclaimer(), { ...chapter, headings: [{ id: 'wounds', level: 1, text: 'a\uD800' }] }] },
    /Unexpected character in 01-wounds\.xhtml/,
  ],
  'with XHTML that is not well-formed': [
    { spine: spineWith(chapter.xhtml.replace('</p>', '')) },
    /01-wounds\.xhtml:/,
  ],
  'with an HTML entity': [{ spine: spineWith(chapter.xhtml.replace('Text.', '&nbsp;')) }, /undefined entity/],
  'with XHTML that has no XML declaration': [
    { spine: spineWith(chapter.xhtml.replace(/<\?xml.*\n/, '')) },
    /Unexpected start of 01-wounds\.xhtml/,
  ],
  'with lang and xml:lang unequal': [
    { spine: spineWith(chapter.xhtml.replace('xml:lang="en"', 'xml:lang="de"')) },
    /Unexpected language of 01-wounds\.xhtml/,
  ],
};

for (const [name, [changes, message]] of Object.entries(breaches)) {
  test(`an e-book ${name} is refused`, async () => {
    await assert.rejects(pack(createEbook(changes)), { name: 'AssertionError', message });
  });
}

test('ids of items are XML names and differ whenever paths do', () => {
  assert.equal(createItemId('images/a_b.png'), 'item-images_2fa_5fb.png');
  assert.notEqual(createItemId('a/b'), createItemId('a_2fb'));
});
