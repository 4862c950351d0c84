/** Finishing changes no pixel: every page of a rich document, painted before and after. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { createTemporaryFolder, open } from '../fixture.ts';
import { usePress } from './raw.ts';
import { rich } from './rich.ts';

const press = usePress();

/** Each page's pixels. */
async function paintWithPdfjs(bytes: Uint8Array): Promise<Buffer[]> {
  const pdf = await open(bytes);
  const pages: Buffer[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 2 });
    const canvas = createCanvas(viewport.width, viewport.height);
    // biome-ignore lint/suspicious/noExplicitAny: pdf.js wants the DOM's types; this canvas has what it uses
    await page.render({ canvas: canvas as any, viewport }).promise;
    pages.push(canvas.toBuffer('image/png'));
  }
  return pages;
}

function paintWithPoppler(bytes: Uint8Array): Buffer[] {
  const folder = createTemporaryFolder();
  writeFileSync(join(folder, 'in.pdf'), bytes);
  const ran = spawnSync('pdftoppm', ['-r', '144', join(folder, 'in.pdf'), join(folder, 'page')]);
  assert.equal(ran.status, 0, String(ran.stderr));
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.ppm'));
  return pictures.sort().map((name) => readFileSync(join(folder, name)));
}

function assertSamePages(before: readonly Buffer[], after: readonly Buffer[]): void {
  assert.ok(before.length > 5);
  assert.equal(after.length, before.length);
  const changed = before.flatMap((page, index) => (after[index]?.equals(page) ? [] : [index + 1]));
  assert.deepEqual(changed, [], 'pages that look different');
}

test('every page looks the same to pdf.js, pixel for pixel', async () => {
  const { raw, finished } = await press(rich);
  assertSamePages(await paintWithPdfjs(raw), await paintWithPdfjs(finished));
});

const poppler = spawnSync('pdftoppm', ['-v']).error === undefined;

test('every page looks the same to poppler, pixel for pixel', {
  skip: poppler ? false : 'pdftoppm is not installed',
}, async () => {
  const { raw, finished } = await press(rich);
  assertSamePages(paintWithPoppler(raw), paintWithPoppler(finished));
});
