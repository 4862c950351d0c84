import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Layout } from '../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { createDocument, createHtml, info, open, readPages } from './fixture.ts';

let browser: PrintBrowser;
before(async () => {
  browser = await openBrowser({ note() {} });
});
after(() => browser.close());

const chapters = ['one', 'two', 'naïve 100%'];

/** A book whose contents quote the page of each chapter. */
/** Quotes ids outside running text. */
const quote = (quotedIds: readonly string[]) => ({ quotedIds, quotedInText: [], openings: [] });

function createBook(quotedIds = chapters) {
  const compose = (layout?: Layout) => {
    const contents = quotedIds.map(
      (id) => `<p><a href="#${encodeURIComponent(id)}">${id}</a> = ${layout?.numbers.get(id) ?? '000'}.</p>`,
    );
    const texts = chapters.map(
      (id) => `<section id="${id}"><h1>Chapter ${id}</h1><p>${'word '.repeat(500)}</p></section>`,
    );
    return createHtml(
      contents.join('') + texts.join(''),
      '<style>@page { size: 148mm 210mm } h1 { break-before: page }</style>',
    );
  };
  return createDocument('', { kind: 'book', path: 'test-book.pdf', pagination: quote(quotedIds), compose });
}

test('contents quote the page on which each chapter begins', async () => {
  const { artifact, messages } = await browser.print(createBook());
  const pages = await readPages(artifact.bytes);
  const expected = chapters.map(
    (id) => `${id} = ${pages.findIndex((text) => text.includes(`Chapter ${id}`)) + 1}.`,
  );
  assert.deepEqual(messages, []);
  assert.equal(pages[0]?.replaceAll(/ +/g, ' '), expected.join(' '));
});

test('a link leads to the page that is quoted for it', async () => {
  const { artifact } = await browser.print(createBook());
  const pdf = await open(artifact.bytes);
  const links = (await (await pdf.getPage(1)).getAnnotations()) as { dest: string }[];
  const places = await Promise.all(links.map(({ dest }) => pdf.getDestination(dest)));
  const pages = await Promise.all(places.map((place) => pdf.getPageIndex(place?.[0])));
  assert.deepEqual(
    pages.map((index) => index + 1),
    [2, 4, 6],
  );
});

test('an id that the document does not have is reported', async () => {
  const { messages } = await browser.print(createBook([...chapters, 'nowhere']));
  assert.deepEqual(
    messages.map(({ reason }) => reason),
    ['Missing element with id `nowhere`, whose page number is quoted'],
  );
});

test('page numbers that move in every pass are reported', async () => {
  const compose = (layout?: Layout) => {
    const page = Number(layout?.numbers.get('x') ?? 0);
    return createHtml(
      `<a href="#x">x</a>${'<p style="break-after: page">blank</p>'.repeat(page === 2 ? 2 : 1)}<p id="x">x`,
    );
  };
  const { messages } = await browser.print(createDocument('', { pagination: quote(['x']), compose }));
  assert.deepEqual(
    messages.map(({ ruleId, reason }) => [ruleId, reason]),
    [['pages-do-not-settle', 'Page numbers still move after 3 passes: x']],
  );
});

test('page numbers that settle in the third pass are not reported', async () => {
  const compose = (layout?: Layout) =>
    createHtml(
      `<a href="#x">x</a>${'<p style="break-after: page">blank</p>'.repeat(layout?.numbers.has('x') ? 2 : 1)}<p id="x">x ${layout?.numbers.get('x')}`,
    );
  const { artifact, messages } = await browser.print(
    createDocument('', { pagination: quote(['x']), compose }),
  );
  assert.deepEqual(messages, []);
  assert.equal((await readPages(artifact.bytes)).at(-1), 'x 3');
});

