/** The proof in a thread of its own: an edition once, its segments one by one, then one artifact after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Artifact, FoundContents, Message, Proof } from '../model.ts';
import type { BookPages } from './book-pages.ts';
import { examine } from './examine.ts';
import { openUsual } from './pdf/notice/faces.ts';
import type { Looker } from './pdf/notice/look.ts';
import { openLooker } from './pdf/notice/look-thread.ts';
import type { SourceEdition, SourceSegment } from './source.ts';

/** What the thread is told. The edition comes without its segments, which would be copied all at once. */
export type Task =
  | { readonly edition: SourceEdition }
  | { readonly segment: SourceSegment }
  | { readonly id: number; readonly artifact: Artifact; readonly books: readonly BookPages[] };

/** A message as plain data: errors lose their own fields on the way between threads. */
export type PlainMessage = Pick<
  Message,
  'reason' | 'place' | 'ruleId' | 'source' | 'file' | 'fatal' | 'note'
>;

/** What the thread answers; `trouble` is our own fault, told with its stack. */
export interface Answer {
  readonly id: number;
  readonly proof: readonly Proof[];
  readonly messages: readonly PlainMessage[];
  readonly contents?: FoundContents;
  readonly book?: BookPages;
  readonly trouble?: string;
}

let edition: (SourceEdition & { readonly segments: SourceSegment[] }) | undefined;

/** Beside the thread that proves: it draws while the rest of a file is judged. */
const { look, start } = openLooker(new URL('./look-worker.js', import.meta.url));

// While the first file is being printed there is a processor to spare; later there is none.
if (workerData === 'prints') {
  start();
  openUsual();
}

/** When the next file may be opened: the last one is read, and the one before it has its answer. */
let ready: Promise<unknown> = Promise.resolve();
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (task: Task) => {
  if ('edition' in task) edition = { ...task.edition, segments: [] };
  else if ('segment' in task) edition?.segments.push(task.segment);
  else queue(task);
});

/** A file waits while its pages are looked at; meanwhile the next one is read, and no further one. */
function queue(task: Extract<Task, { readonly id: number }>): void {
  const before = last;
  const read = new Promise<void>((tellRead) => {
    last = ready.then(() => take(task, tellRead)).finally(tellRead);
  });
  ready = Promise.all([read, before]);
}

/** @param tellRead is called when nothing but the looking is left to do */
async function take(
  { id, artifact, books }: Extract<Task, { readonly id: number }>,
  tellRead: () => void,
): Promise<void> {
  const lookAside: Looker = (bytes, looks) => {
    tellRead();
    return look(bytes, looks);
  };
  parentPort?.postMessage(await answer(id, artifact, books, lookAside));
}

async function answer(
  id: number,
  artifact: Artifact,
  books: readonly BookPages[],
  look: Looker,
): Promise<Answer> {
  try {
    if (!edition) throw new TypeError('An artifact came before its edition');
    const { messages, ...found } = await examine(artifact, edition, books, look);
    return { id, ...found, messages: messages.map(toPlain) };
  } catch (error) {
    const trouble = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id, proof: [], messages: [], trouble };
  }
}

function toPlain({ reason, place, ruleId, source, file, fatal, note }: Message): PlainMessage {
  return { reason, place, ruleId, source, file, fatal, note };
}
