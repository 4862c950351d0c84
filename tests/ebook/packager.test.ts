import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { EPub } from 'epub-gen-memory';
import { createBook } from '../../src/ebook/book.ts';
import { Packager } from '../../src/ebook/packager.ts';
import type { Ebook } from '../../src/model.ts';
import { listEntries, pack } from './read.ts';
import {
  createChapter,
  createDisclaimer,
  createEbook,
  createRichEbook,
  plainMetadata,
  richBody,
  templates,
} from './sample.ts';

test('XHTML and pictures reach the zip byte for byte, list numbers and table scopes included', async () => {
  const ebook = createRichEbook();
  const book = await pack(ebook);
  for (const file of ebook.spine) assert.equal(book.text(file.fileName), file.xhtml);
  for (const picture of ebook.pictures)
    assert.deepEqual(book.files[`OEBPS/${picture.path}`], new Uint8Array(picture.bytes));
  assert.deepEqual(book.files['OEBPS/cover.png'], new Uint8Array(ebook.cover.bytes));
  const chapter = book.text('02-wounds.xhtml');
  for (const kept of ['<ol start="7">', '<li value="9">', 'scope="row"', 'viewBox=', 'alttext=']) {
    assert(chapter.includes(kept), kept);
  }
});

test('pictures and links to other hosts are never fetched', async (context) => {
  const http = createRequire(import.meta.url)('node:http');
  const request = context.mock.method(http, 'request', () => assert.fail('fetched'));
  const chapter = createChapter({ body: '<p><img src="http://127.0.0.1:9/a.png" alt="A"/></p>' });
  const book = await pack(createEbook({ spine: [createDisclaimer(), chapter] }));
  assert.equal(request.mock.callCount(), 0);
  assert.equal(listEntries(book.bytes).length, 10);
});

/** A packager that the library has told to download. */
class Tempted extends Packager {
  constructor(ebook: Ebook) {
    super(ebook, createBook(ebook));
    const url = 'http://127.0.0.1:9/a.png';
    this.images.push({ id: 'a', url, extension: 'png', mediaType: 'image/png' });
    this.options.fonts.push({ filename: 'a.ttf', url, mediaType: 'font/ttf' });
  }
}

test('even what the library has listed for download is not fetched', async (context) => {
  const http = createRequire(import.meta.url)('node:http');
  const request = context.mock.method(http, 'request', () => assert.fail('fetched'));
  await new Tempted(createEbook()).genEpub();
  assert.equal(request.mock.callCount(), 0);
});

test('no template can see a random id', async () => {
  const own = new Map([...templates, ['toc.ncx', '<%= id %>']]);
  assert.equal((await pack(createEbook({ templates: own }))).text('toc.ncx'), plainMetadata.id);
});

test('the cover stands alone in its file, described by title and author', async () => {
  const text = (await pack(createEbook())).text('cover.xhtml');
  assert.match(text, /<body epub:type="cover">\s*<section [^>]*><img [^>]*\/><\/section>\s*<\/body>/);
  assert.match(text, /alt="Cover: Wound care at home, by Ada Author" role="doc-cover"/);
});

test('each XHTML file that the package adds starts with an XML declaration and has both language attributes', async () => {
  const book = await pack(createEbook());
  for (const name of ['nav.xhtml', 'cover.xhtml']) {
    assert(book.text(name).startsWith('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>'), name);
    assert.match(book.text(name), /<html [^>]*lang="en" xml:lang="en" dir="ltr">/);
    assert.doesNotMatch(book.text(name), /<body[^>]* id=/);
  }
});

test('a missing template is named', async () => {
  await assert.rejects(pack(createEbook({ templates: new Map() })), /expected one named style\.css/);
});

// What follows holds for epub-gen-memory itself. When it fails, the dependency has changed: read its code again
// before changing `packager.ts`.

test('epub-gen-memory is the version that was read', () => {
  const { version } = createRequire(import.meta.url)('epub-gen-memory/package.json');
  assert.equal(version, '1.1.2');
});

test('epub-gen-memory has the members that were read and no others', () => {
  assert.deepEqual(Object.getOwnPropertyNames(EPub.prototype).sort(), [
    'constructor',
    'downloadAllFonts',
    'downloadAllImages',
    'genEpub',
    'generateAsync',
    'generateTemplateFiles',
    'makeCover',
    'render',
  ]);
});

/** Records which steps run, and what the template step leaves in the zip. */
class Probe extends EPub {
  readonly steps: string[] = [];
  get paths(): readonly string[] {
    return Object.keys(this.zip.files);
  }
  read(path: string): Promise<string> | undefined {
    return this.zip.file(path)?.async('string');
  }
  protected override async generateTemplateFiles() {
    this.steps.push('templates');
    await super.generateTemplateFiles();
  }
  protected override async downloadAllFonts() {
    this.steps.push('fonts');
  }
  protected override async downloadAllImages() {
    this.steps.push('images');
  }
  protected override async makeCover() {
    this.steps.push('cover');
  }
}

const probeOptions = {
  title: 'T',
  css: 'style',
  chapterXHTML: '<%= book %> <%= lang %> <%- content %>',
  contentOPF: '<%= book %> <%= id %>',
  tocNCX: 'ncx <%= book %>',
  tocXHTML: 'nav <%= book %>',
  book: 'a & b',
};

test('epub-gen-memory renders its templates first, with every option as a variable, escaped', async () => {
  const probe = new Probe(probeOptions, [
    Object.assign({ content: '', filename: 'c.xhtml' }, { book: 'own' }),
  ]);
  await probe.render();
  assert.deepEqual(probe.steps, ['templates', 'fonts', 'images', 'cover']);
  assert.equal(await probe.read('OEBPS/c.xhtml'), 'own en ');
  assert.match((await probe.read('OEBPS/content.opf')) ?? '', /^a &amp; b [0-9a-f-]{36}$/);
  assert.equal(await probe.read('OEBPS/toc.ncx'), 'ncx a &amp; b');
  assert.equal(await probe.read('OEBPS/toc.xhtml'), 'nav a &amp; b');
  assert.equal(await probe.read('OEBPS/style.css'), 'style');
  assert.equal(await probe.read('mimetype'), 'application/epub+zip');
  assert.match((await probe.read('META-INF/container.xml')) ?? '', /full-path="OEBPS\/content\.opf"/);
});

test('epub-gen-memory still spoils XHTML that goes through its filter: the reason why ours does not', async () => {
  const probe = new Probe(probeOptions, [
    Object.assign({ content: richBody, filename: 'c.xhtml' }, { book: '' }),
  ]);
  await probe.render();
  const text = (await probe.read('OEBPS/c.xhtml')) ?? '';
  assert.doesNotMatch(text, /start="7"|scope=|viewBox/);
});
