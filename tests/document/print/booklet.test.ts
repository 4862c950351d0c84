import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeBodies, composePrintDocuments } from '../../../src/document/index.ts';
import type { Metadata, ParsedEdition, PrintDocument } from '../../../src/model.ts';
import { templates } from '../../fixtures/document.ts';
import { readWith, segmentFile } from '../../fixtures/edition.ts';

async function compose(changes: Partial<Metadata> = {}, stamp?: string): Promise<PrintDocument> {
  const { edition, told } = await readWith({
    'segments/02-sleep.md': segmentFile('Sleep helps, see [sources](sources).\n\n![A bed](images/bed.png)\n'),
  });
  assert.ok(edition, told.join('\n'));
  const changed: ParsedEdition = {
    ...edition,
    metadata: { ...edition.metadata, ...changes },
    ...(stamp !== undefined && { stamp }),
  };
  const { bodies } = composeBodies(changed);
  const [booklet] = composePrintDocuments(changed, bodies, templates, new Set(['booklet']));
  assert.ok(booklet);
  return booklet;
}

const cssOf = (document: PrintDocument) =>
  new TextDecoder().decode(document.assets.get('assets/edition.css')?.bytes);

test('the pages of a booklet are halves of its sheets', async () => {
  const places = await Promise.all([compose(), compose({ paper: 'a4' })]);
  assert.deepEqual(
    places.map(({ path, pageSize, imposition }) => [path, pageSize, imposition?.paper]),
    [
      ['small-edition-booklet.pdf', 'half-letter', 'letter'],
      ['small-edition-booklet.pdf', 'a5', 'a4'],
    ],
  );
  assert.deepEqual(
    places.map((document) => /@page \{ size: (.*?); \}/.exec(cssOf(document))?.[1]),
    ['5.5in 8.5in', '148mm 210mm'],
  );
});

test('it is opened from the side from which its language is read', async () => {
  const directions = await Promise.all(
    ['en', 'de', 'ar', 'he'].map(async (language) => (await compose({ language })).imposition?.direction),
  );
  assert.deepEqual(directions, ['ltr', 'ltr', 'rtl', 'rtl']);
});

test('its last three pages are blank, so that any number of pages can be filled up to whole sheets', async () => {
  const document = await compose();
  const blank = '<div class="blank"></div>';
  assert.equal(document.imposition?.blanks, 3);
  assert.match(document.compose(), new RegExp(`(?:${blank}\\s*){3}(?:<div hidden>.*</div>)?\\s*</body>`));
  assert.equal(document.compose().split(blank).length - 1, 3);
});

test('the stamp of an edition that is out of date has room above the text', async () => {
  assert.doesNotMatch(cssOf(await compose()), /margin-top: 57pt/);
  assert.match(cssOf(await compose({}, 'OUT OF DATE')), /@page \{ margin-top: 57pt; \}/);
});

test('it quotes pages in its contents and behind cross references, and leaves no page blank in between', async () => {
  const { pagination } = await compose();
  assert.ok(pagination.quotedIds.includes('sleep') && pagination.quotedIds.includes('edition.colophon'));
  assert.deepEqual(pagination.quotedInText, ['sleep--rest', 'sources']);
  assert.deepEqual([pagination.openings, pagination.body, pagination.cover], [[], undefined, undefined]);
});
