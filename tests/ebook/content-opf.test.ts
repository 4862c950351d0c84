import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, findAll, pack, parseXml } from './read.ts';
import {
  createChapter,
  createDisclaimer,
  createEbook,
  createHebrewEbook,
  createRichEbook,
  hostileMetadata,
  plainMetadata,
} from './sample.ts';

test('hostile metadata comes back as it went in', async () => {
  const book = await pack(createRichEbook());
  assert.deepEqual(book.texts('dc:title'), [hostileMetadata.title, hostileMetadata.subtitle]);
  assert.deepEqual(book.texts('dc:creator'), [hostileMetadata.author.name]);
  assert.deepEqual(book.texts('dc:description'), [hostileMetadata.description]);
  assert.deepEqual(book.texts('dc:subject'), hostileMetadata.subjects);
  assert.deepEqual(book.texts('dc:rights'), [hostileMetadata.rights]);
  assert.deepEqual(book.texts('dc:source'), [hostileMetadata.source.url]);
  assert.deepEqual(book.properties('title-type'), ['main', 'subtitle']);
  assert.deepEqual(book.properties('file-as'), [hostileMetadata.author.fileAs, 'Editor, Eve']);
  assert.equal(find(book.xml('toc.ncx'), 'docTitle').text, hostileMetadata.title);
});

test('the identifier is that of the edition, in the package and in the NCX', async () => {
  const book = await pack(createEbook());
  const opf = book.xml('content.opf');
  const identifier = find(opf, 'dc:identifier');
  assert.equal(identifier.text, plainMetadata.id);
  assert.equal(find(opf, 'package').attributes['unique-identifier'], identifier.attributes.id);
  const uid = findAll(book.xml('toc.ncx'), 'meta').find((meta) => meta.attributes.name === 'dtb:uid');
  assert.equal(uid?.attributes.content, plainMetadata.id);
});

test('author and editor have their roles, dates and version are those of the edition', async () => {
  const book = await pack(createEbook());
  assert.deepEqual(book.properties('role'), ['aut', 'edt']);
  assert.deepEqual(book.texts('dc:contributor'), ['Eve Editor']);
  assert.deepEqual(book.texts('dc:date'), ['2024-01-01']);
  assert.deepEqual(book.properties('dcterms:modified'), ['2024-01-02T03:04:06Z']);
  assert.deepEqual(book.properties('schema:version'), ['1.0.0']);
});

test('an empty description and missing names for sorting leave no element behind', async () => {
  const metadata = { ...plainMetadata, description: ' \n', author: { name: 'WHO' }, editor: { name: 'WHO' } };
  const book = await pack(createEbook({ metadata }));
  assert.deepEqual(book.texts('dc:description'), []);
  assert.deepEqual(book.properties('file-as'), []);
});

test('no conformance is claimed: that takes a person', async () => {
  const text = (await pack(createRichEbook())).text('content.opf');
  assert.doesNotMatch(text, /conformsTo|certifiedBy/);
});

test('a book of text only claims no pictures', async () => {
  const book = await pack(createEbook());
  assert.deepEqual(book.properties('schema:accessMode'), ['textual']);
  assert.deepEqual(book.properties('schema:accessModeSufficient'), ['textual']);
  assert.deepEqual(book.properties('schema:accessibilityFeature'), [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
  ]);
  assert.deepEqual(book.properties('schema:accessibilityHazard'), ['none']);
  assert.equal(book.properties('schema:accessibilitySummary').length, 1);
});

test('a book with pictures and formulas says so', async () => {
  const book = await pack(createRichEbook());
  assert.deepEqual(book.properties('schema:accessMode'), ['textual', 'visual']);
  assert.deepEqual(book.properties('schema:accessibilityFeature').slice(3), [
    'alternativeText',
    'MathML',
    'describedMath',
  ]);
});

test('alternative texts are claimed only when every picture has one', async () => {
  const chapter = createChapter({ body: '<p><img src="a.png" alt="A"/><img src="b.png"/></p>' });
  const book = await pack(createEbook({ spine: [createDisclaimer(), chapter] }));
  assert.deepEqual(book.properties('schema:accessMode'), ['textual', 'visual']);
  assert(!book.properties('schema:accessibilityFeature').includes('alternativeText'));
});

test('a drawing is a picture, and a formula without words is not said to be described', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"';
  const math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>';
  const features = async (body: string) => {
    const book = await pack(createEbook({ spine: [createDisclaimer(), createChapter({ body })] }));
    assert.equal(book.properties('schema:accessMode').includes('visual'), body.includes('<svg'));
    return book.properties('schema:accessibilityFeature').slice(3);
  };
  assert.deepEqual(await features(`<p>${svg} role="img" aria-label="A bed"/></p>`), ['alternativeText']);
  assert.deepEqual(await features(`<p>${svg} aria-hidden="true"/></p>`), ['alternativeText']);
  assert.deepEqual(await features(`<p>${svg}/></p>`), []);
  assert.deepEqual(await features(`<p>${math}</p>`), ['MathML']);
});

