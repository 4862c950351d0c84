/** A page from disk in a headless browser: what is seen of it, what it asks for, what axe says. */
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { KeyInput } from 'puppeteer';
import { launchBrowser } from '../../src/print/machine/launch.ts';

/** A page that is open. */
export interface Looked {
  /** What the console was told, such as breaches of the page's policy. */
  readonly complaints: readonly string[];
  /** What was asked for besides the page. */
  readonly requests: readonly string[];
  show(setting: { readonly widthPx: number; readonly dark: boolean }): Promise<void>;
  /** Elements that reach beyond the window. */
  listWide(): Promise<string[]>;
  /** Violations that axe-core finds, folded and unfolded. */
  judge(axe: string): Promise<string[]>;
  /** Presses a key and names the element that has the focus then. */
  press(key: KeyInput): Promise<string>;
  isUnfolded(): Promise<boolean>;
  /** Of the outline around the focus, in px. */
  focusWidth(): Promise<number>;
  /** Text of the printed page. */
  print(): Promise<string>;
  close(): Promise<void>;
}

/** Opens it without scripts of its own; those of the test run all the same. */
export async function openPage(file: string): Promise<Looked> {
  const launched = await launchBrowser({ note: () => {} });
  const page = await launched.browser.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) requests.push(request.url());
  });
  const run = async (axe: string): Promise<string[]> => {
    await page.evaluate(axe);
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself there
    const found = await page.evaluate(() => (globalThis as any).axe.run());
    return found.violations.map(
      (violation: { id: string; nodes: readonly { html: string }[] }) =>
        `${violation.id}: ${violation.nodes[0]?.html.slice(0, 200)}`,
    );
  };
  return {
    complaints,
    requests,
    show: async ({ widthPx, dark }) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
      await page.setViewport({ width: widthPx, height: 800 });
      await page.goto(url);
    },
    listWide: () =>
      page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter(() => document.documentElement.scrollWidth > innerWidth)
          .filter((element) => element.getBoundingClientRect().right > innerWidth)
          .map((element) => element.outerHTML.slice(0, 100)),
      ),
    judge: async (axe) => {
      const folded = await run(axe);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      return [...folded, ...(await run(axe))];
    },
    press: async (key) => {
      await page.keyboard.press(key);
      return page.evaluate(() => {
        const { tagName = '', textContent } = document.activeElement ?? {};
        return `${tagName.toLowerCase()}: ${textContent?.trim()}`;
      });
    },
    isUnfolded: () => page.evaluate(() => document.activeElement?.closest('details')?.open === true),
    focusWidth: () =>
      page.evaluate(() =>
        Number.parseFloat(getComputedStyle(document.activeElement ?? document.body).outlineWidth),
      ),
    print: async () => {
      const pdf = await getDocument({ data: new Uint8Array(await page.pdf()), verbosity: 0 }).promise;
      const texts: string[] = [];
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const { items } = await (await pdf.getPage(number)).getTextContent();
        texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      }
      return texts.join(' ').replace(/\s+/g, ' ');
    },
    close: async () => {
      await launched.browser.close();
      await launched.cleanUp();
    },
  };
}
