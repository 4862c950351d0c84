/** Finding each segment in a transcript by its title. */

import { countWords, fold } from '../fold.ts';
import { matchAt, type Range } from '../match.ts';
import type { Phrase } from '../phrase.ts';
import type { SourceSegment } from '../source.ts';
import { type Passage, passageAt, type Transcript } from '../transcript.ts';

/** Folded characters of a label in front of a title inside its heading: "Chapter 12", "第12章". */
const labelLimit = 24;
/** Words of the disclaimer box's own label: "Please read". */
const boxLabelWords = 6;

/** Where a segment stands in a finished file: from its heading to the next segment's. */
export interface Stretch {
  readonly segment: SourceSegment;
  readonly transcript: Transcript;
  /** The heading of level 1 with the segment's title. */
  readonly heading: Passage;
  readonly range: Range;
}

/** Whether a passage is the heading of level 1 that opens a segment. */
export function opensSegment(passage: Passage, transcript: Transcript, title: string): boolean {
  return passage.level === 1 && namesSegment(transcript.text.slice(passage.start, passage.end), title);
}

/** Whether a folded text is the title of a segment, perhaps behind a label. */
export function namesSegment(text: string, title: string): boolean {
  const folded = fold(title);
  if (text === folded) return true;
  const label = text.length - folded.length;
  return (
    text.endsWith(folded) &&
    label <= labelLimit &&
    /^\P{N}*[\p{N}ivxlcIVXLC]+[.:)\u2013\u2014\u7ae0-]?$/u.test(text.slice(0, label))
  );
}

/**
 * Finds the segments in order. A title that is missing leaves its segment out. Of several headings with the
 * title (a title page may repeat it), the first that the disclaimer follows is taken, else the first.
 */
export function locateSegments(
  transcript: Transcript,
  segments: readonly SourceSegment[],
  disclaimer: Phrase,
): Stretch[] {
  const found: { segment: SourceSegment; heading: Passage }[] = [];
  let from = 0;
  for (const segment of segments) {
    const headings = transcript.passages.filter(
      (passage) =>
        passage.level === 1 && passage.start >= from && opensSegment(passage, transcript, segment.title),
    );
    const heading = headings.find((it) => findBelow(transcript, it, disclaimer) !== undefined) ?? headings[0];
    if (heading === undefined) continue;
    found.push({ segment, heading });
    from = heading.end;
  }
  return found.map(({ segment, heading }, index) => {
    const end = found[index + 1]?.heading.start ?? transcript.text.length;
    return { segment, transcript, heading, range: { start: heading.end, end } };
  });
}

/**
 * Finds a phrase directly below a heading; nothing may stand between but the label of its box, of at most six
 * words. It must fill whole passages.
 */
export function findBelow(transcript: Transcript, heading: Passage, phrase: Phrase): Range | undefined {
  const { passages } = transcript;
  const index = passageAt(passages, heading.start);
  for (const skipped of [0, 1]) {
    const passage = passages[index + 1 + skipped];
    const label = passages[index + skipped];
    if (passage === undefined || label === undefined) return undefined;
    if (skipped === 1 && countWords(label.raw) > boxLabelWords) return undefined;
    const end = matchAt(transcript.text, phrase, passage.start).find((at) => closesPassage(passages, at));
    if (end !== undefined) return { start: passage.start, end };
  }
  return undefined;
}

/** Whether a passage ends at an offset. */
export function closesPassage(passages: readonly Passage[], at: number): boolean {
  return passages[passageAt(passages, at - 1)]?.end === at;
}
