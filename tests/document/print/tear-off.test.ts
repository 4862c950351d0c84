/** The page to tear off: what goes there, and that tearing it off takes no text with it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PrintDocument } from '../../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../../src/print/index.ts';
import { verifyArtifact } from '../../../src/verify/index.ts';
import { composeAll } from '../../fixtures/document.ts';
import { readWith, segmentFile } from '../../fixtures/edition.ts';
import { dotsPerMm, renderPage } from '../../fixtures/render.ts';
import { readPages } from '../../print/fixture.ts';

const form = ':::medicines{rows=9}\n\nBring this list.\n\n:::';
const questions = ':::questions\n\n- What is it for?\n- [ ] When do I stop?\n\n:::';

async function compose(markdown: string) {
  const { edition, told } = await readWith({
    'segments/01-welcome.md': segmentFile('Welcome.', 'Welcome', 'front'),
    'segments/02-sleep.md': segmentFile(`${markdown}\n`),
  });
  assert.ok(edition, told.join('\n'));
  const { documents, print, files } = composeAll(edition);
  const handout = documents.find(({ kind }) => kind === 'chapter-handout') as PrintDocument;
  return { edition, documents, handout, print, files };
}

/** The chapter handout in two: what stays, and what is torn off; undefined when nothing is. */
async function divide(markdown: string): Promise<readonly [string, string | undefined]> {
  const { handout } = await compose(markdown);
  const [rest = '', page] = handout.compose().split('<section class="tear-off">');
  return [rest, page];
}

describe('to be torn off are', () => {
  it('questions and forms that end a chapter, behind its imprint, with room for answers', async () => {
    const [rest, page = ''] = await divide(`Text.\n\n${questions}\n\n${form}`);
    assert.match(rest, /Text\..*class="imprint".*https:\/\/example\.org\/post/s);
    assert.doesNotMatch(rest, /What is it for|Bring this list/);
    assert.match(page, /From “A Small Edition”.*To tear off.*Sleep.*Date: /s);
    const line = '<span class="write"></span>';
    assert.ok(page.includes(`What is it for?${line.repeat(3)}</li>`), page);
    assert.match(page, /When do I stop\?(<span class="write"><\/span>){3}<\/li>/);
    assert.match(page, /Bring this list/);
  });

  it('a single box too, and the headings that have nothing else below them', async () => {
    const [rest, page = ''] = await divide(`Text.\n\n## What next?\n\n### Ask\n\n${questions}`);
    assert.doesNotMatch(rest, /What next/);
    assert.match(page, /What next\?.*Ask.*What is it for/s);
  });

  it('not boxes with text behind them, or in a list or another box, nor the notes', async () => {
    for (const markdown of [
      `${questions}\n\nText.`,
      '- Item\n\n  :::questions\n  What?\n  :::',
      '::::editor\n\n:::questions\nWhat?\n:::\n\n::::',
      'Text.',
      '## Text\n\nText.\n\n## More\n\n---',
    ]) {
      const [, page] = await divide(markdown);
      assert.equal(page, undefined, markdown);
    }
    const [rest, page = ''] = await divide(`Text.[^1]\n\n${questions}\n\n[^1]: A note.`);
    assert.match(rest, /A note\./);
    assert.match(page, /What is it for/);
    assert.doesNotMatch(page, /A note\./);
  });

  it('in a chapter handout alone: elsewhere the chapter keeps its order', async () => {
    const { print, documents } = await compose(`Text.\n\n${questions}\n\n${form}`);
    for (const { path, kind } of documents) {
      if (kind === 'chapter-handout') continue;
      assert.match(print.get(path) ?? '', /Text\..*What is it for.*Bring this list/s);
      assert.doesNotMatch(print.get(path) ?? '', /tear-off/);
    }
  });
});

describe('a form', () => {
  it('has a head for every column and as many empty rows as it says', async () => {
    const [, page = ''] = await divide(`Text.\n\n${form}`);
    assert.match(
      page,
      /<th scope="col">Medicine<\/th><th scope="col">What it is for<\/th><th scope="col">How much and when, as the prescriber wrote it<\/th><th scope="col">Prescribed by<\/th>/,
    );
    assert.equal(page.match(/<tr>(<td>\u00a0<\/td>){4}<\/tr>/g)?.length, 9);
    const [, usual = ''] = await divide('Text.\n\n:::medicines\n:::');
    assert.equal(usual.match(/<tr>(<td>\u00a0<\/td>){4}<\/tr>/g)?.length, 8);
  });

  it('is a list of what to write down where nobody can write', async () => {
    const { files } = await compose(`Text.\n\n${form}`);
    const chapter = files.get('02-sleep.xhtml') ?? '';
    assert.match(
      chapter,
      /Medicines I take.*Bring this list.*For each one, write down:.*<li>Prescribed by<\/li>/s,
    );
    assert.doesNotMatch(chapter, /<table/);
  });
});

describe('printed, the page', () => {
  let browser: PrintBrowser;
  before(async () => {
    browser = await openBrowser({ note() {} });
  });
  after(() => browser.close());

  const print = async (markdown: string) => {
    const { edition, handout } = await compose(markdown);
    const { artifact, messages } = await browser.print(handout);
    assert.deepEqual(messages, []);
    const { proof, messages: faults } = await verifyArtifact(artifact, edition);
    assert.deepEqual(faults, []);
    assert.ok(proof.length > 0);
    return { artifact, pages: await readPages(artifact.bytes) };
  };

  for (const [pages, length] of [
    [1, 1],
    [2, 40],
    [3, 68],
  ] as const) {
    it(`begins on a right-hand page behind ${pages} pages of text, and is proved`, async () => {
      const text = Array.from({ length }, (_, index) => `Paragraph ${index} of the text.`).join('\n\n');
      const { artifact, pages: texts } = await print(`${text}\n\n${questions}\n\n${form}`);
      const first = texts.findIndex((page) => page.includes('To tear off')) + 1;
      assert.equal(artifact.tearOff, first);
      assert.equal(first % 2, 1);
      assert.equal(first, pages % 2 === 0 ? pages + 1 : pages + 2);
      assert.ok(texts[pages - 1]?.includes('Source:'));
      for (const page of texts.slice(first - 1)) assert.doesNotMatch(page, /Paragraph|Source:/);
      for (const page of texts)
        assert.match(page, /Information, not advice\..*Version 1\.0.*Checked 2 January 2026/);
      assert.equal(artifact.layout?.blanks.size ?? 0, pages % 2, 'the next build knows the blank page');
      const blank = texts.slice(pages, first - 1);
      assert.equal(blank.length, pages % 2);
      for (const page of blank) assert.doesNotMatch(page, /Paragraph|Source:|To tear off|Sleep/);
    });
  }

  it('has rows of at least 8 mm, and lines as far apart', async () => {
    const { artifact } = await print(`Text.\n\n${questions}\n\n${form}`);
    const pixels = await renderPage(artifact.bytes, artifact.tearOff ?? 0);
    const { data, width, height } = pixels;
    const rules: number[] = [];
    for (let y = 0; y < height; y++) {
      let dark = 0;
      for (let x = 0; x < width; x++) dark += Number((data[4 * (y * width + x)] ?? 0) < 160);
      if (dark > width / 2 && y - (rules.at(-1) ?? -9) > 3) rules.push(y);
    }
    const distances = rules.slice(1).map((y, index) => (y - (rules[index] ?? 0)) / dotsPerMm);
    const written = distances.filter((distance) => distance > 3);
    assert.ok(written.length >= 13, `${written}`);
    for (const distance of written) assert.ok(distance >= 8, `${written}`);
  });
});
