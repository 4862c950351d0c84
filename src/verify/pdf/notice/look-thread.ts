/** One thread that looks at pages, beside the one that proves: drawing them is a third of the work of a proof. */
import { Worker } from 'node:worker_threads';
import type { Looker, Seen } from './look.ts';
import type { LookAnswer, LookTask } from './look-worker.ts';

interface Waiting {
  readonly resolve: (seen: readonly Seen[]) => void;
  readonly reject: (error: Error) => void;
}

/** What is new, in MB: there is little of it, and with more, garbage takes longer to be found. */
const youngMegabytes = 2;

/** Looks in a thread of its own. */
export interface LookThread {
  readonly look: Looker;
  /** Starts it before it is asked, so that it is ready then. */
  readonly start: () => void;
  readonly close: () => Promise<unknown>;
}

/**
 * The thread is started when it is first asked, if not before, and again when it broke; it ends with the thread that
 * it was started from, or when it is closed.
 * @param script the compiled `look-worker.ts`
 */
export function openLooker(script: URL): LookThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;
  const start = (): Worker => {
    const started = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } });
    const fail = (error: Error) => {
      if (worker !== started) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('message', (answer: LookAnswer) => settle(waiting, answer));
    started.on('error', fail);
    started.on('exit', () => fail(new Error('The looking ended before its answer')));
    return started;
  };
  const look: Looker = (bytes, looks) => {
    if (looks.length === 0) return Promise.resolve([]);
    worker ??= start();
    asked += 1;
    const task: LookTask = { id: asked, bytes, looks };
    worker.postMessage(task);
    return new Promise((resolve, reject) => waiting.set(task.id, { resolve, reject }));
  };
  return {
    look,
    start: () => {
      worker ??= start();
    },
    close: async () => worker?.terminate(),
  };
}

function settle(waiting: Map<number, Waiting>, answer: LookAnswer): void {
  const { resolve, reject } = waiting.get(answer.id) ?? {};
  waiting.delete(answer.id);
  if ('seen' in answer) resolve?.(answer.seen);
  else reject?.(new Error(answer.problem));
}
