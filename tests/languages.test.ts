/** An edition in every language, built end to end and read back with other libraries than wrote it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { openPdf } from '../src/verify/pdf/open.ts';
import { checkUa } from '../src/verify/pdf/ua/check.ts';
import { find, parseXml } from './ebook/read.ts';
import { run } from './fixtures/run.ts';
import { open, readPages } from './print/fixture.ts';

interface Sample {
  readonly direction?: 'rtl';
  /** As in its `edition.yaml`. */
  readonly tag: string;
  /** Words that stand in the book, most of them printed by the system itself. */
  readonly book: readonly string[];
  readonly contents: string;
  /** What the build warns of; absent when it has nothing to say. */
  readonly warning?: readonly string[];
  /** Words of a link to another place, with its page. */
  readonly link: string;
}

const samples: Readonly<Record<string, Sample>> = {
  es: {
    tag: 'es',
    contents: 'Índice',
    link: 'la rutina (página 1)',
    book: [
      'Lea esto primero',
      'Capítulo 1',
      'Advertencia',
      'Publicado el 1 de noviembre de 2026',
      'El sueño: «qué hacer»',
      '«sueño reparador» y su hija dice ‘sueño bueno’',
      'Fuente: Ana Autora, «Dormir bien», marzo de 2017.',
    ],
  },
  de: {
    tag: 'de-AT',
    contents: 'Inhalt',
    link: 'die Gewohnheit (Seite 1)',
    book: [
      'Bitte zuerst lesen',
      'Kapitel 1',
      'Warnung',
      'Veröffentlicht am 1. November 2026',
      'Der Schlaf: „was hilft“',
      'wenn’s hilft, sagt sie ‚guter Schlaf‘',
      'Quelle: Anna Autorin, „Gut schlafen“, März 2017.',
    ],
  },
  fr: {
    tag: 'fr',
    contents: 'Sommaire',
    link: 'la routine (page 1)',
    book: [
      'À lire en premier',
      'Chapitre 1',
      'Mise en garde',
      'Publié le 1er novembre 2026',
      'Le sommeil : « que faire »',
      '« sommeil réparateur » ; sa fille dit « bon sommeil »',
      'Source : Anne Auteure, « Bien dormir », mars 2017.',
    ],
  },
};

/** Without white space and marks of direction: a PDF may cut lines anywhere. */
const bare = (text: string) => text.replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, '');

/** Languages that elements below the document name for themselves; objects stand uncompressed in our files. */
function listLanguages(pdf: Uint8Array): string[] {
  const objects = Buffer.from(pdf).toString('latin1').split('endobj');
  return objects.flatMap((object) => {
    const isElement = /\/Type \/StructElem/.test(object) && !/\/S \/Document/.test(object);
    return isElement ? (/\/Lang \((.*?)\)/.exec(object)?.[1] ?? []) : [];
  });
}

