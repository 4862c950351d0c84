/** epub.js, a reading engine, in a headless browser: everything is served from memory, nothing reaches a network. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import type { Frame, HTTPRequest, Page } from 'puppeteer';
import { launchBrowser } from '../../src/print/machine/launch.ts';

const host = 'https://book.invalid/';
const engine = readFileSync(createRequire(import.meta.url).resolve('epubjs/dist/epub.js'));
const script = readFileSync(new URL('reader-page.js', import.meta.url));
const shell = `<!doctype html><meta charset="utf-8"><style>body { margin: 0 }</style>
<div id="viewer"></div><script>globalThis.caches ??= {};</script><script src="/epub.js"></script><script src="/reader-page.js"></script>`;
const types: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  js: 'text/javascript',
};

/** How a reader holds the book. */
export interface Setting {
  readonly widthPx: number;
  readonly dark?: boolean;
  /** Size of the type, in per cent. */
  readonly type?: number;
}

/** A book that is open. */
export interface Reader {
  /** Hrefs of the spine, in order. */
  readonly spine: readonly string[];
  /** Labels and hrefs of the contents and all below. */
  readonly contents: readonly { readonly label: string; readonly href: string }[];
  /** What was asked for and is not in the book. */
  readonly missing: readonly string[];
  /** Shows a place or the file at an index of the spine, and gives the frame that holds it. */
  display(place: string | number): Promise<Frame>;
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens an EPUB. */
export async function openReader(epub: Uint8Array, setting: Setting): Promise<Reader> {
  const files: Record<string, Uint8Array> = {
    ...unzipSync(epub),
    'epub.js': engine,
    'reader-page.js': script,
  };
  const missing: string[] = [];
  const launched = await launchBrowser({ note() {} });
  const page = await launched.browser.newPage();
  await page.setViewport({ width: setting.widthPx, height: 640 });
  await page.setRequestInterception(true);
  page.on('request', (request) => answer(request, files, missing));
  await page.goto(host);
  const { spine, contents } = await start(page, setting);
  return {
    spine,
    contents,
    missing,
    display: (place) => display(page, place),
    screenshot: () => page.screenshot(),
    close: async () => {
      await launched.browser.close();
      await launched.cleanUp();
    },
  };
}

function answer(request: HTTPRequest, files: Readonly<Record<string, Uint8Array>>, missing: string[]): void {
  const url = request.url();
  if (!url.startsWith(host)) return void (url.startsWith('blob:') ? request.continue() : request.abort());
  const path = decodeURIComponent(new URL(url).pathname.slice(1));
  if (path === '') return void request.respond({ contentType: 'text/html', body: shell });
  const body = files[path];
  if (!body) {
    missing.push(path);
    return void request.respond({ status: 404 });
  }
  const contentType = types[path.split('.').at(-1) ?? ''] ?? 'application/xml';
  void request.respond({ contentType, body: Buffer.from(body) });
}

type Start = Pick<Reader, 'spine' | 'contents'>;

/** What `reader-page.js` puts into the page. */
interface InPage {
  openBook(setting: { dark: boolean; type: number }): Promise<Start>;
  readonly rendition: { display(place: string | number): Promise<unknown> };
}

function start(page: Page, { dark = false, type = 100 }: Setting): Promise<Start> {
  return page.evaluate((setting) => (globalThis as unknown as InPage).openBook(setting), { dark, type });
}

async function display(page: Page, place: string | number): Promise<Frame> {
  await page.evaluate((target) => (globalThis as unknown as InPage).rendition.display(target), place);
  const handle = await page.waitForSelector('#viewer iframe');
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error(`epub.js shows nothing at ${place}`);
  return frame;
}
