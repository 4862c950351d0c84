/** epub.js, a reading engine, in a headless browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import type { Frame, Page } from 'puppeteer';
import { type Files, openHost } from './host.ts';

const script = 'reader-page.js';
const shell = `<!doctype html><meta charset="utf-8"><style>body { margin: 0 }</style>
<div id="viewer"></div><script>globalThis.caches ??= {};</script><script src="/epub.js"></script><script src="/${script}"></script>`;
const engine: Files = {
  'epub.js': readFileSync(createRequire(import.meta.url).resolve('epubjs/dist/epub.js')),
  [script]: readFileSync(new URL(script, import.meta.url)),
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
  const { page, missing, close } = await openHost({ ...unzipSync(epub), ...engine }, shell, setting.widthPx);
  const { spine, contents } = await start(page, setting);
  return {
    spine,
    contents,
    missing,
    display: (place) => display(page, place),
    screenshot: () => page.screenshot(),
    close,
  };
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
