/** The page numbers of the e-book: those of the book of the same build, or none. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PackedBook } from './ebook/read.ts';
import { withContent } from './fixtures/folder.ts';
import { run } from './fixtures/run.ts';
import { open, readPages } from './print/fixture.ts';

const sentences = (start: number) =>
  Array.from({ length: 60 }, (_, index) => `Night ${start + index} was better than the one before.`);
const chapter = `---\ntitle: Sleep\nkind: chapter\n---\n\n## Rest\n\n${sentences(100).join(' ')}\n\n${sentences(200).join('\n\n')}\n`;
const content = { 'segments/02-sleep.md': chapter, 'images/bed.png': undefined };

/** A marker and the text behind it. */
const markers = /<span[^>]*role="doc-pagebreak"[^>]*aria-label="([^"]+)"[^>]*><\/span>/g;

/** Moves the marker of the last page that begins within a paragraph over a word. */
function moveMarker(bytes: Uint8Array): Uint8Array {
  const entries = unzipSync(bytes);
  const path = 'OEBPS/02-sleep.xhtml';
  const before = strFromU8(entries[path] ?? new Uint8Array());
  const after = before.replace(/(\w+ )(<span[^>]*role="doc-pagebreak"[^>]*><\/span>)/, '$2$1');
  assert.notEqual(after, before);
  return zipSync({ ...entries, [path]: strToU8(after) }, { level: 0 });
}

test('an e-book has the numbers of the book built with it, and `verify` holds the two against each other', () =>
  withContent(content, async (folder) => {
    const out = join(dirname(folder), 'dist');
    const ran = await run('build', folder, '--out', out, '--only', 'book,ebook');
    assert.equal(ran.status, 0, ran.stderr);
    const [bookFile, ebookFile] = ['small-edition-book.pdf', 'small-edition.epub'].map((name) =>
      join(out, name),
    );
    assert.ok(bookFile && ebookFile);
    const pdf = await open(new Uint8Array(await readFile(bookFile)));
    const labels = (await pdf.getPageLabels())?.slice(1);
    const bytes = new Uint8Array(await readFile(ebookFile));
    const book = new PackedBook(bytes);
    const files = ['title', 'disclaimer', 'nav', '01-welcome', '02-sleep', '03-sources'];
    const marked = files.flatMap((name) =>
      [...book.text(`${name}.xhtml`).matchAll(markers)].map(([, label]) => label),
    );
    assert.deepEqual(marked, labels);
    assert.ok((labels?.length ?? 0) > 8);
    const { artifacts } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
    const proof = artifacts[1].proof.find(({ check }: { check: string }) => check === 'page-list');
    assert.match(proof.where, new RegExp(`^${labels?.length} pages, \\d+ of`));

    const together = await run('verify', ebookFile, bookFile, '--content', folder);
    assert.equal(together.status, 0, together.stderr);
    const moved = join(out, 'moved.epub');
    await writeFile(moved, moveMarker(bytes));
    const refused = await run('verify', moved, bookFile, '--content', folder);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /moved\.epub[\s\S]*does not begin at its marker/);
  }));

test('the first words behind each marker in a chapter are the first words of that page of the PDF', () =>
  withContent(content, async (folder) => {
    const out = join(dirname(folder), 'dist');
    assert.equal((await run('build', folder, '--out', out, '--only', 'book,ebook')).status, 0);
    const bytes = new Uint8Array(await readFile(join(out, 'small-edition-book.pdf')));
    const pages = await readPages(bytes);
    const labels = (await (await open(bytes)).getPageLabels()) ?? [];
    const epub = new PackedBook(new Uint8Array(await readFile(join(out, 'small-edition.epub'))));
    const parts = epub.text('02-sleep.xhtml').split(markers).slice(1);
    const toText = (xhtml: string) =>
      xhtml
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    let compared = 0;
    for (let at = 0; at < parts.length; at += 2) {
      const page = pages[labels.indexOf(parts[at] ?? '')]?.replace(/\s+/g, ' ') ?? '';
      const words = toText(parts[at + 1] ?? '').slice(0, 40);
      if (words === '' || !words.startsWith('Night')) continue;
      assert.ok(page.includes(words), `page ${parts[at]} has not “${words}”`);
      assert.equal(page.indexOf('Night'), page.indexOf(words));
      compared += 1;
    }
    assert.ok(compared >= 3);
  }));

test('an e-book built alone has no page numbers, and is proved without them', () =>
  withContent({}, async (folder) => {
    const out = join(dirname(folder), 'dist');
    assert.equal((await run('build', folder, '--out', out, '--only', 'ebook')).status, 0);
    const book = new PackedBook(new Uint8Array(await readFile(join(out, 'small-edition.epub'))));
    for (const name of ['content.opf', 'nav.xhtml', 'toc.ncx', 'title.xhtml', '02-sleep.xhtml'])
      assert.doesNotMatch(book.text(name), /page-?list|page-?break|pageNavigation|pagination/i, name);
    assert.doesNotMatch(await readFile(join(out, 'manifest.json'), 'utf8'), /page-list/);
  }));
