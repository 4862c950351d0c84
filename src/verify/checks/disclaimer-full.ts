/** The full disclaimer in the front matter: whole, on one page, and before the first segment. */
import type { ProofBox } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, fail, pass } from '../findings.ts';
import { findBlock, type Range } from '../match.ts';
import { type Phrase, textOf } from '../phrase.ts';
import type { Transcript } from '../transcript.ts';
import { digestOf, type FindBoxes, type NamePlace, pagesOf } from './describe.ts';

/** The text of a file before its first segment. */
export interface FrontMatter {
  readonly transcript: Transcript;
  readonly range: Range;
}

/** Where the full disclaimer stands, whole; undefined when it does not. */
export function findFullDisclaimer({ transcript, range }: FrontMatter, phrase: Phrase): Range | undefined {
  return findBlock(transcript, phrase, range, { lead: 0, tail: 0 });
}

/**
 * Proves the full disclaimer.
 * @param front in reading order: one stretch of a PDF, or one for each spine file (a notice section of it)
 * @param findBoxes PDF only
 */
export function proveFullDisclaimer(
  front: readonly FrontMatter[],
  phrase: Phrase,
  file: string,
  namePlace: NamePlace,
  findBoxes?: FindBoxes,
): Findings {
  for (const matter of front) {
    const found = findFullDisclaimer(matter, phrase);
    if (found === undefined) continue;
    const pages = pagesOf(matter.transcript, found).map(namePlace);
    return proveOnePage(pages, digestOf(phrase), file, findBoxes?.(found));
  }
  const problem = explain(front, phrase);
  return fail('disclaimer-full', problem, createMessage('proof-disclaimer-full', { problem }, { file }));
}

function proveOnePage(
  places: readonly string[],
  digest: string,
  file: string,
  boxes?: readonly ProofBox[],
): Findings {
  const where = places.join(' and ');
  if (places.length === 1) return pass('disclaimer-full', `${where}, ${digest}`, boxes);
  const message = createMessage('proof-disclaimer-split', { where }, { file });
  return fail('disclaimer-full', `split over ${where}`, message);
}

function explain(front: readonly FrontMatter[], phrase: Phrase): string {
  const expected = textOf(phrase);
  const begins = front.some(({ transcript, range }) =>
    transcript.text.slice(range.start, range.end).includes(expected.slice(0, 24)),
  );
  if (begins) return 'its text begins before the first segment but is not whole, or not in one piece';
  return 'it is not found before the first segment';
}
