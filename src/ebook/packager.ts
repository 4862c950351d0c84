import assert from 'node:assert/strict';
import { EPub, type Options } from 'epub-gen-memory';
import type { Ebook } from '../model.ts';
import type { Book } from './book.ts';
import { nameCover, own } from './manifest.ts';
import { createZip, type ZipEntry } from './zip.ts';

const folder = 'OEBPS';
const container = 'META-INF/container.xml';
/** What epub-gen-memory calls the contents page. */
const libraryNav = 'toc.xhtml';

/**
 * epub-gen-memory's EPUB, with our templates, files, dates and zip.
 *
 * The library renders the templates; its one "chapter" is the cover. The book's XHTML joins only after that step,
 * because the library's filter drops `start`, `scope` and SVG attributes and invents alternative texts.
 */
export class Packager extends EPub {
  readonly #ebook: Ebook;

  constructor(ebook: Ebook, book: Book) {
    const cover = { title: book.words.cover, content: '', filename: own.cover, book };
    super(createOptions(ebook, book), [cover]);
    // Theirs is random, and every template can see it as `id`.
    this.uuid = book.metadata.id;
    this.#ebook = ebook;
  }

  /** Renders, and leaves out the library's downloads: fonts, pictures and cover come as bytes, nothing is fetched. */
  override async render(): Promise<this> {
    await this.generateTemplateFiles();
    return this;
  }

  protected override async generateTemplateFiles(): Promise<void> {
    await super.generateTemplateFiles();
    this.zip = createZip(await this.#listEntries(), this.#ebook.date);
  }

  /** In the order of the zip: `mimetype` first (OCF 3.3, section 4.3), then what reading systems open first. */
  async #listEntries(): Promise<readonly ZipEntry[]> {
    const { spine, pictures, cover } = this.#ebook;
    return [
      { path: 'mimetype', content: await this.#read('mimetype'), isStored: true },
      { path: container, content: await this.#read(container) },
      createEntry(own.package, await this.#read(`${folder}/${own.package}`)),
      createEntry(own.nav, await this.#read(`${folder}/${libraryNav}`)),
      createEntry(own.ncx, await this.#read(`${folder}/${own.ncx}`)),
      createEntry(own.style, await this.#read(`${folder}/${own.style}`)),
      createEntry(nameCover(cover), cover.bytes, true),
      createEntry(own.cover, await this.#read(`${folder}/${own.cover}`)),
      ...spine.map((file) => createEntry(file.fileName, file.xhtml)),
      ...pictures.map(({ path, bytes, mediaType }) =>
        createEntry(path, bytes, mediaType !== 'image/svg+xml'),
      ),
    ];
  }

  /** A file that the library has rendered. */
  async #read(path: string): Promise<string> {
    const file = this.zip.file(path);
    assert(file, `Unexpected output of epub-gen-memory, expected ${path}`);
    return file.async('string');
  }
}

/** Options of the library, those that would read the clock or invent text included. */
function createOptions({ metadata, templates, date }: Ebook, book: Book): Options {
  const options = {
    title: metadata.title,
    author: metadata.author.name,
    publisher: '',
    lang: metadata.language,
    date,
    css: readTemplate(templates, own.style),
    chapterXHTML: readTemplate(templates, own.cover),
    contentOPF: readTemplate(templates, own.package),
    tocNCX: readTemplate(templates, own.ncx),
    tocXHTML: readTemplate(templates, own.nav),
    book,
  };
  return options;
}

function readTemplate(templates: Ebook['templates'], name: string): string {
  const text = templates.get(name);
  assert(text !== undefined, `Unexpected templates of the e-book, expected one named ${name}`);
  return text;
}

function createEntry(path: string, content: string | Uint8Array, isStored = false): ZipEntry {
  return { path: `${folder}/${path}`, content, isStored };
}
