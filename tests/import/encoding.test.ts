/** Encodings: the same post in any of them gives the same text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { bodyOf, importOne } from './post.ts';

const post = 'Sore “Knees”\n\nIt’s 5 – 10 minutes… naïve?\u00A0Yes – it is.\n\nWhat else?\n\nRest.\n';

test('UTF-8, UTF-16 with and without a mark, and Windows-1252 give the same text', async () => {
  const expected = bodyOf(await importOne(post));
  assert.match(expected, /It’s 5 – 10 minutes… naïve\? Yes/);
  const encodings = [
    iconv.encode(post, 'utf8', { addBOM: true }),
    iconv.encode(post, 'utf-16le', { addBOM: true }),
    iconv.encode(post, 'utf-16be', { addBOM: true }),
    iconv.encode(post, 'utf-16le', { addBOM: false }),
    iconv.encode(post, 'windows-1252'),
    Buffer.from(post.replaceAll('\n', '\r\n')),
    Buffer.from(post.replaceAll('\n', '\r')),
  ];
  for (const bytes of encodings) assert.equal(bodyOf(await importOne(bytes)), expected);
});

test('a page that names its encoding is read by it', async () => {
  const page =
    '<html><head><meta charset="iso-8859-2"></head><body><div class="entry-content"><p>Żółć</p></div></body></html>';
  assert.equal(bodyOf(await importOne(iconv.encode(page, 'iso-8859-2'))), 'Żółć');
});
