/** A small booklet, printed and imposed, read back by pdf.js. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PDFArray, PDFDict, PDFDocument, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { Artifact, Imposition } from '../../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../../src/print/index.ts';
import { createDocument, createHtml, open } from '../fixture.ts';

const numerals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const style = `<style>
  @page { size: 5.5in 8.5in; margin: 20mm; @bottom-right { content: counter(page) } }
  section, .blank { break-before: page; } section:first-child { break-before: auto } h1 { margin-left: 0 } body { margin: 0; font-variant-ligatures: none } .blank { height: 1pt }
</style>`;

/** Ten pages with a heading, a table, a link to the next and one outwards; then three blank ones. */
const pages = numerals.map((name, index) => {
  const next = numerals[index + 1] ?? 'one';
  return `<section><h1 id="${name}">Page ${name}</h1><p>Text of ${name}, then <a href="#${next}">${next}</a>.</p>
    <ul><li>item <a href="https://example.org/${name}">outside</a></ul><table><tr><th>a<td>${name}</table></section>`;
});
const html = createHtml(`${pages.join('')}${'<div class="blank"></div>'.repeat(3)}`, style);

const letter: Imposition = { paper: 'letter', direction: 'ltr', blanks: 3 };
let browser: PrintBrowser;
let plain: Artifact;
let booklet: Artifact;

async function print(imposition?: Imposition, body = html): Promise<Artifact> {
  const parts = { kind: 'booklet', pageSize: 'half-letter', compose: () => body } as const;
  const { artifact } = await browser.print(
    createDocument('', { ...parts, ...(imposition && { imposition }) }),
  );
  return artifact;
}

before(async () => {
  browser = await openBrowser({ note() {} });
  plain = await print();
  booklet = await print(letter);
});
after(() => browser.close());

const fold = 396;

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Pieces of text of each page, in the order in which they are drawn. */
async function readPieces(bytes: Uint8Array): Promise<Piece[][]> {
  const pdf = await open(bytes);
  const all = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent();
    return items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number }]
        : [],
    );
  });
  return Promise.all(all);
}

/** What is on the left and on the right half of each side. */
async function readHalves(bytes: Uint8Array): Promise<{ left: Piece[]; right: Piece[] }[]> {
  return (await readPieces(bytes)).map((pieces) => ({
    left: pieces.filter(({ x }) => x < fold),
    right: pieces.filter(({ x }) => x >= fold),
  }));
}

const headingOf = (pieces: readonly Piece[]) =>
  pieces
    .map(({ text }) => text)
    .join(' ')
    .match(/Page (\w+)/)?.[1] ?? '';

