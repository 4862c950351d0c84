/** Small pictures of the pages of finished PDFs, drawn while other files are printed and proved. */
import { Worker } from 'node:worker_threads';
import type { PagePicture } from '../model.ts';
import type { Answer, Task } from './worker.ts';

/** Draws files, one after the other. */
export interface Painter {
  /** @returns a picture of each page */
  paint(pdf: Uint8Array): Promise<readonly PagePicture[]>;
  /** Ends its thread; what waits for it is rejected. */
  close(): Promise<void>;
}

/** Starts the thread; it loads its library when the first file comes. */
export function openPainter(): Painter {
  if (import.meta.url.endsWith('.ts')) return inPlace;
  return openThread(new URL('./pictures-worker.js', import.meta.url));
}

interface Waiting {
  readonly pages: PagePicture[];
  readonly resolve: (pages: readonly PagePicture[]) => void;
  readonly reject: (error: Error) => void;
}

/** Each page leaves some 0.4 MB behind: a small space for what is new has them collected soon. */
const youngMegabytes = 2;

function openThread(script: URL): Painter {
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let broken: Error | undefined;
  const fail = (error: Error) => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => settle(waiting, answer));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The thread that draws pages ended before its answer')));
  return {
    paint: (pdf) => {
      if (broken) return Promise.reject(broken);
      asked += 1;
      worker.postMessage({ id: asked, pdf } satisfies Task);
      return new Promise((resolve, reject) => waiting.set(asked, { pages: [], resolve, reject }));
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function settle(waiting: Map<number, Waiting>, answer: Answer): void {
  const one = waiting.get(answer.id);
  if ('page' in answer) {
    one?.pages.push(answer.page);
    return;
  }
  waiting.delete(answer.id);
  if ('trouble' in answer) one?.reject(new Error(answer.trouble));
  else one?.resolve(one.pages);
}

/** Where the sources are not compiled, as in tests, pages are drawn where it is asked for. */
const inPlace: Painter = {
  paint: async (pdf) => {
    const { drawPages } = await import('./draw.ts');
    const pages: PagePicture[] = [];
    for await (const page of drawPages(pdf)) pages.push(page);
    return pages;
  },
  close: async () => {},
};
