import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { readVisualLine } from '../../src/print/visual.ts';
import { createDocument, info } from './fixture.ts';

let browser: PrintBrowser;
before(async () => {
  browser = await openBrowser({ note() {} });
});
after(() => browser.close());

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

async function readPages(body: string, parts: Parameters<typeof createDocument>[1] = {}) {
  const printed = await browser.print(createDocument(body, parts));
  return printed.readPages();
}

test('each page gives its number and its text in order, a blank one none', async () => {
  const blank = '<div style="break-before: page; height: 1px"></div>';
  const { identifier, pages, openings } = await readPages(
    `<h1>One</h1><p>First <em>page</em> with a ﬁsh.${blank}<h1 style="break-before: page" id="two">Two</h1><a href="#two">x</a>`,
    { pagination: { quotedIds: [], quotedInText: [], openings: [], body: 'two', cover: 'Cover' } },
  );
  assert.equal(identifier, info.identifier);
  assert.deepEqual(
    pages.map(({ label, text }) => [label, tidy(text).normalize('NFKC')]),
    [
      ['i', 'One First page with a fish.'],
      ['ii', ''],
      ['1', 'Two x'],
    ],
  );
  assert.deepEqual([...openings], [['two', 3]]);
});

test('heads of a table count on its first page only, numbers and bullets of lists nowhere', async () => {
  const rows = Array.from({ length: 60 }, (_, row) => `<tr><td>row ${row}</td></tr>`).join('');
  const { pages } = await readPages(
    `<ol><li>item</ol><ul><li>point</ul><table><thead><tr><th>Head</th></tr></thead>${rows}</table>`,
  );
  const texts = pages.map(({ text }) => tidy(text));
  assert.ok(texts.length > 1);
  assert.match(texts[0] ?? '', /^item point Head row 0 row 1 /);
  for (const text of texts.slice(1)) assert.match(text, /^row \d+ row /);
});

test('a picture with words for it is one sign, a decoration none', async () => {
  const gif = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  const svg = '<svg role="img" aria-label="A bed" width="20" height="20"><rect width="9" height="9"/></svg>';
  const { pages } = await readPages(`<p>before</p>${svg}<p>after</p><img alt="" src="${gif}">`);
  assert.deepEqual(tidy(pages[0]?.text ?? ''), 'before \uFFFC after');
});

test('lines that run to the left are read from the right, their numbers and Latin words from the left', () => {
  assert.equal(readVisualLine('םולש', true), 'שלום');
  assert.equal(readVisualLine('.02-1234 רפסמ', true), 'מספר 02-1234.');
  assert.equal(readVisualLine('ןושיל sleep well תצע', true), 'עצת sleep well לישון');
  assert.equal(readVisualLine('the word םולש רקוב here', false), 'the word בוקר שלום here');
  assert.equal(readVisualLine('5 mg a day.', true), '5 mg a day.');
});

test('a cell beside one that goes on counts where that one ends', async () => {
  const long = Array.from({ length: 900 }, (_, word) => `word${word}`).join(' ');
  const { pages } = await readPages(
    `<table><thead><tr><th>a<th>b</thead><tbody><tr><td>${long}<td>beside</tbody></table><p>After.</p>`,
  );
  assert.ok(pages.length > 2);
  const whole = tidy(pages.map(({ text }) => text).join(' '));
  assert.match(whole, /^a b word0 .* word899 beside After\.$/);
  assert.doesNotMatch(pages[0]?.text ?? '', /beside/);
});
