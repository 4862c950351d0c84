import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packEbook } from '../../src/ebook/index.ts';
import type { PageList } from '../../src/model.ts';
import { listBookFaults } from '../fixtures/sound.ts';
import { find, findAll, pack } from './read.ts';
import { createChapter, createDisclaimer, createEbook, createTitlePage } from './sample.ts';

const marker = (label: string) =>
  `<span epub:type="pagebreak" role="doc-pagebreak" aria-label="${label}" id="page.${label}"></span>`;

const pageList: PageList = {
  source: 'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2',
  places: [
    { label: 'iii', id: 'page.iii' },
    { label: 'iv', id: 'page.iv' },
    { label: '1', id: 'page.1', fileName: '01-wounds.xhtml' },
    { label: '2', id: 'page.2', fileName: '01-wounds.xhtml' },
  ],
};
const chapter = createChapter({ body: `<p>${marker('1')}One ${marker('2')}two.</p>` });
const book = createEbook({ pageList, spine: [createTitlePage(), createDisclaimer(), chapter] });

test('the navigation document lists every page under a heading, hidden and without a label', async () => {
  const nav = findAll((await pack(book)).xml('nav.xhtml'), 'nav').at(-1);
  assert.ok(nav);
  assert.deepEqual(nav.attributes, { 'epub:type': 'page-list', role: 'doc-pagelist', hidden: 'hidden' });
  assert.equal(find(nav, 'h2').text, 'Pages of the printed book');
  assert.deepEqual(
    findAll(nav, 'a').map(({ text, attributes }) => `${text} -> ${attributes.href}`),
    [
      'iii -> nav.xhtml#page.iii',
      'iv -> nav.xhtml#page.iv',
      '1 -> 01-wounds.xhtml#page.1',
      '2 -> 01-wounds.xhtml#page.2',
    ],
  );
});

test('the contents page has the markers of the printed contents, before its own list', async () => {
  const [first, second, third] = find((await pack(book)).xml('nav.xhtml'), 'body').children;
  for (const [element, label] of [
    [first, 'iii'],
    [second, 'iv'],
  ] as const)
    assert.deepEqual(element?.attributes, {
      'epub:type': 'pagebreak',
      role: 'doc-pagebreak',
      'aria-label': label,
      id: `page.${label}`,
    });
  assert.equal(third?.name, 'nav');
});

test('the NCX lists them too, roman numbers as front matter, and counts them', async () => {
  const ncx = (await pack(book)).xml('toc.ncx');
  assert.deepEqual(
    findAll(ncx, 'pageTarget').map((target) => [
      target.attributes.type,
      target.attributes.value,
      find(target, 'text').text,
      find(target, 'content').attributes.src,
    ]),
    [
      ['front', undefined, 'iii', 'nav.xhtml#page.iii'],
      ['front', undefined, 'iv', 'nav.xhtml#page.iv'],
      ['normal', '1', '1', '01-wounds.xhtml#page.1'],
      ['normal', '2', '2', '01-wounds.xhtml#page.2'],
    ],
  );
  const orders = [...findAll(ncx, 'navPoint'), ...findAll(ncx, 'pageTarget')].map(({ attributes }) =>
    Number(attributes.playOrder),
  );
  assert.deepEqual(
    orders,
    [...orders.keys()].map((index) => index + 1),
  );
  const head = new Map(findAll(ncx, 'meta').map(({ attributes }) => [attributes.name, attributes.content]));
  assert.equal(head.get('dtb:totalPageCount'), '4');
  assert.equal(head.get('dtb:maxPageNumber'), '2');
});

test('the package names the printed book as source of its pagination, and declares what it has', async () => {
  const opf = (await pack(book)).xml('content.opf');
  const metas = findAll(opf, 'meta');
  const refinement = metas.find(({ attributes }) => attributes.property === 'source-of');
  assert.equal(refinement?.text, 'pagination');
  const source = findAll(opf, 'dc:source').find(
    ({ attributes }) => `#${attributes.id}` === refinement?.attributes.refines,
  );
  assert.equal(source?.text, pageList.source);
  const features = metas.filter(({ attributes }) => attributes.property === 'schema:accessibilityFeature');
  for (const feature of ['pageNavigation', 'pageBreakMarkers'])
    assert.ok(features.some(({ text }) => text === feature));
  const summary = metas.find(({ attributes }) => attributes.property === 'schema:accessibilitySummary');
  assert.match(summary?.text ?? '', /The page numbers are those of the printed book\./);
});

test('a book without pages has nothing of all that', async () => {
  const packed = await pack(createEbook());
  for (const file of ['nav.xhtml', 'toc.ncx', 'content.opf'])
    assert.doesNotMatch(packed.text(file), /page-?list|page-?break|pageNavigation|pagination|printed/i, file);
});

test('EPUBCheck has nothing to say about a book with pages', async () => {
  const { bytes } = await packEbook(book);
  assert.deepEqual(await listBookFaults(bytes), []);
});

test('a page without its marker is a fault of the caller', async () => {
  const spine = [createTitlePage(), createDisclaimer(), createChapter()];
  await assert.rejects(packEbook(createEbook({ pageList, spine })), /page 1: no marker in 01-wounds\.xhtml/);
});
