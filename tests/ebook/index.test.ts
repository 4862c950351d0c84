import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as room from '../../src/ebook/index.ts';
import type { Ebook } from '../../src/model.ts';
import { listBookFaults } from '../fixtures/sound.ts';
import {
  createChapter,
  createDisclaimer,
  createEbook,
  createHebrewEbook,
  createRichEbook,
  plainMetadata,
} from './sample.ts';

test('the room offers packEbook, its early loading, whether pages have room, and nothing else', () => {
  assert.deepEqual(Object.keys(room).sort(), ['hasRoomForPages', 'loadPackager', 'packEbook']);
});

test('packEbook returns an artifact of kind ebook at the path that it was given', async () => {
  const { bytes, ...rest } = await room.packEbook(createEbook({ path: 'a-b.epub' }));
  assert.deepEqual(rest, { kind: 'ebook', path: 'a-b.epub', mediaType: 'application/epub+zip' });
  assert(bytes instanceof Uint8Array);
});

test('packEbook prints nothing', async (context) => {
  const methods = (['log', 'warn', 'error', 'info'] as const).map((name) =>
    context.mock.method(console, name),
  );
  await room.packEbook(createRichEbook());
  for (const method of methods) assert.equal(method.mock.callCount(), 0);
});

const books: Readonly<Record<string, Ebook>> = {
  'a plain book': createEbook(),
  'a book with hostile metadata, pictures, formulas and skipped levels': createRichEbook(),
  'a book in Hebrew': createHebrewEbook(),
  'a book without a title page': createEbook({ spine: [createDisclaimer(), createChapter()] }),
  'a book without a description': createEbook({
    metadata: { ...plainMetadata, description: '', subjects: [] },
  }),
  'a book with all that the metadata may say': createEbook({
    metadata: {
      ...plainMetadata,
      titleFileAs: 'Care, Wound',
      series: { name: 'Home care', number: 2 },
      isbn: '9780306406157',
      certifier: { name: 'Access Ltd', level: 'AA' },
    },
  }),
  'a book that is only its disclaimer': createEbook({ spine: [createDisclaimer()] }),
};

for (const [name, book] of Object.entries(books)) {
  test(`EPUBCheck has nothing to say about ${name}`, async () => {
    const { bytes } = await room.packEbook(book);
    assert.deepEqual(await listBookFaults(bytes), []);
  });
}
