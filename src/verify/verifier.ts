/** A verifier that works in threads of its own, while the next files are being printed. */
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import type { Artifact, ParsedEdition } from '../model.ts';
import type { BookPages } from './book-pages.ts';
import { readSource, type SourceEdition } from './source.ts';
import { Thread } from './thread.ts';
import { conclude, type Verification } from './verification.ts';

/** Proves artifacts, several at a time. */
export interface Verifier {
  /** Takes an edition in, before its files; its trees are not kept. */
  readonly read: (edition: ParsedEdition) => void;
  /** @param books those that an e-book may be held against */
  verify(artifact: Artifact, books?: readonly BookPages[]): Promise<Verification>;
  /** Ends its threads; what waits for them is rejected. */
  close(): Promise<void>;
}

/** The main thread and the browser need a processor each; each of these threads takes some 60 MB. */
const threadCount = Math.min(Math.max(availableParallelism() - 2, 1), 3);

/**
 * Its threads start, and load their libraries, when the edition is there: before, the browser starts and the source is
 * read, and the first file is not yet printed for a while.
 * @param expected whether any prints will come
 */
export function openVerifier(expected: 'prints' | 'ebook'): Verifier {
  if (import.meta.url.endsWith('.ts')) return openInPlace();
  return openThreads(new URL('./verify-worker.js', import.meta.url), expected);
}

function openThreads(script: URL, expected: 'prints' | 'ebook'): Verifier {
  const threads: Thread[] = [];
  return {
    read: (edition) => {
      while (threads.length < threadCount) threads.push(new Thread(script, expected));
      for (const thread of threads) thread.show(edition);
    },
    verify: async (artifact, books) => {
      const [first, ...others] = threads;
      assert.ok(first, 'An artifact came before its edition');
      const thread = others.reduce((least, next) => (next.load < least.load ? next : least), first);
      return conclude(artifact, await thread.examine(artifact, books));
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** Where the sources are not compiled, as in tests, the proof runs where it is asked for. */
function openInPlace(): Verifier {
  let source: SourceEdition | undefined;
  return {
    read: (edition) => {
      source = readSource(edition);
    },
    verify: async (artifact, books) => {
      const { examine } = await import('./examine.ts');
      assert.ok(source, 'An artifact came before its edition');
      return conclude(artifact, await examine(artifact, source, books));
    },
    close: async () => {},
  };
}