test('the artifact says what it is', async () => {
  const { artifact } = await browser.print(
    createDocument('<p>text', {
      kind: 'chapter-handout',
      chapter: '01-start',
      path: 'handouts/01-start.pdf',
    }),
  );
  const { bytes, ...facts } = artifact;
  assert.equal(Buffer.from(bytes.subarray(0, 8)).toString('latin1'), '%PDF-1.7');
  assert.deepEqual(facts, {
    kind: 'chapter-handout',
    path: 'handouts/01-start.pdf',
    mediaType: 'application/pdf',
    pages: 1,
    pageSize: 'a5',
    chapter: '01-start',
  });
});

test('a style sheet without a page size leaves the page to the document', async () => {
  const { artifact } = await browser.print(createDocument('<p>text', { pageSize: '6x9' }));
  assert.deepEqual((await (await open(artifact.bytes)).getPage(1)).view, [0, 0, 432, 648]);
});

test('document properties are those of the edition, and name neither browser nor clock', async () => {
  const { artifact } = await browser.print(createDocument('<h1>text</h1>'));
  const pdf = await open(artifact.bytes);
  const { info: properties } = await pdf.getMetadata();
  const { Title, Author, Subject, Keywords, Creator, Producer, CreationDate, ModDate, Language } =
    properties as Record<string, string>;
  assert.deepEqual(
    [Title, Author, Subject, Keywords],
    [info.title, info.author, info.subject, 'naltrexone, dose'],
  );
  assert.deepEqual([Creator, Producer, Language], ['Caveat', 'Caveat, with Chromium', 'en-GB']);
  assert.deepEqual([CreationDate, ModDate], ['D:20260131123456Z', 'D:20260131123456Z']);
  assert.match(String(pdf.fingerprints), /^[0-9a-f]{32},/);
});

test('tags and outline stay', async () => {
  const { artifact } = await browser.print(
    createDocument('<h1>First</h1><p>text</p><h2>Second</h2><table><tr><th>a<td>b</table>'),
  );
  const pdf = await open(artifact.bytes);
  assert.deepEqual(await pdf.getMarkInfo(), { Marked: true, UserProperties: false, Suspects: false });
  assert.deepEqual(
    (await pdf.getOutline()).map(({ title, items }) => [title, items[0].title]),
    [['First', 'Second']],
  );
  assert.match(
    JSON.stringify(await (await pdf.getPage(1)).getStructTree()),
    /"role":"H1".*"role":"P".*"role":"TH"/,
  );
});

const tables = createHtml(
  `<title>x</title><h1>Doses</h1>${'<table><tr><th>drug<th>mg<tr><td>a<td>1</table>'.repeat(3)}`,
);

test('the same document gives the same bytes, in a fresh tab and in a used one, alone and beside others', async () => {
  const document = createDocument('', { compose: () => tables });
  const first = await browser.print(document);
  // The browser writes the time to the second into its PDF.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const others = await Promise.all(
    [document, createBook(), document, document].map((one) => browser.print(one)),
  );
  for (const index of [0, 2, 3]) assert.deepEqual(others[index]?.artifact.bytes, first.artifact.bytes);
});

test('the identifier of the file changes with the text and with the edition', async () => {
  const documents = [
    createDocument('<p>one'),
    createDocument('<p>two'),
    createDocument('<p>one', { info: { ...info, id: 'urn:uuid:2' } }),
  ];
  const printed = await Promise.all(documents.map((document) => browser.print(document)));
  const ids = await Promise.all(
    printed.map(async ({ artifact }) => (await open(artifact.bytes)).fingerprints[0]),
  );
  assert.equal(new Set(ids).size, 3);
});

test('a fault of the caller is not called a fault of the browser', async () => {
  const compose = () => {
    throw new RangeError('a bug');
  };
  await assert.rejects(browser.print(createDocument('', { compose })), RangeError);
});

