/** The pictures in the README, made from `dist/`: a page of the book, and a chapter of the e-book on a phone. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openBrowser } from '../../src/print/index.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const dist = here('../../dist/');
const pictures = here('../../.readme/');

/** The page on which the first chapter opens. */
async function paintOpening(bytes: Uint8Array): Promise<Buffer> {
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    if (!text.includes('Chapter 1')) continue;
    const viewport = page.getViewport({ scale: 1.5 });
    const canvas = createCanvas(viewport.width, viewport.height);
    // biome-ignore lint/suspicious/noExplicitAny: pdf.js wants the DOM's types; this canvas has what it uses
    await page.render({ canvas: canvas as any, viewport }).promise;
    return canvas.toBuffer('image/png');
  }
  throw new Error('The book has no first chapter');
}

async function paintChapter(epub: Uint8Array, file: string): Promise<Uint8Array> {
  const files = unzipSync(epub);
  const style = files['OEBPS/style.css'] ?? new Uint8Array();
  const xhtml = new TextDecoder().decode(files[`OEBPS/${file}`]).replace(/<\?xml[^>]*\?>/, '');
  const html = xhtml.replace('</head>', '<style>html { font-size: 30px; padding: 24px }</style></head>');
  const browser = await openBrowser({ note: () => {} });
  try {
    const assets = new Map([['style.css', { mediaType: 'text/css', bytes: style }]]);
    return (await browser.paint(html, assets, { widthPx: 648, heightPx: 972 })).png;
  } finally {
    await browser.close();
  }
}

const find = (ending: string) => readdirSync(dist).find((name) => name.endsWith(ending)) ?? '';
mkdirSync(pictures, { recursive: true });
writeFileSync(
  `${pictures}page.png`,
  await paintOpening(new Uint8Array(readFileSync(dist + find('-book.pdf')))),
);
const epub = new Uint8Array(readFileSync(dist + find('.epub')));
writeFileSync(`${pictures}ebook.png`, await paintChapter(epub, '07-naltrexone.xhtml'));
