/** One thread that proves artifacts, one after the other. */
import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { VFileMessage } from 'vfile-message';
import type { Artifact, Message, ParsedEdition } from '../model.ts';
import type { BookPages } from './book-pages.ts';
import type { Findings } from './findings.ts';
import { readSegment } from './source.ts';
import type { Answer, PlainMessage, Task } from './worker.ts';

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** What is new: with more, garbage takes longer to be found. */
const youngMegabytes = 8;

/** A thread loads its libraries as soon as it is made. */
export class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #load = 0;
  #broken: Error | undefined;

  /** @param script the compiled `worker.ts`; @param expected what will come */
  constructor(script: URL, expected: 'prints' | 'ebook') {
    const resourceLimits = { maxYoungGenerationSizeMb: youngMegabytes };
    this.#worker = new Worker(script, { resourceLimits, workerData: expected });
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('The verifier ended before its answer')));
  }

  /** Bytes of the artifacts that it has not answered for. */
  get load(): number {
    return this.#load;
  }

  /** @throws AssertionError when the checks themselves failed: our own fault */
  async examine(artifact: Artifact, books?: readonly BookPages[]): Promise<Findings> {
    this.#load += artifact.bytes.byteLength;
    const { id: _, messages, trouble, ...found } = await this.#ask(artifact, books);
    this.#load -= artifact.bytes.byteLength;
    assert.equal(trouble, undefined, trouble);
    return { ...found, messages: messages.map(toMessage) };
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Takes an edition in, before its files: segment by segment, since all at once would be copied at once. */
  show(edition: ParsedEdition): void {
    this.#tell({ edition: { ...edition, segments: [] } });
    for (const segment of edition.segments) this.#tell({ segment: readSegment(segment) });
  }

  #tell(task: Task): void {
    this.#worker.postMessage(task);
  }

  #ask(artifact: Artifact, books: readonly BookPages[] = []): Promise<Answer> {
    if (this.#broken) return Promise.reject(this.#broken);
    this.#asked += 1;
    const id = this.#asked;
    this.#tell({ id, artifact, books });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #settle(answer: Answer): void {
    this.#waiting.get(answer.id)?.resolve(answer);
    this.#waiting.delete(answer.id);
  }

  #fail(error: Error): void {
    this.#broken ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function toMessage({ reason, place, ruleId, source, file, fatal, note }: PlainMessage): Message {
  const message = new VFileMessage(reason, { place, ruleId, source });
  return Object.assign(message, { file, fatal, note });
}
