/** The pages of a PDF in small. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { openPainter } from '../../src/pictures/index.ts';

/** Pages with a black square in one quarter: the first has it at the upper left, the second at the lower right. */
async function makePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([400, 600]).drawRectangle({ x: 0, y: 300, width: 200, height: 300, color: rgb(0, 0, 0) });
  pdf.addPage([792, 612]).drawRectangle({ x: 396, y: 0, width: 396, height: 306, color: rgb(0, 0, 0) });
  return pdf.save();
}

/** Grey of the middle of each quarter: upper left, upper right, lower left, lower right. */
async function readQuarters(png: Uint8Array): Promise<number[]> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((right) => {
      const [x, y] = [Math.floor(image.width * right), Math.floor(image.height * down)];
      return context.getImageData(x, y, 1, 1).data[0] ?? Number.NaN;
    }),
  );
}

test('every page is drawn in its own shape, the same bytes each time, in no more than 10 KB', async () => {
  const painter = openPainter();
  const pdf = await makePdf();
  const pages = await painter.paint(pdf);
  assert.deepEqual(
    pages.map(({ width, height }) => [width, height]),
    [
      [400, 600],
      [792, 612],
    ],
  );
  assert.deepEqual(await readQuarters(pages[0]?.png ?? new Uint8Array()), [0, 255, 255, 255]);
  assert.deepEqual(await readQuarters(pages[1]?.png ?? new Uint8Array()), [255, 255, 255, 0]);
  assert.deepEqual(await painter.paint(pdf), pages);
  for (const { png } of pages) assert.ok(png.length < 10_000);
  await painter.close();
});

test('what is no PDF is told, not drawn', async () => {
  await assert.rejects(openPainter().paint(new TextEncoder().encode('Dear Sir')));
});
