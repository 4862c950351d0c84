/** The looking in a thread of its own: a file comes with the places in it, what was seen goes out. */
import { parentPort } from 'node:worker_threads';
import type { Look, Seen } from './look.ts';
import { loadPdfium } from './pdfium.ts';
import { lookInPlace } from './sight.ts';

/** What the thread is told. */
export interface LookTask {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly looks: readonly Look[];
}

/** What it answers; `problem` is why the pages could not be drawn. */
export type LookAnswer = { readonly id: number } & (
  | { readonly seen: readonly Seen[] }
  | { readonly problem: string }
);

loadPdfium().catch(() => {}); // before the first file is there; told where it is asked for

let last = Promise.resolve();

parentPort?.on('message', (task: LookTask) => {
  last = last.then(() => take(task)); // one file after the other: each takes room in PDFium
});

async function take({ id, bytes, looks }: LookTask): Promise<void> {
  const answer = (told: LookAnswer) => parentPort?.postMessage(told);
  try {
    answer({ id, seen: await lookInPlace(bytes, looks) });
  } catch (error) {
    answer({ id, problem: error instanceof Error ? error.message : String(error) });
  }
}
