/** Pictures of pages in a thread of its own: a PDF comes, its pages go out one by one. */
import { parentPort } from 'node:worker_threads';
import type { PagePicture } from '../model.ts';
import { drawPages } from './draw.ts';

/** What the thread is told. */
export interface Task {
  readonly id: number;
  readonly pdf: Uint8Array;
}

/** What it answers: each page in order, then that it was the last; `trouble` is our own fault, with its stack. */
export type Answer = { readonly id: number } & (
  | { readonly page: PagePicture }
  | { readonly done: true }
  | { readonly trouble: string }
);

let last = Promise.resolve();

parentPort?.on('message', (task: Task) => {
  last = last.then(() => draw(task));
});

async function draw({ id, pdf }: Task): Promise<void> {
  const answer = (told: Answer) => parentPort?.postMessage(told);
  try {
    for await (const page of drawPages(pdf)) answer({ id, page });
    answer({ id, done: true });
  } catch (error) {
    answer({ id, trouble: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
