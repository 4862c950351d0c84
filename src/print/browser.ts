/** The browser that prints: what the rest of Caveat sees of Chromium. */
import type { Browser } from 'puppeteer';
import type { Asset, Assets, Message, Picture, PrintDocument, SettledLayout } from '../model.ts';
import { type Printed, printDocument } from './document.ts';
import { Lifeline } from './lifeline.ts';
import { launchBrowser } from './machine/launch.ts';
import { convertPicture } from './portable.ts';
import type { PixelSize, Tab } from './tab.ts';
import { TabPool } from './tab-pool.ts';

/** A running browser. Several documents may be printed at the same time, each in a tab of its own. */
export interface PrintBrowser {
  /** `HeadlessChrome/147.0.7727.0`. */
  readonly version: string;
  /**
   * Prints a document as PDF.
   * @param last its layout in the last build; absent when there was none
   * @throws MachineError when the browser stops; the signal's reason when it was aborted
   */
  print(doc: PrintDocument, last?: SettledLayout): Promise<Printed>;
  /**
   * Paints an HTML page as PNG, the size of a window on it; messages name it `cover`.
   * @throws MachineError when the browser stops; the signal's reason when it was aborted
   */
  paint(
    html: string,
    assets: Assets,
    size: PixelSize,
  ): Promise<{ readonly png: Uint8Array; readonly messages: Message[] }>;
  /**
   * Decodes a picture.
   * @returns RGBA of a sample of at most 128 × 128 px, laid on white
   */
  readPicture(picture: Asset): Promise<Uint8Array>;
  /** Writes a WebP picture anew as PNG or JPEG, its name with another ending behind. */
  convertPicture(picture: Picture): Promise<Picture>;
  /** Ends the browser; nothing of it stays behind. */
  close(): Promise<void>;
}

export interface BrowserOptions {
  /** Aborted: the browser is ended at once, and what waits for it is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told one sentence when something about the browser should be known. */
  readonly note: (sentence: string) => void;
}

/** @throws MachineError when there is no browser or it does not start */
export async function openBrowser(options: BrowserOptions): Promise<PrintBrowser> {
  const { signal } = options;
  signal?.throwIfAborted();
  const launched = await launchBrowser(options).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw error;
  });
  const lifeline = new Lifeline(launched, signal);
  try {
    return await lifeline.guard('starting', () => createPrintBrowser(launched.browser, lifeline));
  } catch (error) {
    await lifeline.close();
    throw error;
  }
}

async function createPrintBrowser(browser: Browser, lifeline: Lifeline): Promise<PrintBrowser> {
  const [version, tabs] = await Promise.all([browser.version(), TabPool.open(browser)]);
  return {
    version,
    print: (doc, last) =>
      lifeline.guard(`printing ${doc.path}`, () =>
        tabs.use((tab) => printDocument({ tab, browser: version }, doc, last)),
      ),
    paint: (html, assets, size) =>
      lifeline.guard('painting a picture', () => paint(tabs, html, assets, size)),
    readPicture: (picture) =>
      lifeline.guard('reading a picture', () => showPicture(tabs, picture, (tab) => tab.readPicture())),
    convertPicture: (picture) =>
      lifeline.guard('converting a picture', () =>
        showPicture(tabs, picture, (tab) => convertPicture(tab, picture)),
      ),
    close: () => lifeline.close(),
  };
}

function showPicture<Result>(
  tabs: TabPool,
  picture: Asset,
  use: (tab: Tab) => Promise<Result>,
): Promise<Result> {
  const html = '<!doctype html><title>A picture</title><img src="picture" alt="">';
  return tabs.use(async (tab) => {
    await tab.load(html, new Map([['picture', picture]]), 'screen');
    return use(tab);
  });
}

async function paint(tabs: TabPool, html: string, assets: Assets, size: PixelSize) {
  return tabs.use(async (tab) => {
    await tab.resize(size);
    await tab.load(html, assets, 'screen');
    return { png: await tab.paint(), messages: tab.listRefused('cover') };
  });
}
