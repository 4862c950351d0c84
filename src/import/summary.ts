/** What the report says of the finished text: cuts, lists, disclaimer, and what a person should look at. */
import { parse } from 'yaml';
import type { Draft } from './draft.ts';
import { findDoses } from './find/doses.ts';
import { findNames } from './find/names.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { CutReport, DisclaimerReport, ListReport, Report, Sighting } from './report.ts';
import { lineOf, piecesOf } from './tree/nodes.ts';
import type { About } from './types.ts';
import { excerptOf, splitWords } from './words.ts';
import { readLists } from './write/markdown.ts';
import type { SegmentFile } from './write/segments.ts';

/** Keys that the post does not tell; the edition is built without them, or with what stands for them. */
export function reportUnknown(
  { author, url, date, title, language }: About,
  { disclaimer }: Draft,
): string[] {
  return [
    'source.permission',
    'reviewed',
    ...(title === undefined ? ['title'] : []),
    ...(author === undefined ? ['author', 'source.author'] : []),
    ...(url === undefined ? ['source.url'] : []),
    ...(date === undefined ? ['source.date'] : []),
    ...(language === undefined ? ['language'] : []),
    ...(disclaimer === undefined ? ['disclaimer.md'] : []),
  ];
}

/** Where each segment begins in the post, and why there. */
export function reportCuts({ chapters, segments }: Draft, ledger: Ledger): CutReport[] {
  return segments.map(({ path, title }, index) => {
    const chapter = chapters[index];
    if (!chapter) return { file: path, title, reason: 'notices for which the disclaimer has no room' };
    const [first] = piecesOf(chapter.titleNode ? [chapter.titleNode] : chapter.nodes);
    const line = first === undefined ? undefined : ledger.pieces[first]?.line;
    return { file: path, title, ...(line !== undefined && { line }), reason: chapter.reason };
  });
}

/** Every numbered list of the outermost level. */
export function reportLists(segments: readonly SegmentFile[]): ListReport[] {
  return segments.flatMap(({ path, body }) =>
    readLists(body).map(({ first, items }) => ({ file: path, first, last: first + items - 1, items })),
  );
}

/** Lengths of the three forms, in words. */
export function reportDisclaimer({ disclaimer, proposal, chapters, segments }: Draft): DisclaimerReport {
  if (!proposal || disclaimer === undefined) return { full: 0, chapter: 0, page: 0 };
  const full = proposal.full.reduce((sum, node) => sum + splitWords(lineOf(node)).length, 0);
  const { chapter, page } = parse(disclaimer.split('\n---\n')[0] ?? '');
  const rest = segments[chapters.length]?.path;
  return {
    full,
    chapter: splitWords(chapter).length,
    page: splitWords(page).length,
    ...(rest !== undefined && { rest }),
  };
}

/** A line that begins with a number, but is no item of a list. */
const looseNumber = /^\s*\(?\d{1,3}[.)]\s+\S/u;

/** What a person should hold against the page. */
export function reportToCheck(entries: readonly Entry[], joinedTables: readonly number[]): Report['toCheck'] {
  const loose = entries.flatMap(({ piece, fate }) =>
    fate.kind === 'kept' && !piece.isMarker && looseNumber.test(piece.text)
      ? [{ line: piece.line, what: `number in no list: ${excerptOf(piece.text)}` }]
      : [],
  );
  const joined = joinedTables.map((line) => ({
    line,
    what: 'table with joined cells, whose text stands once',
  }));
  return [...loose, ...joined].sort((a, b) => a.line - b.line);
}

/** Amounts of medicines and names of people in the text, with the line of the post. */
export function reportSightings(entries: readonly Entry[]): { doses: Sighting[]; names: Sighting[] } {
  const look = (find: (text: string) => readonly string[]) =>
    entries.flatMap(({ piece, fate }) => {
      if (fate.kind === 'dropped' || !fate.where.startsWith('segments/')) return [];
      return find(piece.text).map((text) => ({ text, line: piece.line, where: fate.where }));
    });
  return { doses: look(findDoses), names: look(findNames) };
}