describe('an imposed booklet', () => {
  it('is as many sides as its sheets have, landscape, with the spare blank pages taken out', async () => {
    const pdf = await open(booklet.bytes);
    assert.equal(plain.pages, 13);
    assert.deepEqual([pdf.numPages, booklet.pages, booklet.pageSize], [6, 6, 'letter']);
    assert.deepEqual((await pdf.getPage(1)).view, [0, 0, 792, 612]);
  });

  it('has the pages in the order of imposition, blank ones at the back with their numbers', async () => {
    const halves = await readHalves(booklet.bytes);
    assert.deepEqual(
      halves.map(({ left, right }) => `${headingOf(left)}|${headingOf(right)}`),
      ['|one', 'two|', 'ten|three', 'four|nine', 'eight|five', 'six|seven'],
    );
    assert.deepEqual(
      [halves[0]?.left, halves[1]?.right].map((half) => half?.map(({ text }) => text)),
      [['12'], ['11']],
    );
  });

  it('names each side by the numbers of its pages', async () => {
    const pdf = await open(booklet.bytes);
    assert.deepEqual(await pdf.getPageLabels(), ['12 | 1', '2 | 11', '10 | 3', '4 | 9', '8 | 5', '6 | 7']);
  });

  it('is mirrored when it is read from right to left', async () => {
    const { bytes } = await print({ ...letter, direction: 'rtl' });
    const halves = await readHalves(bytes);
    assert.deepEqual(
      halves.slice(0, 3).map(({ left, right }) => `${headingOf(left)}|${headingOf(right)}`),
      ['one|', '|two', 'three|ten'],
    );
    assert.deepEqual((await (await open(bytes)).getPageLabels())?.slice(0, 2), ['1 | 12', '11 | 2']);
  });

  it('moves the pages of inner sheets towards the fold by the thickness of a sheet each', async () => {
    const halves = await readHalves(booklet.bytes);
    const lefts = [halves[2]?.left, halves[4]?.left].map(
      (half) => half?.find(({ text }) => /^Page/.test(text))?.x ?? 0,
    );
    const rights = [halves[0]?.right, halves[2]?.right, halves[4]?.right].map(
      (half) => half?.find(({ text }) => /^Page/.test(text))?.x ?? 0,
    );
    const sheet = (0.1 / 25.4) * 72;
    const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 0.001, `${a} is not ${b}`);
    near((rights[0] ?? 0) - (rights[1] ?? 0), sheet);
    near((rights[0] ?? 0) - (rights[2] ?? 0), 2 * sheet);
    near((lefts[1] ?? 0) - (lefts[0] ?? 0), sheet);
  });

  it('asks for printing on both sides, turned over the short edge, at actual size', async () => {
    const pdf = await open(booklet.bytes);
    const preferences = (await pdf.getViewerPreferences()) as Record<string, unknown> | null;
    assert.equal(preferences?.Duplex, 'DuplexFlipShortEdge');
    assert.equal(preferences?.PrintScaling, 'None');
    assert.equal(preferences?.DisplayDocTitle, true);
  });

  it('holds nothing of the pages that it was made of', async () => {
    const pdf = await PDFDocument.load(booklet.bytes, { updateMetadata: false });
    const reached = new Set<PDFObject>();
    const reach = (object: PDFObject | undefined): void => {
      const found = object instanceof PDFRef ? pdf.context.lookup(object) : object;
      if (!found || reached.has(found)) return;
      reached.add(found);
      if (found instanceof PDFDict) for (const value of found.values()) reach(value);
      if (found instanceof PDFArray) for (const value of found.asArray()) reach(value);
      if (found instanceof PDFStream) reach(found.dict);
    };
    for (const object of Object.values(pdf.context.trailerInfo)) reach(object);
    const left = pdf.context.enumerateIndirectObjects().filter(([, object]) => !reached.has(object));
    assert.deepEqual(
      left.map(([ref, object]) => `${ref} ${object}`),
      [],
    );
  });

  it('is the same bytes again', async () => {
    assert.deepEqual((await print(letter)).bytes, booklet.bytes);
  });

  it('tells how a thick booklet is parted into folds', async () => {
    const many = createHtml(
      '<section>text</section>'.repeat(61) + '<div class="blank"></div>'.repeat(3),
      style,
    );
    const { artifact, messages } = await browser.print(
      createDocument('', {
        kind: 'booklet',
        pageSize: 'half-letter',
        imposition: letter,
        compose: () => many,
      }),
    );
    assert.deepEqual(
      messages.map(({ reason }) => reason),
      ['The booklet has 16 sheets, too many to fold at once: they make 2 folds of 8 and 8 sheets'],
    );
    assert.deepEqual(
      (await (await open(artifact.bytes)).getPageLabels())?.filter((_, index) => index % 16 === 0),
      ['32 | 1', '64 | 33'],
    );
  });
});

interface Node {
  readonly role?: string;
  readonly id?: string;
  readonly type?: string;
  readonly children?: readonly Node[];
}