/** Parts of so many pages each, that open on right-hand pages; `b` begins the body. */
function createParts(lengths: Readonly<Record<string, number>>, inText: readonly string[] = []) {
  const ids = Object.keys(lengths);
  const made: Layout[] = [];
  const compose = (layout?: Layout) => {
    if (layout) made.push(layout);
    const parts = ids.map((id) => {
      const blank = layout?.blanks.has(id) ? '<div class="blank"></div>' : '';
      const more = '<p class="new">more</p>'.repeat((lengths[id] ?? 1) - 1);
      return `${blank}<section><h1 id="${id}">Part ${id}</h1><p>${layout?.numbers.get(id) ?? '0'}</p>${more}</section>`;
    });
    const links = ids.map((id) => `<a href="#${id}"></a>`).join('');
    return createHtml(
      `${parts.join('')}<div hidden>${links}</div>`,
      '<style>@page { size: 148mm 210mm } section, .new, .blank { break-before: page } .blank { height: 1px; break-after: page }</style>',
    );
  };
  const pagination = { ...quote(ids), quotedInText: inText, openings: ids, body: 'b', cover: 'Cover' };
  return { made, doc: createDocument('', { kind: 'book', path: 'parts-book.pdf', pagination, compose }) };
}

test('parts open on right-hand pages behind real blank pages, and labels are the numbers that are printed', async () => {
  const { doc } = createParts({ a: 3, b: 2, c: 1, d: 1 });
  const { artifact, messages } = await browser.print(doc);
  assert.deepEqual(messages, []);
  assert.deepEqual(await readPages(artifact.bytes), [
    'Part a i',
    'more',
    'more',
    '',
    'Part b 1',
    'more',
    'Part c 3',
    '',
    'Part d 5',
  ]);
  const labels = await (await open(artifact.bytes)).getPageLabels();
  assert.deepEqual(labels, ['Cover', 'ii', 'iii', 'iv', '1', '2', '3', '4', '5']);
});

test('one pass is enough when nothing has moved since the last build, and gives the same bytes', async () => {
  const first = createParts({ a: 3, b: 2, c: 1 });
  const { artifact } = await browser.print(first.doc);
  assert.equal(first.made.length, 2);
  const second = createParts({ a: 3, b: 2, c: 1 });
  const again = await browser.print(second.doc, artifact.layout);
  assert.equal(second.made.length, 1);
  assert.deepEqual(again.artifact, artifact);
});

test('a layout of the last build that no longer fits is forgotten', async () => {
  const { doc, made } = createParts({ a: 2, b: 2, c: 1 });
  const wrong = { of: 'another', numbers: new Map([['b', '7']]), blanks: new Set(['b', 'nowhere']) };
  const { artifact, messages } = await browser.print(doc, wrong);
  assert.deepEqual(messages, []);
  assert.equal(made.length, 3);
  assert.deepEqual(artifact, (await browser.print(createParts({ a: 2, b: 2, c: 1 }).doc)).artifact);
});

/** Page 9 is so near to 10 that its number could move the text. */
const near = { a: 1, b: 8, c: 1 };

test('one pass is enough for the same document, even if a number in the text is near a change of width', async () => {
  const first = await browser.print(createParts(near, ['c']).doc);
  assert.equal(first.artifact.layout?.numbers.get('c'), '9');
  const { doc, made } = createParts(near, ['c']);
  assert.deepEqual((await browser.print(doc, first.artifact.layout)).artifact, first.artifact);
  assert.equal(made.length, 1);
});

test('the layout of another document is not tried when a number in the text is near a change of width', async () => {
  const { layout } = (await browser.print(createParts(near, ['c']).doc)).artifact;
  const { doc, made } = createParts({ ...near, c: 2 }, ['c']);
  await browser.print(doc, layout);
  assert.deepEqual(
    made.map(({ numbers }) => numbers.get('c')),
    [undefined, '9'],
  );
  const far = createParts({ ...near, c: 2 });
  await browser.print(far.doc, layout);
  assert.equal(far.made.length, 1);
});
