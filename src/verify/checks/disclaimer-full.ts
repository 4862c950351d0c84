/** The full disclaimer in the front matter: whole, on one page, behind nothing but title page and imprint. */
import type { ProofBox } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, fail, pass } from '../findings.ts';
import { fold } from '../fold.ts';
import { findBlock, type Range } from '../match.ts';
import { type Phrase, textOf } from '../phrase.ts';
import type { Passage, Transcript } from '../transcript.ts';
import { findChangedWords, tellWords } from '../words.ts';
import { digestOf, excerpt, type FindBoxes, type NamePlace, placesOf } from './describe.ts';

/** The text of a file before its first segment. */
export interface FrontMatter {
  readonly transcript: Transcript;
  readonly range: Range;
  /** Files that are read before it; none in a PDF. */
  readonly before: readonly Transcript[];
}

/** What is looked for, and how to speak of it. */
export interface FullDemand {
  readonly phrase: Phrase;
  /** Of the edition: the one heading that a title page may have. */
  readonly title: string;
  readonly file: string;
  readonly namePlace: NamePlace;
  /** PDF only. */
  readonly findBoxes?: FindBoxes;
}

/** Where the full disclaimer stands, whole; undefined when it does not. */
export function findFullDisclaimer(
  { transcript, range }: Pick<FrontMatter, 'transcript' | 'range'>,
  phrase: Phrase,
): Range | undefined {
  return findBlock(transcript, phrase, range, { lead: 0, tail: 0 });
}

/**
 * Proves the full disclaimer.
 * @param front in reading order: one stretch of a PDF, or one for each spine file (a notice section of it)
 */
export function proveFullDisclaimer(front: readonly FrontMatter[], demand: FullDemand): Findings {
  const { phrase, title, file, namePlace, findBoxes } = demand;
  for (const matter of front) {
    const found = findFullDisclaimer(matter, phrase);
    if (found === undefined) continue;
    const earlier = findEarlierHeading(matter, found, title);
    if (earlier !== undefined)
      return refuse(
        `\u201c${excerpt(earlier.raw)}\u201d stands before it, on ${namePlace(earlier.page, earlier)}`,
        file,
      );
    const pages = placesOf(matter.transcript, found, namePlace);
    const changed = findChangedWords(matter.transcript, phrase, found);
    if (changed) return refuse(`${tellWords(changed)} on ${pages.join(' and ')}`, file);
    return proveOnePage(pages, digestOf(phrase), file, findBoxes?.(found));
  }
  return refuse(explain(front, phrase, namePlace), file);
}

function refuse(problem: string, file: string): Findings {
  return fail('disclaimer-full', problem, createMessage('proof-disclaimer-full', { problem }, { file }));
}

/** A heading before the disclaimer that is neither the edition's title nor the disclaimer's own. */
function findEarlierHeading(
  { transcript, before }: FrontMatter,
  { start }: Range,
  title: string,
): Passage | undefined {
  const above = transcript.passages.filter((it) => it.level !== undefined && it.end <= start).slice(0, -1);
  const others = before.flatMap(({ passages }) => passages.filter((it) => it.level !== undefined));
  return [...others, ...above].find(({ raw }) => fold(raw) !== fold(title));
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

function explain(front: readonly FrontMatter[], phrase: Phrase, namePlace: NamePlace): string {
  const begin = textOf(phrase).slice(0, 24);
  for (const { transcript, range } of front) {
    const start = transcript.text.slice(0, range.end).indexOf(begin, range.start);
    if (start === -1) continue;
    const [place] = placesOf(transcript, { start, end: start + 1 }, namePlace);
    return `its text begins on ${place} but is not whole, or not in one piece`;
  }
  return 'it is not found before the first segment';
}
