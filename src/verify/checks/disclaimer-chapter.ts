/** The short disclaimer at the opening of a segment: whole, directly below the title, on one page with it. */

import { createMessage } from '../../rules.ts';
import { type Findings, fail, pass } from '../findings.ts';
import { matchAt, type Range } from '../match.ts';
import { type Phrase, textOf } from '../phrase.ts';
import type { SourceSegment } from '../source.ts';
import { passageAt, passageOf } from '../transcript.ts';
import { findChangedWords, tellWords } from '../words.ts';
import { digestOf, excerpt, type FindBoxes, type NamePlace, pagesOf, placesOf } from './describe.ts';
import { findBelow, type Stretch } from './stretch.ts';

/** Says what is wrong with the element that holds the disclaimer; undefined when nothing is. */
export type InspectNotice = (stretch: Stretch, below: Range) => string | undefined;

/** What is looked for, and how to speak of it. */
export interface Demand {
  readonly phrase: Phrase;
  readonly file: string;
  readonly namePlace: NamePlace;
  readonly inspectNotice?: InspectNotice | undefined;
  /** PDF only. */
  readonly findBoxes?: FindBoxes | undefined;
}

/**
 * Proves the disclaimer of one segment.
 * @param stretch undefined when the segment's heading was not found
 */
export function proveChapterDisclaimer(
  segment: SourceSegment,
  stretch: Stretch | undefined,
  demand: Demand,
): Findings {
  const problem =
    stretch === undefined ? 'its heading of level 1 is not found' : findProblem(stretch, demand);
  if (problem === undefined) {
    const below = stretch && findBelow(stretch.transcript, stretch.heading, demand.phrase);
    const boxes = below && demand.findBoxes?.(below);
    const where = stretch && demand.namePlace(stretch.heading.page, below);
    const title = `below \u201c${segment.title}\u201d`;
    return pass('disclaimer-chapter', `${where}, ${title}, ${digestOf(demand.phrase)}`, boxes);
  }
  const where = stretch ? demand.namePlace(stretch.heading.page, stretch.heading) : 'nowhere';
  const values = { chapter: segment.title, problem };
  const message = createMessage('proof-disclaimer-chapter', values, { file: demand.file });
  return fail('disclaimer-chapter', `${where}, \u201c${segment.title}\u201d: ${problem}`, message);
}

function findProblem(stretch: Stretch, { phrase, namePlace, inspectNotice }: Demand): string | undefined {
  const { transcript, heading } = stretch;
  const below = findBelow(transcript, heading, phrase);
  if (below === undefined) return explainAbsence(stretch, phrase, namePlace);
  const changed = findChangedWords(transcript, phrase, below);
  if (changed) return `${tellWords(changed)} on ${namePlace(heading.page, below)}`;
  const pages = pagesOf(transcript, below);
  if (pages.length > 1) return `it is split over ${placesOf(transcript, below, namePlace).join(' and ')}`;
  if (pages[0] === heading.page) return inspectNotice?.(stretch, below);
  return `it is on ${namePlace(pages[0] ?? 0, below)}, its title on ${namePlace(heading.page, heading)}`;
}

function explainAbsence(
  { transcript, heading, range }: Stretch,
  phrase: Phrase,
  namePlace: NamePlace,
): string {
  const at = transcript.text.indexOf(textOf(phrase), range.start);
  if (at !== -1 && at < range.end) {
    const before = passageOf(transcript, at - 1);
    const [place] = placesOf(transcript, { start: at, end: at + 1 }, namePlace);
    return `it stands on ${place} after \u201c${excerpt(before?.raw ?? '', 40)}\u201d, not directly below the title`;
  }
  const difference = findDifference(transcript.text, phrase, range);
  if (difference !== undefined)
    return `${difference} on ${placesOf(transcript, { start: heading.end, end: heading.end + 1 }, namePlace)[0]}`;
  return `it is missing; below the title on ${namePlace(heading.page, heading)} stands \u201c${excerpt(nextRaw(transcript.passages, heading))}\u201d`;
}

function nextRaw(passages: Stretch['transcript']['passages'], heading: Stretch['heading']): string {
  return passages[passageAt(passages, heading.start) + 1]?.raw ?? '';
}

/** The first place where a text that begins like the disclaimer departs from it. */
function findDifference(text: string, phrase: Phrase, range: Range): string | undefined {
  const expected = textOf(phrase);
  const at = text.indexOf(expected.slice(0, 16), range.start);
  if (at === -1 || at >= range.end || matchAt(text, phrase, at).length > 0) return undefined;
  let same = 0;
  while (same < expected.length && expected[same] === text[at + same]) same += 1;
  const from = Math.max(0, same - 12);
  const found = text.slice(at + from, at + same + 16);
  return `its text is changed, found \u201c\u2026${found}\u2026\u201d, expected \u201c\u2026${expected.slice(from, same + 16)}\u2026\u201d (spaces left out)`;
}
