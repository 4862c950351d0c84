/** A verifier that works in threads of its own, while the next files are being printed. */
import { availableParallelism } from 'node:os';
import type { Artifact, Edition } from '../model.ts';
import type { BookPages } from './book-pages.ts';
import { readSource } from './source.ts';
import { Thread } from './thread.ts';
import { conclude, type Verification } from './verification.ts';

/** Proves artifacts, several at a time. */
export interface Verifier {
  /** @param books those that an e-book may be held against */
  verify(artifact: Artifact, edition: Edition, books?: readonly BookPages[]): Promise<Verification>;
  /** Ends its threads; what waits for them is rejected. */
  close(): Promise<void>;
}

/** The main thread and the browser need a processor each; each of these threads takes some 60 MB. */
const threadCount = Math.min(Math.max(availableParallelism() - 2, 1), 3);

/** Starts the threads; they load their libraries while the caller goes on. */
export function openVerifier(): Verifier {
  if (import.meta.url.endsWith('.ts')) return inPlace;
  return openThreads(new URL('./verify-worker.js', import.meta.url));
}

function openThreads(script: URL): Verifier {
  const threads = Array.from({ length: threadCount }, () => new Thread(script));
  return {
    verify: async (artifact, edition, books) => {
      const thread = threads.reduce((least, next) => (next.load < least.load ? next : least));
      return conclude(artifact, await thread.examine(artifact, edition, books));
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** Where the sources are not compiled, as in tests, the proof runs where it is asked for. */
const inPlace: Verifier = {
  verify: async (artifact, edition, books) => {
    const { examine } = await import('./examine.ts');
    return conclude(artifact, await examine(artifact, readSource(edition), books));
  },
  close: async () => {},
};
