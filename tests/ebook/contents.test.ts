import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createContents, type Entry, measureDepth } from '../../src/ebook/contents.ts';
import { hasRoomForPages, packEbook } from '../../src/ebook/index.ts';
import { inspectFile } from '../../src/ebook/inspect.ts';
import type { Heading, SpineFile } from '../../src/model.ts';
import { find, findAll, PackedBook, pack, type Xml } from './read.ts';
import { createChapter, createDisclaimer, createEbook, createRichEbook } from './sample.ts';

test('the contents nest headings by their order, whatever levels they skip, to depth 3', async () => {
  const toc = find((await pack(createRichEbook())).xml('nav.xhtml'), 'nav');
  assert.deepEqual(outline(find(toc, 'ol')), [
    'Title page -> titlepage.xhtml',
    'Medical disclaimer -> disclaimer.xhtml',
    'Preface -> 01-preface.xhtml',
    'Wounds & <cuts> -> 02-wounds.xhtml',
    '  Deep -> 02-wounds.xhtml#wounds--deep',
    '    Deeper -> 02-wounds.xhtml#wounds--deeper',
    '    Deepest -> 02-wounds.xhtml#wounds--deepest',
    '  Später "?" -> 02-wounds.xhtml#wounds--sp%C3%A4ter',
    '    Three -> 02-wounds.xhtml#wounds--3',
    'Burns -> 03-burns.xhtml',
    'End -> 04-end.xhtml',
  ]);
});

test('the contents are a nav with an h1, the role doc-toc and no aria-label', async () => {
  const nav = (await pack(createEbook())).xml('nav.xhtml');
  const [toc, landmarks, ...others] = findAll(nav, 'nav');
  assert.deepEqual(others, []);
  assert.deepEqual(toc?.attributes, { 'epub:type': 'toc', role: 'doc-toc', id: 'toc' });
  assert.deepEqual(
    toc?.children.map((child) => child.name),
    ['h1', 'ol'],
  );
  assert.deepEqual(landmarks?.attributes, { 'epub:type': 'landmarks', hidden: 'hidden' });
});

test('the landmarks are cover, contents and first chapter', async () => {
  const landmarks = findAll((await pack(createRichEbook())).xml('nav.xhtml'), 'nav')[1];
  assert(landmarks);
  assert.deepEqual(
    findAll(landmarks, 'a').map(({ attributes }) => [attributes['epub:type'], attributes.href]),
    [
      ['cover', 'cover.xhtml'],
      ['toc', 'nav.xhtml'],
      ['bodymatter', '02-wounds.xhtml'],
    ],
  );
});

test('the NCX mirrors the contents to depth 2, in play order', async () => {
  const ncx = (await pack(createRichEbook())).xml('toc.ncx');
  const points = findAll(ncx, 'navPoint');
  assert.deepEqual(
    points.map((point) => find(point, 'content').attributes.src),
    [
      'titlepage.xhtml',
      'disclaimer.xhtml',
      '01-preface.xhtml',
      '02-wounds.xhtml',
      '02-wounds.xhtml#wounds--deep',
      '02-wounds.xhtml#wounds--sp%C3%A4ter',
      '03-burns.xhtml',
      '04-end.xhtml',
    ],
  );
  assert.deepEqual(
    points.map((point) => point.attributes.playOrder),
    ['1', '2', '3', '4', '5', '6', '7', '8'],
  );
  const depth = findAll(ncx, 'meta').find((meta) => meta.attributes.name === 'dtb:depth');
  assert.equal(depth?.attributes.content, '2');
});

test('a heading of level 1 further down starts an entry of its own', () => {
  const entries = createContentsOf([heading('a', 1), heading('b', 2), heading('c', 1), heading('d', 2)]);
  assert.deepEqual(
    entries.map((entry) => [entry.text, entry.children.map((child) => child.text)]),
    [
      ['a', ['b']],
      ['c', ['d']],
    ],
  );
});

test('headings without text are left out, since a link without text cannot be followed', () => {
  const entries = createContentsOf([heading('a', 1), { id: 'b', level: 2, text: ' ' }, heading('c', 3)]);
  assert.deepEqual(
    entries.flatMap((entry) => entry.children.map((child) => child.text)),
    ['c'],
  );
});

