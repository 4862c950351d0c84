/** What a finished document tells a reader's program, read with pdf.js. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SaxesParser } from 'saxes';
import { createHtml, info, open, readPages } from '../fixture.ts';
import { isMismarked, readOutlineOfTags, readPainted, readTaggedText, usePress } from './raw.ts';
import { rich } from './rich.ts';

const press = usePress();
let raw: PDFDocumentProxy;
let finished: PDFDocumentProxy;
let pages: string[];
before(async () => {
  const prints = await press(rich);
  [raw, finished, pages] = await Promise.all([
    open(prints.raw),
    open(prints.finished),
    readPages(prints.finished),
  ]);
});

const printAndOpen = async (body: string) => open((await press(createHtml(body))).finished);
const numbersOf = (pdf: PDFDocumentProxy) => Array.from({ length: pdf.numPages }, (_, index) => index + 1);
const pageWith = (text: string) => pages.findIndex((page) => page.includes(text)) + 1;

async function paintAll(pdf: PDFDocumentProxy) {
  return (await Promise.all(numbersOf(pdf).map((page) => readPainted(pdf, page)))).flat();
}

test('everything that is painted is tagged or an artifact, and nothing is both', async () => {
  const before = await paintAll(raw);
  const after = await paintAll(finished);
  assert.ok(before.filter(isMismarked).length > 50, 'the browser leaves margins and borders unmarked');
  assert.deepEqual(after.filter(isMismarked), []);
  assert.deepEqual(
    after.map(({ kind }) => kind),
    before.map(({ kind }) => kind),
  );
});

test('lines are in the structure tree only as pictures and as bullets', async () => {
  const lines = (await paintAll(finished)).filter(({ kind }) => kind === 'path');
  const tagged = new Set(lines.flatMap(({ tags }) => tags).map((tag) => tag.replace(/ \d+$/, '')));
  assert.deepEqual([...tagged].sort(), ['Artifact', 'Figure', 'Lbl']);
});

test('no text of the structure tree is lost, and none of the margins gets in', async () => {
  for (const page of numbersOf(finished)) {
    const texts = await Promise.all(
      [raw, finished].map(async (pdf) => {
        const painted = await readPainted(pdf, page);
        return painted.filter(({ kind, tags }) => kind === 'text' && tags.some((tag) => / \d+$/.test(tag)))
          .length;
      }),
    );
    assert.equal(texts[1], texts[0], `page ${page}`);
  }
});

test('lists have labels and bodies, with the nested list in the body of its item', async () => {
  const tags = await readOutlineOfTags(finished, pageWith('tight'));
  assert.match(tags, /L\(LI\(Lbl LBody\) LI\(Lbl LBody\(L\(LI\(Lbl LBody/);
  assert.match(tags, /LI\(Lbl LBody\(P P\)\)/);
  assert.doesNotMatch(tags, /LI\((?!Lbl|LBody)|LI\(Lbl (?!LBody)/);
});

test('a list whose items the browser leaves out gets them back', async () => {
  const notes = '<ol><li><p>one</p></li><li><p>two</p><p>more</p></li></ol>';
  const html = createHtml(`<section role="doc-endnotes">${notes}</section>`);
  const { raw, finished } = await press(html);
  assert.match(
    await readOutlineOfTags(await open(raw), 1),
    /L\(NonStruct\(Lbl P\(NonStruct\)\) NonStruct\(Lbl/,
  );
  assert.match(
    await readOutlineOfTags(await open(finished), 1),
    /L\(LI\(Lbl LBody\(P\)\) LI\(Lbl LBody\(P P\)\)\)/,
  );
});

test('contents without labels have bodies', async () => {
  const pdf = await printAndOpen(
    '<ul style="list-style: none"><li>one<ul style="list-style: none"><li>two</ul></ul>',
  );
  assert.equal(await readOutlineOfTags(pdf, 1), 'Document(L(LI(LBody(L(LI(LBody))))))');
});

test('runs of text are content of the element around them, in its order, on both sides of a page break', async () => {
  const words = Array.from({ length: 900 }, (_, index) => `w${index}`);
  const html = words
    .map((word, index) => (index % 7 === 3 ? `<span><em>${word}</em></span>` : word))
    .join(' ');
  const pdf = await printAndOpen(`<p>${html}</p>`);
  const read = await Promise.all(numbersOf(pdf).map((page) => readTaggedText(pdf, page)));
  assert.ok(read.length > 1);
  assert.deepEqual(read.join(' ').trim().split(/\s+/), words);
  for (const page of numbersOf(pdf))
    assert.match(await readOutlineOfTags(pdf, page), /^Document\(P\((Span ?)+\)\)$/);
});

test('a figure with a caption is a group, and the picture in it is the figure', async () => {
  const tags = await readOutlineOfTags(finished, pageWith('A caption'));
  assert.match(tags, /Div\(Figure Caption\)/);
});

test('types of PDF 2.0 are mapped to those of PDF 1.7', async () => {
  const tags = await readOutlineOfTags(finished, pageWith('An aside'));
  assert.match(tags, /Div\(P\(Span\)\)/);
  assert.doesNotMatch(tags, /Strong|Em\b|Aside/);
});

test('every link is a Link and says in words what it is, on each of its lines', async () => {
  const found: string[] = [];
  for (const number of numbersOf(finished)) {
    const page = await finished.getPage(number);
    const links = (await page.getAnnotations()) as { subtype: string; contentsObj: { str: string } }[];
    found.push(...links.map(({ contentsObj }) => contentsObj.str));
    const tags = JSON.stringify(await page.getStructTree());
    assert.equal(tags.match(/"type":"object"/g)?.length ?? 0, links.length);
    assert.equal([...tags.matchAll(/"type":"annotation"/g)].length, 0);
  }
  const long = 'that is so long that it is broken at the end of a line of the page, as it must be';
  assert.deepEqual(
    [...new Set(found)],
    ['One', '3', 'Two', 'Inside two', long, '1', 'a square', 'example.org/long/address', 'back'],
  );
  assert.ok(found.filter((text) => text === long).length > 1);
});

test('words in another language keep it, and are no mere group', async () => {
  const tags = await readOutlineOfTags(finished, pageWith('Words:'));
  assert.match(tags, /Span:es/);
});

test('a bullet that is drawn says what it is', async () => {
  const tree = JSON.stringify(await (await finished.getPage(pageWith('tight'))).getStructTree());
  const bullets = [...tree.matchAll(/"role":"Lbl","children":\[[^\]]*\],"alt":"(.)"/g)].map(
    ([, text]) => text,
  );
  assert.deepEqual(bullets, ['\u2022', '\u2022', '\u25E6', '\u25AA', '\u2022']);
});

test('metadata say the same as the document properties, and that the file follows PDF/UA-1', async () => {
  const { metadata } = await finished.getMetadata();
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  const found: string[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    const language = attributes['xml:lang']?.value;
    path.push(language ? `${name}@${language}` : name);
  });
  parser.on('text', (text) => {
    if (text.trim()) found.push(`${path.slice(3).join('/')} ${text}`);
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(metadata?.getRaw() ?? '').close();
  const date = '2026-01-31T12:34:56Z';
  assert.deepEqual(found, [
    `dc:title/rdf:Alt/rdf:li@x-default ${info.title}`,
    `dc:title/rdf:Alt/rdf:li@en-GB ${info.title}`,
    `dc:creator/rdf:Seq/rdf:li ${info.author}`,
    `dc:description/rdf:Alt/rdf:li@x-default ${info.subject}`,
    `dc:description/rdf:Alt/rdf:li@en-GB ${info.subject}`,
    'dc:language/rdf:Bag/rdf:li en-GB',
    'dc:subject/rdf:Bag/rdf:li naltrexone',
    'dc:subject/rdf:Bag/rdf:li dose',
    `dc:identifier ${info.identifier}`,
    'pdf:Keywords naltrexone, dose',
    'pdf:Producer Caveat, with Chromium',
    'pdfuaid:part 1',
    `xmp:CreateDate ${date}`,
    'xmp:CreatorTool Caveat',
    `xmp:MetadataDate ${date}`,
    `xmp:ModifyDate ${date}`,
  ]);
});

test('no edition says on its pages that it conforms', () => {
  assert.doesNotMatch(pages.join(' '), /PDF\/UA|14289|conform/i);
});
