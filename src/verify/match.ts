/** Finding a phrase in a transcript. */
import { isInternal, withoutScheme } from './address.ts';
import type { Gap, Phrase } from './phrase.ts';
import { type Passage, passageAt, type Transcript } from './transcript.ts';

/** Folded characters that a footnote's sign may take. */
const noteLimit = 6;
/** Folded characters beside the address: brackets, "see page 120". */
const linkLimit = 24;
/** Folded characters of "(“A segment's title” in the full edition)", behind a link to another segment. */
const mentionLimit = 400;

/** "12", "page 12", "xii", "page xii". */
const pageNumber = /^(?:\p{L}{0,12}[.,]?\d{1,5}|(?:page|p\.)?[ivxlc]{1,6})$/u;
/** UTF-16 units of the longest of them: twelve letters may have two each. */
const longestNumber = 30;

/** The part of a transcript that belongs to one segment. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Ends of the phrase when it begins at `start`; empty when it does not. More than one when what stands behind
 * a link may or may not be part of it.
 */
export function matchAt(text: string, phrase: Phrase, start: number): readonly number[] {
  let ends = new Set([start]);
  for (const part of phrase) {
    const next = new Set<number>();
    for (const at of ends) {
      if (!text.startsWith(part.text, at)) continue;
      for (const end of skipGap(text, part.after, at + part.text.length)) next.add(end);
    }
    ends = next;
  }
  return [...ends];
}

/** Where each part of a phrase that was found stands; the first way in which it fits. */
export function placeParts(text: string, phrase: Phrase, { start, end }: Range): readonly Range[] {
  const [part, ...rest] = phrase;
  if (part === undefined) return [];
  const from = start + part.text.length;
  if (rest.length === 0) return [{ start, end: from }];
  for (const next of skipGap(text, part.after, from)) {
    if (!matchAt(text, rest, next).includes(end)) continue;
    return [{ start, end: from }, ...placeParts(text, rest, { start: next, end })];
  }
  return [];
}

/** What stands in a gap of a phrase that was found; empty when nothing is added. */
export interface Addition {
  readonly gap: Gap;
  readonly text: string;
}

/** What is added to a phrase that was found, gap by gap. */
export function listAdditions(text: string, phrase: Phrase, range: Range): readonly Addition[] {
  if (phrase.every(({ after }) => after.kind === 'none')) return [];
  const places = placeParts(text, phrase, range);
  return phrase.map(({ after: gap }, index) => {
    const next = places[index + 1]?.start ?? range.end;
    return { gap, text: text.slice(places[index]?.end ?? range.end, next) };
  });
}

/** What stands behind links to other places in a phrase that was found. */
export function listMentions(text: string, phrase: Phrase, range: Range): readonly string[] {
  if (!phrase.some(({ after }) => leadsInside(after))) return [];
  const additions = listAdditions(text, phrase, range);
  return additions.flatMap(({ gap, text: added }) => (leadsInside(gap) && added !== '' ? [added] : []));
}

function skipGap(text: string, gap: Gap, from: number): number[] {
  const ends = [from];
  if (gap.kind === 'none') return ends;
  const limit = limitOf(gap);
  const mayAdd = createTest(gap);
  for (let length = 1; length <= limit && from + length <= text.length; length += 1) {
    if (mayAdd(text.slice(from, from + length))) ends.push(from + length);
  }
  return ends;
}

function limitOf(gap: Gap): number {
  if (gap.kind !== 'link') return noteLimit;
  return leadsInside(gap) ? mentionLimit : gap.url.length + linkLimit;
}

function leadsInside(gap: Gap): boolean {
  return gap.kind === 'link' && isInternal(gap.url);
}

/** Tells whether a text may stand in a gap. Up to some hundred texts are tried in each. */
function createTest(gap: Gap): (added: string) => boolean {
  if (gap.kind !== 'link') return (added) => /^[[(]?[\da-z*\u2020\u2021\u00a7]{1,4}[\])]?$/i.test(added);
  const internal = isInternal(gap.url);
  const address = withoutScheme(gap.url);
  return (added) => {
    if (internal && added.startsWith('(') && added.endsWith(')')) return true;
    const bare = withoutSigns(added);
    if (internal && bare.length <= longestNumber && pageNumber.test(bare)) return true;
    return bare.includes(address) && withoutScheme(bare) === address;
  };
}

/** Without brackets and arrows around it. Some hundred texts are tried behind a link: an expression takes much longer. */
function withoutSigns(text: string): string {
  let start = 0;
  while (start < text.length && '[(<\u2192'.includes(text.charAt(start))) start += 1;
  let end = text.length;
  while (end > start && '])>'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** How a phrase must sit in its block. */
export interface Seat {
  /** Folded characters allowed before it in its block. */
  readonly lead: number;
  /** Folded characters allowed behind it in its block: a footnote's way back. */
  readonly tail: number;
}

/** Finds the first place in the range where the phrase stands as a block of its own. */
export function findBlock(
  transcript: Transcript,
  phrase: Phrase,
  range: Range,
  seat: Seat,
): Range | undefined {
  for (const start of candidates(transcript, phrase, range)) {
    const passage = transcript.passages[passageAt(transcript.passages, start)];
    if (passage === undefined || start - Math.max(passage.start, range.start) > seat.lead) continue;
    const ends = matchAt(transcript.text, phrase, start);
    const end = ends.find((at) => at > start && endsBlock(transcript, at, range, seat));
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

function* candidates(transcript: Transcript, phrase: Phrase, range: Range): Generator<number> {
  const head = phrase[0]?.text ?? '';
  if (head !== '') yield* occurrences(transcript.text, head, range);
  else yield* passageStarts(transcript.passages, range);
}

function* occurrences(text: string, head: string, range: Range): Generator<number> {
  let at = text.indexOf(head, range.start);
  while (at !== -1 && at < range.end) {
    yield at;
    at = text.indexOf(head, at + 1);
  }
}

function* passageStarts(passages: readonly Passage[], range: Range): Generator<number> {
  for (let index = Math.max(0, passageAt(passages, range.start)); index < passages.length; index += 1) {
    const start = passages[index]?.start ?? range.end;
    if (start >= range.end) return;
    if (start >= range.start) yield start;
  }
}

function endsBlock({ passages }: Transcript, at: number, range: Range, seat: Seat): boolean {
  if (at > range.end) return false;
  const passage = passages[passageAt(passages, at - 1)];
  return passage !== undefined && passage.end - at <= seat.tail;
}
