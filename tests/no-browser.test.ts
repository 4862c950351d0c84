/** A machine without a browser: an e-book alone is made all the same, nothing else is. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { imageSize } from 'image-size';
import { withContent } from './fixtures/folder.ts';
import { runProcess } from './fixtures/run.ts';

const env = { PUPPETEER_EXECUTABLE_PATH: '/nowhere/browser' };

test('the e-book is built and proved, its cover drawn, and one note says so', () =>
  withContent({}, async (folder) => {
    const out = join(dirname(folder), 'dist');
    const { status, stderr } = await runProcess(['build', folder, '--only', 'ebook', '--out', out], { env });
    assert.equal(status, 0, stderr);
    assert.equal(stderr.match(/The cover of the e-book was drawn without a browser\./g)?.length, 1);
    const files = unzipSync(await readFile(join(out, 'small-edition.epub')));
    const { width, height } = imageSize(files['OEBPS/cover.png'] ?? new Uint8Array());
    assert.deepEqual([width, height], [1600, 2400]);
    assert.match(await readFile(join(out, 'manifest.json'), 'utf8'), /"browser": "none"/);
  }));

test('an edition with a cover of its own needs no note', () =>
  withContent({}, async (folder) => {
    const yaml = await readFile(join(folder, 'edition.yaml'), 'utf8');
    const own = { 'edition.yaml': `cover: images/bed.png\ncoverAlt: A bed & a lamp\n${yaml}` };
    await withContent(own, async (content) => {
      const out = join(dirname(content), 'dist');
      const argv = ['build', content, '--only', 'ebook', '--out', out];
      const { status, stderr } = await runProcess(argv, { env });
      assert.equal(status, 0, stderr);
      assert.doesNotMatch(stderr, /browser/i);
      const files = unzipSync(await readFile(join(out, 'small-edition.epub')));
      assert.deepEqual(
        Buffer.from(files['OEBPS/cover.png'] ?? []),
        await readFile(join(content, 'images/bed.png')),
      );
      assert.match(
        strFromU8(files['OEBPS/cover.xhtml'] ?? new Uint8Array()),
        /alt="A bed &amp; a lamp"|alt="A bed &#38; a lamp"/,
      );
    });
  }));

test('a WebP picture, which nothing else can convert, is told, and nothing is written', () =>
  withContent({}, async (folder) => {
    const leaf = await readFile(new URL('fixtures/torture/images/leaf.webp', import.meta.url));
    const chapter = await readFile(join(folder, 'segments/02-sleep.md'), 'utf8');
    const overlay = {
      'images/leaf.webp': leaf,
      'segments/02-sleep.md': `${chapter}\n![A leaf](images/leaf.webp)\n`,
    };
    await withContent(overlay, async (content) => {
      const out = join(dirname(content), 'dist');
      const argv = ['build', content, '--only', 'ebook', '--out', out];
      const { status, stderr } = await runProcess(argv, { env });
      assert.equal(status, 1, stderr);
      assert.match(stderr, /images\/leaf\.webp is WebP[\s\S]*image-webp/);
      await assert.rejects(readFile(join(out, 'manifest.json')));
    });
  }));

test('a PDF cannot be made without a browser: nothing is written', () =>
  withContent({}, async (folder) => {
    const out = join(dirname(folder), 'dist');
    const { status, stderr } = await runProcess(['build', folder, '--only', 'ebook,book', '--out', out], {
      env,
    });
    assert.equal(status, 2);
    assert.match(stderr, /PUPPETEER_EXECUTABLE_PATH names \/nowhere\/browser/);
  }));
