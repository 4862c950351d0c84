/** Draws the pages of a PDF in small with PDFium, which is not the program that made them. Loaded late. */
import { createRequire } from 'node:module';
import type * as Library from '@hyzyla/pdfium';
import type { PagePicture } from '../model.ts';
import { writePng } from './png.ts';

/** Pixels of a picture: 226 × 292 of a letter page, twice what a contact sheet shows. */
const pixels = 66_000;

let loading: Promise<Library.PDFiumLibrary> | undefined;

/** Its WebAssembly lies in its npm package. */
function loadPdfium(): Promise<Library.PDFiumLibrary> {
  loading ??= (createRequire(import.meta.url)('@hyzyla/pdfium') as typeof Library).PDFiumLibrary.init();
  return loading;
}

/** One page after the other, so that no more than one is held at a time. */
export async function* drawPages(bytes: Uint8Array): AsyncGenerator<PagePicture> {
  const pdfium = await loadPdfium();
  const document = await pdfium.loadDocument(bytes);
  try {
    for (const page of document.pages()) yield await drawPage(page);
  } finally {
    document.destroy();
  }
}

async function drawPage(page: Library.PDFiumPage): Promise<PagePicture> {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  const scale = Math.sqrt(pixels / (width * height));
  const drawn = await page.render({ scale, colorSpace: 'Gray', render: async ({ data }) => data });
  return { png: writePng(drawn.data, drawn.width, drawn.height), width, height };
}