/** Role and text of each tagged piece of content, page by page. */
async function readTags(bytes: Uint8Array): Promise<string[][]> {
  const pdf = await open(bytes);
  const all = Array.from({ length: pdf.numPages }, async (_, index) => {
    const page = await pdf.getPage(index + 1);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    const ids: string[] = [];
    for (const item of items) {
      if ('str' in item) texts.set(ids.at(-1) ?? '', `${texts.get(ids.at(-1) ?? '') ?? ''}${item.str}`);
      else if (item.type.startsWith('begin')) ids.push(item.id ?? ids.at(-1) ?? '');
      else ids.pop();
    }
    return listTags((await page.getStructTree()) as Node | null, texts, '');
  });
  return Promise.all(all);
}

function listTags(node: Node | null, texts: ReadonlyMap<string, string>, role: string): string[] {
  if (!node) return [];
  if (node.type === 'content') return [`${role}: ${texts.get(node.id ?? '') ?? ''}`];
  const inner = node.role && node.role !== 'NonStruct' ? node.role : role;
  return (node.children ?? []).flatMap((child) => listTags(child, texts, inner));
}

describe('the tags of an imposed booklet', () => {
  it('hold the same text under the same roles as before, none mixed up, none lost', async () => {
    const [before, afterwards] = await Promise.all([readTags(plain.bytes), readTags(booklet.bytes)]);
    const page = (number: number) => before[number - 1] ?? [];
    const expected = [
      [12, 1],
      [2, 11],
      [10, 3],
      [4, 9],
      [8, 5],
      [6, 7],
    ].map((two) => two.sort((a, b) => a - b).flatMap(page));
    assert.ok(page(1).includes('H1: Page one') && page(10).includes('TD:  ten'));
    assert.deepEqual(afterwards, expected);
  });
});

interface Link {
  readonly dest?: string;
  readonly url?: string;
  readonly rect: readonly [number, number, number, number];
}

/** The links of each side, by their targets. */
async function readLinks(bytes: Uint8Array): Promise<Link[][]> {
  const pdf = await open(bytes);
  const sides = Array.from({ length: pdf.numPages }, async (_, index) =>
    (await pdf.getPage(index + 1)).getAnnotations(),
  );
  return (await Promise.all(sides)) as Link[][];
}

describe('links, places and outline of an imposed booklet', () => {
  it('lie on their words', async () => {
    const [links, sides] = [await readLinks(booklet.bytes), await readPieces(booklet.bytes)];
    assert.equal(links.flat().length, 20);
    for (const [index, side] of links.entries())
      for (const { rect, dest, url } of side) {
        const words = sides[index]?.filter(
          ({ x, y }) => x >= rect[0] - 1 && x < rect[2] && y >= rect[1] - 1 && y < rect[3],
        );
        assert.equal(words?.[0]?.text.trim(), url ? 'outside' : dest, `${dest ?? url} at ${rect}`);
      }
  });

  it('lead to the half on which the target stands', async () => {
    const pdf = await open(booklet.bytes);
    const sides = await readPieces(booklet.bytes);
    for (const name of numerals) {
      const place = (await pdf.getDestination(name)) as [
        { num: number; gen: number },
        unknown,
        number,
        number,
      ];
      const heading = sides[await pdf.getPageIndex(place[0])]?.find(({ text }) =>
        text.endsWith(`Page ${name}`),
      );
      assert.ok(heading, `“Page ${name}” is on another side`);
      assert.equal(place[2] >= fold, heading.x >= fold, `${name}: ${place[2]}`);
      assert.ok(place[3] > heading.y, `${name}: ${place[3]}`);
    }
  });

  it('stay in the outline, in reading order', async () => {
    const pdf = await open(booklet.bytes);
    const outline = await pdf.getOutline();
    const sides = await Promise.all(
      outline.map(async ({ dest }) => {
        const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
        return (await pdf.getPageIndex(place?.[0])) + 1;
      }),
    );
    assert.deepEqual(
      outline.map(({ title }) => title),
      numerals.map((name) => `Page ${name}`),
    );
    assert.deepEqual(sides, [1, 2, 3, 4, 5, 6, 6, 5, 4, 3]);
  });
});