test('the manifest lists every file of the package once, and nothing else', async () => {
  const book = await pack(createRichEbook());
  const hrefs = findAll(book.xml('content.opf'), 'item').map((item) => `OEBPS/${item.attributes.href}`);
  const files = Object.keys(book.files).filter((name) => /^OEBPS\/(?!content\.opf)/.test(name));
  assert.deepEqual([...hrefs].sort(), files.sort());
  const ids = findAll(book.xml('content.opf'), 'item').map((item) => item.attributes.id);
  assert.equal(new Set(ids).size, ids.length);
});

test('items declare what is in them: nav, cover-image, mathml, svg', async () => {
  const book = await pack(createRichEbook());
  const items = findAll(book.xml('content.opf'), 'item').filter((item) => item.attributes.properties);
  assert.deepEqual(
    items.map(({ attributes }) => [attributes.href, attributes.properties]),
    [
      ['nav.xhtml', 'nav'],
      ['cover.png', 'cover-image'],
      ['02-wounds.xhtml', 'mathml svg'],
    ],
  );
});

test('the cover is named for EPUB 2 readers, name before content', async () => {
  const text = (await pack(createEbook())).text('content.opf');
  const id = /<item id="([^"]+)" href="cover\.png"/.exec(text)?.[1];
  assert(text.includes(`<meta name="cover" content="${id}"/>`));
});

test('the spine is cover, title page, disclaimer, contents, segments', async () => {
  const book = await pack(createRichEbook());
  assert.deepEqual(await listSpine(book.text('content.opf')), [
    'cover.xhtml',
    'titlepage.xhtml',
    'disclaimer.xhtml',
    'nav.xhtml',
    '01-preface.xhtml',
    '02-wounds.xhtml',
    '03-burns.xhtml',
    '04-end.xhtml',
  ]);
});

test('the guide names cover, contents and the first chapter', async () => {
  const opf = (await pack(createRichEbook())).xml('content.opf');
  assert.deepEqual(
    findAll(opf, 'reference').map(({ attributes }) => [attributes.type, attributes.href]),
    [
      ['cover', 'cover.xhtml'],
      ['toc', 'nav.xhtml'],
      ['text', '02-wounds.xhtml'],
    ],
  );
});

test('pages turn from right to left in Hebrew only', async () => {
  const hebrew = find((await pack(createHebrewEbook())).xml('content.opf'), 'spine');
  const english = find((await pack(createEbook())).xml('content.opf'), 'spine');
  assert.equal(hebrew.attributes['page-progression-direction'], 'rtl');
  assert.equal('page-progression-direction' in english.attributes, false);
});

/** File names of the spine, by way of the manifest. */
function listSpine(opf: string): readonly (string | undefined)[] {
  const xml = parseXml(opf);
  const hrefs = new Map(findAll(xml, 'item').map(({ attributes }) => [attributes.id, attributes.href]));
  return findAll(xml, 'itemref').map(({ attributes }) => hrefs.get(attributes.idref));
}

test('series, ISBN and the title for sorting are there when given, and leave nothing behind when not', async () => {
  const given = {
    titleFileAs: 'Wound care & more, The',
    series: { name: 'Home <care>', number: 3 },
    isbn: '9780306406157',
  };
  const book = await pack(createEbook({ metadata: { ...plainMetadata, ...given } }));
  assert.deepEqual(book.texts('dc:identifier'), [plainMetadata.id, 'urn:isbn:9780306406157']);
  assert.deepEqual(book.properties('belongs-to-collection'), ['Home <care>']);
  assert.deepEqual(book.properties('collection-type'), ['series']);
  assert.deepEqual(book.properties('group-position'), ['3']);
  assert.equal(book.properties('file-as')[0], 'Wound care & more, The');
  const plain = (await pack(createEbook())).text('content.opf');
  assert.doesNotMatch(plain, /isbn|collection|group-position/);
});

test('conformance is claimed in the words of the standard, by whom the edition names', async () => {
  const certifier = { name: 'Access & Co', level: 'AA' } as const;
  const book = await pack(createEbook({ metadata: { ...plainMetadata, certifier } }));
  assert.deepEqual(book.properties('dcterms:conformsTo'), ['EPUB Accessibility 1.1 - WCAG 2.2 Level AA']);
  assert.deepEqual(book.properties('a11y:certifiedBy'), ['Access & Co']);
});

test('a cover in JPEG keeps its type, in the manifest and on its page', async () => {
  const cover = { mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff]) } as const;
  const book = await pack(createEbook({ cover }));
  const item = findAll(book.xml('content.opf'), 'item').find(
    ({ attributes }) => attributes.properties === 'cover-image',
  );
  assert.equal(item?.attributes.href, 'cover.jpg');
  assert.equal(item?.attributes['media-type'], 'image/jpeg');
  assert.equal(find(book.xml('cover.xhtml'), 'img').attributes.src, 'cover.jpg');
  assert.deepEqual(book.files['OEBPS/cover.jpg'], cover.bytes);
});