/** pdf.js knows no text that stands for glyphs (ISO 32000-1, 14.9.4), so it cannot read Arabic. */
function readWithPoppler(file: string): string | undefined {
  const { error, stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  return error ? undefined : bare(stdout);
}

/** Set in a font that the edition names. */
const named: Readonly<Record<string, Sample>> = {
  zh: {
    tag: 'zh-Hans',
    contents: '目录',
    link: '每天的习惯 (第1页)',
    book: [
      '请先阅读',
      '第 1 章',
      '警告',
      '出版日期：2026年11月1日',
      '睡眠：“该怎么做”',
      '每天的习惯 (第1页)',
      '来源：安作者，《好好睡觉》，2017年3月。',
      '其他文字使用 Noto Sans SC 字体。',
    ],
  },
};

/** Right to left; wrong orders are tested in `verify/right-to-left.test.ts`. */
const rightToLeft: Readonly<Record<string, Sample>> = {
  ar: {
    tag: 'ar',
    direction: 'rtl',
    contents: 'المحتويات',
    link: 'العادة اليومية (الصفحة 1)',
    book: ['الفصل', 'نوفمبر', 'لا توقف أي دواء فجأة', '02-1234-5678', '+1 212-555-0123', 'sleep hygiene'],
  },
  he: {
    tag: 'he',
    warning: [
      '5:11 warning Kindle’s shop does not list the language he, and may refuse the e-book language-shop caveat',
    ],
    direction: 'rtl',
    contents: 'תוכן',
    link: 'הרגל יומי (עמוד 1)',
    book: ['פרק', 'בנובמבר', 'אין להפסיק תרופה בבת אחת', '02-1234-5678', '+1 212-555-0123', 'sleep hygiene'],
  },
};

for (const [name, sample] of Object.entries({ ...samples, ...named, ...rightToLeft })) {
  describe(`an edition in ${name}`, () => {
    let out = '';
    before(async () => {
      out = await mkdtemp(join(tmpdir(), 'caveat-language-'));
      const content = fileURLToPath(new URL(`fixtures/languages/${name}/`, import.meta.url));
      const { status, stderr } = await run('build', content, '--out', join(out, 'dist'));
      assert.equal(status, 0, stderr);
      const told = stderr.split('\n').filter((line) => /^\d+:\d+ (?:warning|error)/.test(line));
      assert.deepEqual(told, sample.warning ?? []);
    });
    after(() => rm(out, { recursive: true, force: true }));
    const read = async (path: string) => new Uint8Array(await readFile(join(out, 'dist', path)));

    it('is built whole', async () => {
      const files = await readdir(join(out, 'dist'), { recursive: true });
      const editions = files.filter((file) => /\.(pdf|epub)$/.test(file)).sort();
      assert.equal(editions.length, 6, editions.join());
    });

    it('speaks its language in the book', async (test) => {
      const file = `${name}-edition-book.pdf`;
      const text = sample.direction
        ? readWithPoppler(join(out, 'dist', file))
        : bare((await readPages(await read(file))).join());
      if (text === undefined) return test.skip('pdftotext is not installed');
      for (const words of [sample.contents, ...sample.book]) assert.ok(text.includes(bare(words)), words);
    });

    it('speaks its language in the package of the e-book', async () => {
      const files = unzipSync(await read(`${name}-edition.epub`));
      const xml = (path: string) => parseXml(strFromU8(files[path] ?? new Uint8Array()));
      assert.ok(find(xml('OEBPS/nav.xhtml'), 'h1').text.startsWith(sample.contents));
      assert.equal(find(xml('OEBPS/nav.xhtml'), 'html').attributes.lang, sample.tag);
      assert.equal(find(xml('OEBPS/content.opf'), 'dc:language').text, sample.tag);
      const spine = find(xml('OEBPS/content.opf'), 'spine').attributes;
      assert.equal(spine['page-progression-direction'], sample.direction);
      for (const path of Object.keys(files).filter((file) => file.endsWith('.xhtml')))
        assert.equal(find(xml(path), 'html').attributes.dir ?? 'ltr', sample.direction ?? 'ltr', path);
    });

    it('is turned the way it is read, and names the language of a foreign phrase in the book', async () => {
      const pdf = await open(await read(`${name}-edition-book.pdf`));
      const preferences: { readonly Direction?: string } | null = await pdf.getViewerPreferences();
      assert.equal(preferences?.Direction, sample.direction && 'R2L');
      assert.deepEqual(listLanguages(await read(`${name}-edition-book.pdf`)), ['en']);
    });

    it('describes its links in the order in which they are read', async () => {
      const pdf = await open(await read(`${name}-edition-book.pdf`));
      const pages = Array.from({ length: pdf.numPages }, async (_, index) =>
        (await pdf.getPage(index + 1)).getAnnotations(),
      );
      const described = (await Promise.all(pages)).flat().map(({ contentsObj }) => bare(contentsObj.str));
      assert.ok(described.includes(bare(sample.link)), described.join('\n'));
    });

    it('follows PDF/UA-1 as far as our own check goes', async () => {
      const opened = await openPdf(await read(`${name}-edition-book.pdf`));
      assert.ok('document' in opened);
      assert.deepEqual(checkUa(opened.document), []);
    });

    it('names the language of a foreign phrase in the e-book', async () => {
      const files = unzipSync(await read(`${name}-edition.epub`));
      const path = Object.keys(files).find((file) => /\/02-.*\.xhtml$/.test(file)) ?? '';
      const { attributes, text } = find(parseXml(strFromU8(files[path] ?? new Uint8Array())), 'i');
      assert.equal(text, 'sleep hygiene');
      assert.deepEqual([attributes.lang, attributes['xml:lang']], ['en', 'en']);
    });
  });
}