test('a file without headings is listed by its title', () => {
  const file: SpineFile = { ...createChapter(), title: 'By title', headings: [] };
  const entries = createContents([file], [inspectFile(file.fileName, file.xhtml)], 3);
  assert.deepEqual(entries, [{ level: 1, text: 'By title', href: '01-wounds.xhtml', children: [] }]);
});

test('a heading whose id is not in its file, or is that of body, is refused', () => {
  const file = createChapter();
  const headings = [...file.headings, heading('missing', 2)];
  for (const xhtml of [file.xhtml, file.xhtml.replace('<body>', '<body id="missing">')]) {
    const inspection = inspectFile(file.fileName, xhtml);
    assert.throws(
      () => createContents([{ ...file, headings }], [inspection], 3),
      /no element with id missing/,
    );
  }
});

test('a contents page that old readers could not open leaves the headings out, says so, and keeps every title', async () => {
  const told: string[] = [];
  const open = async (count: number) => {
    const headings = Array.from({ length: count }, (_, index) =>
      heading(`sorrow-${index}-${'x'.repeat(40)}`, 2),
    );
    const chapter = createChapter();
    const ids = headings.map(({ id }) => `<h2 id="${id}">${id}</h2>`).join('');
    const file = {
      ...chapter,
      headings: [...chapter.headings, ...headings],
      xhtml: chapter.xhtml.replace('</body>', `${ids}</body>`),
    };
    const book = createEbook({ spine: [createDisclaimer(), file] });
    return new PackedBook((await packEbook(book, ({ ruleId }) => told.push(String(ruleId)))).bytes);
  };
  const [small, large] = [await open(1500), await open(2500)];
  assert.deepEqual(told, ['contents-shortened']);
  for (const book of [small, large]) assert.ok(book.text('nav.xhtml').length <= 300 * 1024);
  const [full, short] = [small, large].map((book) => findAll(find(book.xml('nav.xhtml'), 'nav'), 'a').length);
  assert.ok((full ?? 0) > 1500);
  assert.equal(short, 2);
  assert.ok(findAll(large.xml('toc.ncx'), 'navPoint').length > 2500);
});

test('pages have room in the contents page if old readers can open it with all of them', async () => {
  const count = 5500;
  const list = (pages: number) => {
    const places = Array.from({ length: pages }, (_, index) => ({
      label: `${index + 1}`,
      id: `page.${index + 1}`,
      fileName: '01-wounds.xhtml',
    }));
    const markers = places.map(({ id }) => `<span id="${id}"></span>`).join('');
    const chapter = createChapter();
    const file = { ...chapter, xhtml: chapter.xhtml.replace('</body>', `${markers}</body>`) };
    const pageList = { source: 'urn:uuid:0e7b5ab5-6cd5-5bf4-a3c9-3dd6a4f1a0e1', places };
    return createEbook({ spine: [createDisclaimer(), file], pageList });
  };
  assert.deepEqual(
    [0, count, count + 200].map((pages) => hasRoomForPages(list(pages))),
    [true, true, false],
  );
  const nav = (await pack(list(count))).text('nav.xhtml');
  assert.ok(nav.length > 280 * 1024 && nav.length <= 300 * 1024, `${nav.length} bytes`);
});

test('whatever the levels, the contents keep the order of headings and never go deeper than asked', () => {
  const levels = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(levels, fc.integer({ min: 1, max: 6 }), (some, depth) => {
      const headings = some.map((level, index) => heading(`n${index}`, level));
      const entries = createContentsOf(headings, depth);
      const listed = flatten(entries).map((entry) => entry.text);
      assert(measureDepth(entries) <= depth);
      assert.deepEqual(
        listed,
        headings.map(({ text }) => text).filter((text) => listed.includes(text)),
      );
      if (depth === 6) assert.equal(listed.length, headings.length);
    }),
  );
});

function heading(text: string, level: number): Heading {
  return { id: text, level, text };
}

function createContentsOf(headings: readonly Heading[], depth = 3): readonly Entry[] {
  const file = createChapter({ headings });
  return createContents([file], [inspectFile(file.fileName, file.xhtml)], depth);
}

function flatten(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.children)]);
}

/** Lines "text -> href", indented by depth. */
function outline(list: Xml, indent = ''): readonly string[] {
  return list.children.flatMap((item) => {
    const [link, below] = item.children;
    const line = `${indent}${link?.text} -> ${link?.attributes.href}`;
    return [line, ...(below ? outline(below, `${indent}  `) : [])];
  });
}
