/** Nothing is added to the text of the source but the labels and lines that editions are known to add. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, judge } from '../findings.ts';
import { type Furniture, openFurniture } from '../furniture.ts';
import type { Range } from '../match.ts';
import type { SourceEdition } from '../source.ts';
import { type Passage, passagesBetween, type Transcript } from '../transcript.ts';
import { excerpt, type NamePlace } from './describe.ts';

/** A stretch of a finished file and where the text of the source stands in it. */
export interface Covered {
  readonly transcript: Transcript;
  readonly range: Range;
  readonly texts: readonly Range[];
  /** Page numbers stand there: contents. */
  readonly numbers?: 'numbers';
  /** For messages: what the stretch is. */
  readonly name: string;
}

/** What was found between the texts. */
export interface Additions {
  readonly messages: Message[];
  /** Additions that were meant, as read. */
  readonly meant: readonly string[];
}

/** Sorts all that is not of the source into what was meant and what was not: a message for each of these. */
export function findAdditions(
  { transcript, range, texts, numbers, name }: Covered,
  furniture: Furniture,
  file: string,
  namePlace: NamePlace,
): Additions {
  const covers = [...texts].sort((a, b) => a.start - b.start);
  const messages: Message[] = [];
  const meant: string[] = [];
  let first = 0;
  for (const passage of passagesBetween(transcript, range.start, range.end)) {
    while ((covers[first]?.end ?? Number.POSITIVE_INFINITY) <= passage.start) first += 1;
    const rest = restOf(transcript.text, passage, range, covers, first);
    if (rest.every((text) => !/[\p{L}\p{N}]/u.test(text))) continue;
    const isMeant = rest.every(
      (text, index) => (index === 0 && isNumber(text, passage)) || furniture.explains(text, numbers),
    );
    if (isMeant) meant.push(show(passage, rest));
    else {
      const addition = { text: show(passage, rest), at: passage };
      messages.push(tellAddition(addition, name, { file, namePlace }));
    }
  }
  return { messages, meant };
}

/** A footnote's number, well apart from the text: `1.` right before `5 mg` would be another dose. */
function isNumber(rest: string, { raw }: Passage): boolean {
  return /^\d{1,4}\.$/.test(rest) && raw.trimStart().startsWith(rest) && /^\s*\d{1,4}\.\s/u.test(raw);
}

/** What of a passage no text covers. */
function restOf(
  text: string,
  passage: Passage,
  range: Range,
  covers: readonly Range[],
  first: number,
): string[] {
  const rest: string[] = [];
  let at = Math.max(passage.start, range.start);
  const end = Math.min(passage.end, range.end);
  for (let index = first; index < covers.length; index += 1) {
    const cover = covers[index];
    if (cover === undefined || cover.start >= end) break;
    if (cover.start > at) rest.push(text.slice(at, cover.start));
    at = Math.max(at, cover.end);
  }
  if (at < end) rest.push(text.slice(at, end));
  return rest;
}

/** A passage as read, or what of it is added, folded. */
function show(passage: Passage, rest: readonly string[]): string {
  const isWhole = rest.join('').length === passage.end - passage.start;
  return isWhole ? passage.raw.replace(/\s+/gu, ' ').trim() : rest.join(' \u2026 ');
}

/** Proves that nothing but furniture stands in some stretches outside the segments: title page, contents. */
export function proveFront(
  stretches: readonly Omit<Covered, 'name' | 'numbers'>[],
  edition: SourceEdition,
  file: string,
  namePlace: NamePlace,
): Findings {
  const furniture = openFurniture(edition);
  const found = stretches.map((stretch) =>
    findAdditions({ ...stretch, name: 'the front matter', numbers: 'numbers' }, furniture, file, namePlace),
  );
  const count = found.flatMap(({ meant }) => meant).length;
  const messages = found.flatMap((additions) => additions.messages);
  return judge('text-added', `front matter: ${count} lines of the edition only`, messages);
}

/** The message for an addition that was not meant. */
export function tellAddition(
  { text, at }: { readonly text: string; readonly at: Passage },
  chapter: string,
  { file, namePlace }: { readonly file: string; readonly namePlace: NamePlace },
): Message {
  const values = { excerpt: excerpt(text), where: namePlace(at.page, at), chapter };
  return createMessage('proof-text-added', values, { file });
}
