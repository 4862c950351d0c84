/** One tab: loads a document from memory with JavaScript off, then prints or paints it. */
import type { Browser, CDPSession, Page } from 'puppeteer';
import type { Assets, Message, PageSize } from '../model.ts';
import { MachineError } from '../rules.ts';
import { sheets } from './sheets.ts';
import { documentUrl, Requests } from './requests.ts';

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export class Tab {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #requests: Requests;
  readonly #crash: Promise<never>;

  private constructor(page: Page, session: CDPSession, requests: Requests) {
    this.#page = page;
    this.#session = session;
    this.#requests = requests;
    this.#crash = new Promise((_, reject) => page.once('error', (cause) => reject(createCrash(cause))));
    this.#crash.catch(() => undefined);
  }

  static async open(page: Page): Promise<Tab> {
    const session = await page.createCDPSession();
    const requests = new Requests(session);
    await Promise.all([
      session.send('Emulation.setScriptExecutionDisabled', { value: true }),
      requests.intercept(),
    ]);
    return new Tab(page, session, requests);
  }

  /**
   * Loads a document, its style sheets, its pictures and every font that it declares.
   *
   * @param media print before a print, so that what only print uses is there in time
   */
  async load(html: string, assets: Assets, media: 'print' | 'screen'): Promise<void> {
    this.#requests.serve(html, assets);
    await this.#session.send('Emulation.setEmulatedMedia', { media });
    await this.#unlessCrashed(this.#page.goto(documentUrl, { waitUntil: 'load', timeout: 0 }));
    await this.#unlessCrashed(this.#session.send('Runtime.evaluate', { expression: loadFonts, awaitPromise: true }));
  }

  /** Messages about what was refused since the last `load`. */
  listRefused(file: string): Message[] {
    return this.#requests.listRefused(file);
  }

  /** @param fallback page size of a document whose style sheet sets none */
  async print(fallback: PageSize): Promise<Uint8Array> {
    const options = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 };
    return this.#unlessCrashed(this.#page.pdf({ ...sheets[fallback], ...options, waitForFonts: false }));
  }

  async paint({ widthPx, heightPx }: PixelSize): Promise<Uint8Array> {
    return this.#unlessCrashed(
      this.#page.screenshot({ type: 'png', clip: { x: 0, y: 0, width: widthPx, height: heightPx } }),
    );
  }

  async resize({ widthPx, heightPx }: PixelSize): Promise<void> {
    await this.#page.setViewport({ width: widthPx, height: heightPx, deviceScaleFactor: 1 });
  }

  async close(): Promise<void> {
    await this.#page.close().catch(() => undefined);
  }

  /** A crashed tab never answers. */
  #unlessCrashed<Result>(work: Promise<Result>): Promise<Result> {
    return Promise.race([work, this.#crash]);
  }
}

/**
 * Chromium asks for a font when it first lays text out in it. Text in page margins is laid out only when the page
 * is printed, and printing does not wait: without this, running lines come out in the fallback font.
 */
const loadFonts = 'Promise.allSettled([...document.fonts].map((face) => face.load())).then(() => undefined)';

function createCrash(cause: Error): MachineError {
  return new MachineError(
    'The browser stopped in the middle of a page. Run the build again; if memory is short, close other programs.',
    { cause },
  );
}

/** Tabs are kept for the next document: a new one costs as much as printing a short handout. */
export class TabPool {
  readonly #browser: Browser;
  readonly #idle: Tab[] = [];
  #firstPage: Page | undefined;

  private constructor(browser: Browser, firstPage: Page | undefined) {
    this.#browser = browser;
    this.#firstPage = firstPage;
  }

  /** The browser starts with one blank page, which becomes the first tab. */
  static async open(browser: Browser): Promise<TabPool> {
    const [firstPage] = await browser.pages();
    return new TabPool(browser, firstPage);
  }

  /** Lends a tab to some work; a tab in which the work failed is not lent again. */
  async use<Result>(work: (tab: Tab) => Promise<Result>): Promise<Result> {
    const tab = this.#idle.pop() ?? (await this.#openTab());
    try {
      const result = await work(tab);
      this.#idle.push(tab);
      return result;
    } catch (error) {
      void tab.close();
      throw error;
    }
  }

  async #openTab(): Promise<Tab> {
    const page = this.#firstPage;
    this.#firstPage = undefined;
    return Tab.open(page ?? (await this.#browser.newPage()));
  }
}
