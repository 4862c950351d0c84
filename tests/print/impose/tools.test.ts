/** The imposed file under the eyes of other programs, where they are installed. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Imposition } from '../../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../../src/print/index.ts';
import { createDocument, createHtml, createTemporaryFolder } from '../fixture.ts';

const missing = (name: string) =>
  spawnSync(name, ['--help']).error ? `${name} is not installed` : (false as const);

const page = (name: string) =>
  `<section><h1>Page ${name}</h1><p style="border: 2pt solid; background: #ddd">A box with text.</p><ul><li>an item</ul></section>`;
const html = createHtml(
  `${['one', 'two', 'three', 'four', 'five'].map(page).join('')}${'<div class="blank"></div>'.repeat(3)}`,
  `<style>@page { size: 5.5in 8.5in; margin: 20mm; @bottom-right { content: counter(page) } }
  section + section, .blank { break-before: page } .blank { height: 1px }</style>`,
);

const folder = createTemporaryFolder();
const [plain, booklet] = [join(folder, 'plain.pdf'), join(folder, 'booklet.pdf')];
let browser: PrintBrowser;

before(async () => {
  browser = await openBrowser({ note() {} });
  const parts = { kind: 'booklet', pageSize: 'half-letter', compose: () => html } as const;
  const imposition: Imposition = { paper: 'letter', direction: 'ltr', blanks: 3 };
  const [single, imposed] = [
    await browser.print(createDocument('', parts)),
    await browser.print(createDocument('', { ...parts, imposition })),
  ];
  writeFileSync(plain, single.artifact.bytes);
  writeFileSync(booklet, imposed.artifact.bytes);
});
after(() => browser.close());

test('qpdf finds no fault in an imposed file', { skip: missing('qpdf') }, () => {
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', booklet], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, row by row. */
  readonly pixels: Buffer;
}

/** Paints a page, a pixel for each point. */
function paint(file: string, number: number): Picture {
  const bytes = execFileSync('pdftoppm', ['-r', '72', '-f', `${number}`, '-l', `${number}`, file], {
    maxBuffer: 2 ** 24,
  });
  const [head = '', width, height] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) };
}

function cut({ width, height, pixels }: Picture, half: 0 | 1): Picture {
  const rows = Array.from({ length: height }, (_, row) => {
    const start = 3 * (row * width + (half * width) / 2);
    return pixels.subarray(start, start + (3 * width) / 2);
  });
  return { width: width / 2, height, pixels: Buffer.concat(rows) };
}

test('on the outermost sheet every page looks as it did alone, pixel by pixel', {
  skip: missing('pdftoppm'),
}, () => {
  const halves = [
    cut(paint(booklet, 1), 0),
    cut(paint(booklet, 1), 1),
    cut(paint(booklet, 2), 0),
    cut(paint(booklet, 2), 1),
  ];
  for (const [index, number] of [8, 1, 2, 7].entries()) {
    const alone = paint(plain, number);
    assert.equal(alone.width, 396);
    assert.ok(alone.pixels.some((byte) => byte < 128));
    assert.ok(alone.pixels.equals(halves[index]?.pixels ?? Buffer.of()), `page ${number}`);
  }
});
