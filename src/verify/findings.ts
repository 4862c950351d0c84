/** Proofs and messages, gathered as the checks go along. */
import type { FoundContents, Message, Proof, ProofBox } from '../model.ts';
import type { BookPages } from './book-pages.ts';

/** What a proof says. Ids are permanent. */
export type CheckId =
  | 'readable'
  | 'privacy'
  | 'plain-file'
  | 'read-aloud'
  | 'text-visible'
  | 'text-uncovered'
  | 'text-letters'
  | 'tagged'
  | 'language'
  | 'disclaimer-full'
  | 'disclaimer-chapter'
  | 'disclaimer-tagged'
  | 'disclaimer-visible'
  | 'disclaimer-contrast'
  | 'disclaimer-letters'
  | 'disclaimer-uncovered'
  | 'disclaimer-one-bit'
  | 'headings'
  | 'text-complete'
  | 'text-added'
  | 'list-numbers'
  | 'pictures'
  | 'tables'
  | 'metadata'
  | 'formulas'
  | 'links'
  | 'fonts-embedded'
  | 'type-size'
  | 'measure'
  | 'margins'
  | 'picture-density'
  | 'running-line'
  | 'page-numbers'
  | 'out-of-date'
  | 'imposition'
  | 'pdf-ua'
  | 'markup'
  | 'spine'
  | 'navigation'
  | 'reading-systems'
  | 'page-list';

/** The result of checks: a proof for each, a message for each failure. */
export interface Findings {
  readonly proof: readonly Proof[];
  readonly messages: readonly Message[];
  /** Absent when the file could not be read. */
  readonly contents?: FoundContents;
  /** Of a book only: what the e-book is held against. */
  readonly book?: BookPages;
}

/** Evidence that a check holds, and where on the pages when that is known. */
export function pass(check: CheckId, where: string, boxes: readonly ProofBox[] = []): Findings {
  return { proof: [{ check, result: 'pass', where, ...(boxes.length > 0 && { boxes }) }], messages: [] };
}

/** Evidence that it does not, with at least one message that says what to do. */
export function fail(check: CheckId, where: string, ...messages: readonly Message[]): Findings {
  return { proof: [{ check, result: 'fail', where }], messages };
}

/** Passes with `where` when there are no messages, else fails with the first message's reason. */
export function judge(check: CheckId, where: string, messages: readonly Message[]): Findings {
  const [first] = messages;
  return first === undefined ? pass(check, where) : fail(check, first.reason, ...messages);
}

/** Passes with `where` whatever is told: warnings refuse nothing. */
export function passWith(check: CheckId, where: string, warnings: readonly Message[]): Findings {
  return { proof: [{ check, result: 'pass', where }], messages: warnings };
}

/** Puts findings together, in order. */
export function gather(findings: readonly Findings[]): Findings {
  return {
    proof: findings.flatMap((finding) => finding.proof),
    messages: findings.flatMap((finding) => finding.messages),
  };
}
