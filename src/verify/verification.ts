/** What was proved of an artifact, and the only place where one becomes `Verified`. */
import type { Artifact, FoundContents, Message, Proof, Verified } from '../model.ts';
import { hasErrors } from '../rules.ts';
import type { BookPages } from './book-pages.ts';
import type { Findings } from './findings.ts';

/** What was proved. */
export interface Verification {
  readonly proof: readonly Proof[];
  /** An error for each thing that is not proved, and warnings; each says what to do. */
  readonly messages: readonly Message[];
  readonly contents?: FoundContents;
  /** Of a book only: what the e-book is held against. */
  readonly book?: BookPages;
  /** The artifact, fit to be written; absent when any check failed. */
  readonly verified?: Verified;
}

/** Draws the conclusion: no error, and no check failed. Warnings refuse nothing. */
export function conclude(artifact: Artifact, findings: Findings): Verification {
  const { proof, messages, contents = { headings: [], labels: [] } } = findings;
  if (hasErrors(messages) || proof.some((it) => it.result === 'fail')) return findings;
  return { ...findings, verified: { ...artifact, proof, contents } as unknown as Verified };
}
