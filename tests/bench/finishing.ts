/** What finishing a PDF takes, against what the browser takes to print it. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Asset, DocumentInfo } from '../../src/model.ts';
import { mend } from '../../src/print/finish/index.ts';
import { launchBrowser } from '../../src/print/machine/launch.ts';
import { parse } from '../../src/print/pdf.ts';
import { TabPool } from '../../src/print/tab-pool.ts';

export interface Finishing {
  readonly pages: number;
  /** Loading and printing the document once. */
  readonly printSeconds: number;
  /** All that finishing changes in what was printed. */
  readonly finishSeconds: number;
  /** As printed. */
  readonly raw: Uint8Array;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export const benchmarkInfo: DocumentInfo = {
  title: 'Benchmark',
  author: 'A. Author',
  subject: 'A book',
  keywords: [],
  language: 'en',
  date: '2026-01-01T00:00:00Z',
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  identifier: 'urn:uuid:00000000-0000-5000-8000-000000000002',
};

/**
 * Prints and finishes in turn, so that a noisy minute falls on both.
 *
 * @param folder composed HTML with its assets, as `--keep-html` writes it
 */
export async function measureFinishing(folder: string, rounds: number): Promise<Finishing[]> {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const launched = await launchBrowser({ note() {} });
  try {
    const tabs = await TabPool.open(launched.browser);
    const print = () =>
      tabs.use(async (tab) => {
        await tab.load(html, readAssets(folder), 'print');
        return tab.print('a5');
      });
    await measureOnce(print); // warms caches
    const measured: Finishing[] = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await measureOnce(print));
    return measured;
  } finally {
    await launched.browser.close();
    await launched.cleanUp();
  }
}

/** Reading and writing the file, with pdf-lib, is not counted: a PDF without tags needs it too. */
async function measureOnce(print: () => Promise<Uint8Array>): Promise<Finishing> {
  const start = performance.now();
  const raw = await print();
  const printed = performance.now();
  const pdf = await parse(raw);
  const parsed = performance.now();
  mend(pdf, benchmarkInfo);
  const finished = performance.now();
  return {
    pages: pdf.getPageCount(),
    printSeconds: (printed - start) / 1000,
    finishSeconds: (finished - parsed) / 1000,
    raw,
  };
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter(
    (path) => mediaTypes[extname(path)],
  );
  return new Map(
    files.map((path) => [
      path,
      { mediaType: mediaTypes[extname(path)] ?? '', bytes: readFileSync(join(folder, path)) },
    ]),
  );
}
