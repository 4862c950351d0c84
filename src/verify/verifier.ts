/** A verifier that works in a thread of its own, while the next files are being printed. */
import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { VFileMessage } from 'vfile-message';
import type { Artifact, Edition, Message } from '../model.ts';
import { conclude, type Verification } from './verification.ts';
import type { Answer, PlainMessage, Task } from './worker.ts';

/** Proves artifacts of one edition, one after the other. */
export interface Verifier {
  verify(artifact: Artifact, edition: Edition): Promise<Verification>;
  /** Ends the thread; what waits for it is never answered. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Beside this file as TypeScript, or beside the compiled command. */
const workerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './verify-worker.js',
  import.meta.url,
);

/** Starts the thread; it loads its libraries while the caller goes on. */
export function openVerifier(): Verifier {
  const worker = new Worker(workerUrl);
  const waiting = new Map<number, Waiting>();
  let known: Edition | undefined;
  worker.unref();
  worker.on('message', (answer: Answer) => waiting.get(answer.id)?.resolve(answer));
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The verifier ended before its answer')));
  const tell = (task: Task) => worker.postMessage(task);
  const ask = (artifact: Artifact) =>
    new Promise<Answer>((resolve, reject) => {
      const id = waiting.size;
      waiting.set(id, { resolve, reject });
      worker.ref();
      tell({ id, artifact });
    });
  return {
    verify: async (artifact, edition) => {
      if (known !== edition) tell({ edition });
      known = edition;
      const { proof, messages, trouble } = await ask(artifact);
      assert.equal(trouble, undefined, trouble);
      return conclude(artifact, { proof, messages: messages.map(toMessage) });
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function toMessage({ reason, place, ruleId, source, file, fatal, note }: PlainMessage): Message {
  const message = new VFileMessage(reason, { place, ruleId, source });
  return Object.assign(message, { file, fatal, note });
}
