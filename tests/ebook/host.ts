/** A headless browser with one page, to which everything is served from memory: nothing reaches a network. */
import type { HTTPRequest, Page } from 'puppeteer';
import { launchBrowser } from '../../src/print/machine/launch.ts';

const host = 'https://book.invalid/';
const types: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  js: 'text/javascript',
};

/** Bytes by path. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** A page that is open. */
export interface Host {
  readonly page: Page;
  /** Paths that were asked for and are not there. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

/** Opens a page of HTML that may ask for the files. */
export async function openHost(files: Files, html: string, widthPx: number): Promise<Host> {
  const missing: string[] = [];
  const { browser, cleanUp } = await launchBrowser({ note() {} });
  const page = await browser.newPage();
  await page.setViewport({ width: widthPx, height: 640 });
  await page.setRequestInterception(true);
  page.on('request', (request) => answer(request, files, html, missing));
  await page.goto(host);
  const close = async () => {
    await browser.close();
    await cleanUp();
  };
  return { page, missing, close };
}

function answer(request: HTTPRequest, files: Files, html: string, missing: string[]): void {
  const url = request.url();
  if (!url.startsWith(host)) return void (url.startsWith('blob:') ? request.continue() : request.abort());
  const path = decodeURIComponent(new URL(url).pathname.slice(1));
  if (path === '') return void request.respond({ contentType: 'text/html', body: html });
  const body = files[path];
  if (!body) {
    missing.push(path);
    return void request.respond({ status: 404 });
  }
  const contentType = types[path.split('.').at(-1) ?? ''] ?? 'application/xml';
  void request.respond({ contentType, body: Buffer.from(body) });
}
