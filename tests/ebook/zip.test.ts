import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createZip } from '../../src/ebook/zip.ts';
import { listEntries, pack } from './read.ts';
import { createEbook, createRichEbook } from './sample.ts';

test('bytes 30 to 57 are the name and content of an uncompressed mimetype', async () => {
  const { bytes } = await pack(createEbook());
  assert.equal(Buffer.from(bytes.subarray(30, 58)).toString('latin1'), 'mimetypeapplication/epub+zip');
  assert.equal(Buffer.from(bytes).readUInt16LE(28), 0, 'length of the extra field');
});

test('files come in a fixed order, without entries for folders', async () => {
  const { bytes } = await pack(createRichEbook());
  assert.deepEqual(
    listEntries(bytes).map((entry) => entry.name),
    [
      'mimetype',
      'META-INF/container.xml',
      'OEBPS/content.opf',
      'OEBPS/nav.xhtml',
      'OEBPS/toc.ncx',
      'OEBPS/style.css',
      'OEBPS/cover.png',
      'OEBPS/cover.xhtml',
      'OEBPS/titlepage.xhtml',
      'OEBPS/disclaimer.xhtml',
      'OEBPS/01-preface.xhtml',
      'OEBPS/02-wounds.xhtml',
      'OEBPS/03-burns.xhtml',
      'OEBPS/04-end.xhtml',
      'OEBPS/images/scale.png',
      'OEBPS/images/more/un_used-1.png',
    ],
  );
});

test('no entry has an extra field, and each is stored or deflated', async () => {
  const { bytes } = await pack(createRichEbook());
  for (const entry of listEntries(bytes)) {
    assert.equal(entry.extraBytes, 0, entry.name);
    assert.equal(entry.method, /mimetype$|\.png$/.test(entry.name) ? 0 : 8, entry.name);
  }
});

test('every entry has the date of the e-book in UTC', async () => {
  const { bytes } = await pack(createRichEbook());
  const day = ((2024 - 1980) << 9) | (1 << 5) | 2;
  const time = (3 << 11) | (4 << 5) | (6 / 2);
  for (const entry of listEntries(bytes)) assert.equal(entry.dosTime, day * 0x10000 + time, entry.name);
});

for (const date of [
  '1979-12-31T23:59:59Z',
  '2024-01-02',
  '2024-01-02T03:04:06+01:00',
  '2024-01-02T03:04:06.7Z',
]) {
  test(`the date ${date} is refused, since a zip or dcterms:modified cannot hold it`, () => {
    assert.throws(() => createZip([], date), /Unexpected date .* expected yyyy-mm-ddThh:mm:ssZ/);
  });
}
