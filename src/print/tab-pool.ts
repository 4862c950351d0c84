/** Lends tabs, no more at a time than the machine has processors for. */
import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'puppeteer';
import { Tab } from './tab.ts';

/** Each tab of a long book takes some 200 MB. */
const mostTabs = 4;

/** Tabs are kept for the next document: a new one costs half as much as printing a short handout. */
export class TabPool {
  readonly #browser: Browser;
  readonly #idle: Tab[] = [];
  readonly #waiting: (() => void)[] = [];
  #free = Math.min(availableParallelism(), mostTabs);
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

  /** Lends a tab to some work, first come first served. A tab in which work failed is not lent again. */
  async use<Result>(work: (tab: Tab) => Promise<Result>): Promise<Result> {
    await this.#enter();
    try {
      const tab = this.#idle.pop() ?? (await this.#openTab());
      return await this.#lend(tab, work);
    } finally {
      this.#leave();
    }
  }

  async #lend<Result>(tab: Tab, work: (tab: Tab) => Promise<Result>): Promise<Result> {
    try {
      const result = await work(tab);
      this.#idle.push(tab);
      return result;
    } catch (error) {
      void tab.close();
      throw error;
    }
  }

  async #enter(): Promise<void> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free -= 1;
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }

  async #openTab(): Promise<Tab> {
    const page = this.#firstPage;
    this.#firstPage = undefined;
    return Tab.open(page ?? (await this.#browser.newPage()));
  }
}
