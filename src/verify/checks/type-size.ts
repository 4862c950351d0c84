/** Type sizes, measured on the finished page: the body, the smallest letter, the disclaimer; and slanted type. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, judge } from '../findings.ts';
import type { Floors } from '../floors.ts';
import type { Range } from '../match.ts';
import { tellPlace } from '../pdf/place.ts';
import type { PageLayout } from '../pdf/read.ts';
import type { Run } from '../pdf/runs.ts';
import { passagesBetween, type Transcript } from '../transcript.ts';
import { excerpt } from './describe.ts';
import { findShrinking } from './shrinking.ts';

/** What is measured against which floors. */
export interface Measured {
  readonly pages: readonly PageLayout[];
  readonly transcript: Transcript;
  readonly floors: Floors;
  /** Where the text of the source stands. */
  readonly texts: readonly Range[];
  /** Where the disclaimer stands, in full and in short. */
  readonly disclaimers: readonly Range[];
  /** Path of the file, for messages. */
  readonly file: string;
}

/** Sizes are written to the tenth of a point, and Chromium rounds 14.667 px to 14.66. */
const tolerance = 0.05;

/** Proves that no letter is smaller than its readers need. */
export function checkTypeSize(measured: Measured): Findings {
  const { pages, floors, transcript } = measured;
  const shrinking = findShrinking(pages, transcript);
  if (shrinking !== undefined) {
    const message = createMessage('proof-shrunk', shrinking, { file: measured.file });
    return judge('type-size', '', [message]);
  }
  const text = findBodySize(pages, transcript, measured.texts);
  const body = text || findBodySize(pages, transcript, measured.disclaimers);
  const messages = [
    ...checkBody(body, measured),
    ...checkSmallest(measured),
    ...checkDisclaimers(text || floors.body, measured),
    ...(floors.italics ? [] : checkSlanted(measured)),
  ];
  const smallest = Math.min(...seenRuns(pages).map(({ run }) => run.size));
  return judge('type-size', `body ${show(body)} pt, smallest ${show(smallest)} pt`, messages);
}

/**
 * The size of the most characters of the text in some ranges, in pt; headings, tables and code left out. 0 when
 * there is nothing else.
 */
export function findBodySize(
  pages: readonly PageLayout[],
  transcript: Transcript,
  ranges: readonly Range[],
): number {
  const sources = new Set(
    ranges.flatMap(({ start, end }) =>
      passagesBetween(transcript, start, end).flatMap((it) =>
        it.isCell || it.isCode || it.level ? [] : it.sources,
      ),
    ),
  );
  const counts = new Map<number, number>();
  for (const { run } of seenRuns(pages)) {
    if (!sources.has(run.id)) continue;
    const size = Math.round(run.size * 10) / 10;
    counts.set(size, (counts.get(size) ?? 0) + run.text.length);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
}

interface Seen {
  readonly run: Run;
  readonly page: PageLayout;
}

/** Runs with a letter in them. */
function seenRuns(pages: readonly PageLayout[]): Seen[] {
  return pages.flatMap((page) =>
    page.runs.filter(({ left }) => Number.isFinite(left)).map((run) => ({ run, page })),
  );
}

function checkBody(body: number, { floors, file, pages }: Measured): Message[] {
  if (body >= floors.body - tolerance) return [];
  const first = seenRuns(pages).find(({ run }) => run.id !== '' && show(run.size) === show(body));
  const where = first ? tellPlace(first.page, first.run) : 'no page';
  const values = { found: show(body), floor: floors.body, where };
  return [createMessage('proof-body-size', values, { file })];
}

/** Whether a run with a letter in it is smaller than it may be anywhere, in pt. */
export function isSmall({ left, size }: Run, smallest: number): boolean {
  return Number.isFinite(left) && size < smallest - tolerance;
}

/** One message for each size that is too small, with the first place. */
function checkSmallest({ pages, floors, file }: Measured): Message[] {
  const small = seenRuns(pages).filter(({ run }) => isSmall(run, floors.smallest));
  return firstOfEach(small, ({ run }) => show(run.size)).map(({ run, page }) => {
    const where = { where: tellPlace(page, run), excerpt: excerpt(run.text) };
    const values = { ...where, found: show(run.size), floor: floors.smallest };
    return createMessage('proof-type-size', values, { file });
  });
}

function checkDisclaimers(body: number, { pages, transcript, disclaimers, file }: Measured): Message[] {
  const sources = new Set(
    disclaimers.flatMap(({ start, end }) =>
      passagesBetween(transcript, start, end).flatMap((passage) => passage.sources),
    ),
  );
  const small = seenRuns(pages).filter(({ run }) => sources.has(run.id) && run.size < body - tolerance);
  return small.slice(0, 1).map(({ run, page }) => {
    const values = { where: tellPlace(page, run), found: show(run.size), floor: show(body) };
    return createMessage('proof-disclaimer-size', { ...values, excerpt: excerpt(run.text) }, { file });
  });
}

/** One message for each face that leans. */
function checkSlanted({ pages, file }: Measured): Message[] {
  const slanted = seenRuns(pages).filter(({ run }) => run.slanted && /\p{L}/u.test(run.text));
  return firstOfEach(slanted, ({ run }) => run.font.name).map(({ run, page }) => {
    const values = { where: tellPlace(page, run), excerpt: excerpt(run.text), font: run.font.name };
    return createMessage('proof-italics', values, { file });
  });
}

function firstOfEach(seen: readonly Seen[], keyOf: (seen: Seen) => string): readonly Seen[] {
  const first = new Map<string, Seen>();
  for (const one of seen) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
  return [...first.values()];
}

/** To the tenth of a point. */
function show(size: number): string {
  return String(Math.round(size * 10) / 10);
}
