/** The QR code on the handouts, read from the printed page as a phone reads it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { PrintDocument } from '../../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../../src/print/index.ts';
import { composeAll } from '../../fixtures/document.ts';
import { readWith } from '../../fixtures/edition.ts';
import { dotsPerMm, type Pixels, readQr, renderPage, toOneBit } from '../../fixtures/render.ts';
import { open, readPages } from '../../print/fixture.ts';

const yaml = await readFile(new URL('../../fixtures/base/edition.yaml', import.meta.url), 'utf8');
const url = 'https://example.org/post';
let browser: PrintBrowser;
before(async () => {
  browser = await openBrowser({ note() {} });
});
after(() => browser.close());

async function documentsOf(address: string): Promise<readonly PrintDocument[]> {
  const { edition, told } = await readWith({ 'edition.yaml': yaml.replace(url, address) });
  assert.ok(edition, told.join('\n'));
  return composeAll(edition).documents.filter(({ kind }) => kind.endsWith('handout'));
}

/** The page on which the source stands: its text, and how it looks. */
async function printSource(doc: PrintDocument): Promise<{ readonly text: string; readonly pixels: Pixels }> {
  const { artifact } = await browser.print(doc);
  const pages = await readPages(artifact.bytes);
  const number = pages.findLastIndex((text) => text.includes('Source:')) + 1;
  return { text: pages[number - 1] ?? '', pixels: withoutFoot(await renderPage(artifact.bytes, number)) };
}

/** The reader takes letters at the far end of a page for a corner of the code; a phone is held over the code. */
function withoutFoot({ data, width, height }: Pixels): Pixels {
  const rows = height - Math.round(25 * dotsPerMm);
  return { data: data.subarray(0, 4 * width * rows), width, height: rows };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The code from its first to its last dark pixel, grown from where the reader saw it. */
function measure(pixels: Pixels): Box {
  const seen = readQr(pixels)?.location;
  assert.ok(seen);
  const corners = [seen.topLeftFinderPattern, seen.topRightFinderPattern, seen.bottomLeftFinderPattern];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]; // the reader may see it turned
  let box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  for (let grown = true; grown; ) {
    const next = {
      left: box.left - Number(isDark(pixels, { ...box, right: box.left })),
      right: box.right + Number(isDark(pixels, { ...box, left: box.right })),
      top: box.top - Number(isDark(pixels, { ...box, bottom: box.top })),
      bottom: box.bottom + Number(isDark(pixels, { ...box, top: box.bottom })),
    };
    grown = JSON.stringify(next) !== JSON.stringify(box);
    box = next;
  }
  return box;
}

/** Whether any pixel in a box is not white. */
function isDark({ data, width }: Pixels, { left, top, right, bottom }: Box): boolean {
  for (let y = Math.round(top); y <= Math.round(bottom); y++)
    for (let x = Math.round(left); x <= Math.round(right); x++)
      if ((data[4 * (y * width + x)] ?? 0) < 200) return true;
  return false;
}

function assertPrintedWell(pixels: Pixels): void {
  const { left, top, right, bottom } = measure(pixels);
  const side = right - left - 1;
  assert.ok(side / dotsPerMm > 19.8, `${side / dotsPerMm} mm wide`);
  const module = side / (17 + 4 * (readQr(pixels)?.version ?? 0));
  assert.ok(module / dotsPerMm > 0.38, `a module of ${module / dotsPerMm} mm`);
  const zone = 4 * module - 2;
  const outer = { left: left - zone, top: top - zone, right: right + zone, bottom: bottom + zone };
  assert.ok(!isDark(pixels, { ...outer, right: left }), 'the quiet zone on the left is not quiet');
  assert.ok(!isDark(pixels, { ...outer, left: right }), 'the quiet zone on the right is not quiet');
  assert.ok(!isDark(pixels, { ...outer, bottom: top }), 'the quiet zone above is not quiet');
  assert.ok(!isDark(pixels, { ...outer, top: bottom }), 'the quiet zone below is not quiet');
}

const addresses = [
  'http://a.be',
  'https://example.org/Straße/%C3%BC?q=1&r=%20#fragment',
  `https://example.org/${'a-long-way/'.repeat(40)}end`,
];

for (const address of [url, ...addresses]) {
  test(`the code reads as the address beside it, wide enough and with its quiet zone: ${address.slice(0, 40)}`, async () => {
    for (const doc of (await documentsOf(address)).slice(address === url ? 0 : 1)) {
      const { text, pixels } = await printSource(doc);
      assert.ok(text.replaceAll(' ', '').includes(address), `${doc.path}: ${text}`);
      assertPrintedWell(pixels);
      for (const seen of [pixels, toOneBit(pixels)]) assert.equal(readQr(seen)?.data, address, doc.path);
    }
  });
}

test('the code is a figure with words for those who cannot see it', async () => {
  for (const doc of await documentsOf(url)) {
    const pdf = await open((await browser.print(doc)).artifact.bytes);
    const trees = Array.from({ length: pdf.numPages }, async (_, index) =>
      JSON.stringify(await (await pdf.getPage(index + 1)).getStructTree()),
    );
    const figures = (await Promise.all(trees)).join().match(/"role":"Figure".*?"alt":"[^"]*"/g);
    assert.match(
      figures?.at(-1) ?? '',
      /"alt":"QR code with the address https:\/\/example\.org\/post"$/,
      doc.path,
    );
  }
});

test('an address that nobody could type is refused with its place', async () => {
  const { told } = await readWith({ 'edition.yaml': yaml.replace(url, `${url}/${'x'.repeat(500)}`) });
  assert.match(told.join(), /^edition\.yaml:17:8 value-unexpected: .*at most 500 characters/);
});
