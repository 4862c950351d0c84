/** Lends tabs, no more at a time than the machine has processors for. */
import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'puppeteer';
import { limitOpening, watchCrash } from './crash.ts';
import { Tab } from './tab.ts';

/** Each tab of a long book takes some 200 MB. */
const mostTabs = 4;

/** A tab, and what to race against all that is done in it. */
interface Lent {
  readonly page: Page;
  readonly tab: Tab;
  readonly crash: Promise<never>;
}

/** Tabs are kept for the next document: a new one costs half as much as printing a short handout. */
export class TabPool {
  readonly #browser: Browser;
  readonly #idle: Lent[] = [];
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
      const lent = this.#idle.pop() ?? (await limitOpening(this.#openTab()));
      return await this.#lend(lent, work);
    } finally {
      this.#leave();
    }
  }

  async #lend<Result>(lent: Lent, work: (tab: Tab) => Promise<Result>): Promise<Result> {
    try {
      const result = await Promise.race([work(lent.tab), lent.crash]);
      this.#idle.push(lent);
      return result;
    } catch (error) {
      lent.page.close().catch(() => undefined);
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

  async #openTab(): Promise<Lent> {
    const first = this.#firstPage;
    this.#firstPage = undefined;
    const page = first ?? (await this.#browser.newPage());
    const crash = watchCrash(page);
    return { page, crash, tab: await Promise.race([Tab.open(page), crash]) };
  }
}
