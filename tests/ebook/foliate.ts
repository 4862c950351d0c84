/** foliate-js, a reading engine that knows page lists (epub.js 0.4.2 drops them), in a headless browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { type Files, openHost } from './host.ts';

const script = 'foliate-page.js';
const shell = `<!doctype html><meta charset="utf-8"><style>html, body, foliate-view { margin: 0; display: block; height: 100%; }</style>
<body><script type="module" src="/${script}"></script></body>`;
const folder = new URL('../../node_modules/foliate-js/', import.meta.url);
const modules = readdirSync(folder).filter((name) => name.endsWith('.js'));
const engine: Files = {
  [script]: readFileSync(new URL(script, import.meta.url)),
  ...Object.fromEntries(modules.map((name) => [`foliate/${name}`, readFileSync(new URL(name, folder))])),
};

/** A page of the printed book, as the engine lists it. */
export interface ListedPage {
  readonly label: string;
  readonly href: string;
}

/** Where the engine has gone. */
export interface Arrival {
  /** The page of the printed book that it says is shown; absent before the first. */
  readonly label?: string;
  /** The text on the screen. */
  readonly text: string;
}

/** A book that is open. */
export interface PageReader {
  readonly pages: readonly ListedPage[];
  goTo(href: string): Promise<Arrival>;
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What `foliate-page.js` puts into the page. */
interface InPage {
  openBook(): Promise<readonly ListedPage[]>;
  goTo(href: string): Promise<Arrival>;
}

/** Opens an EPUB on a screen of so many px. */
export async function openPageReader(epub: Uint8Array, widthPx: number): Promise<PageReader> {
  const { page, close } = await openHost({ ...unzipSync(epub), ...engine }, shell, widthPx);
  await page.waitForFunction('globalThis.openBook');
  const pages = await page.evaluate(() => (globalThis as unknown as InPage).openBook());
  return {
    pages,
    goTo: (href) => page.evaluate((to) => (globalThis as unknown as InPage).goTo(to), href),
    screenshot: () => page.screenshot(),
    close,
  };
}
