/** The account for people and programs: `import-report.json`. */

import type { Words } from './account.ts';
import { countWords, type Entry } from './ledger.ts';
import { excerptOf } from './words.ts';

/** A line of the post and its end; a line whose parts end apart has an entry for each. */
export interface LineReport {
  readonly line: number;
  readonly fate: 'kept' | 'moved' | 'dropped';
  readonly words: number;
  /** Where it went; absent for what was dropped. */
  readonly where?: string;
  /** Why it was dropped. */
  readonly why?: string;
  /** The first 80 characters of what was dropped; absent where they would name a reader. */
  readonly text?: string;
}

/** A beginning of a chapter, for the editor to change. */
export interface CutReport {
  readonly file: string;
  readonly title: string;
  /** Line of the post; absent for a chapter that the import added. */
  readonly line?: number;
  readonly reason: string;
}

/** Something found in the text that a person should look at. */
export interface Sighting {
  readonly text: string;
  readonly line: number;
  readonly where: string;
}

/** Everything that the import tells. */
export interface Report {
  readonly post: {
    readonly format: string;
    readonly encoding: string;
    readonly sha256: string;
    readonly title: string;
    readonly lines: number;
    /** Day of the import, `YYYY-MM-DD`: the date of the edition. */
    readonly imported: string;
  };
  readonly words: Words;
  /** Keys of `edition.yaml` that the post does not tell. */
  readonly toSet: readonly string[];
  readonly cuts: readonly CutReport[];
  readonly lists: readonly ListReport[];
  readonly disclaimer: DisclaimerReport;
  /** What Markdown may show in another way than the page: numbers in no list, tables with joined cells. */
  readonly toCheck: readonly { readonly line: number; readonly what: string }[];
  readonly doses: readonly Sighting[];
  readonly names: readonly Sighting[];
  readonly comments: CommentsReport;
  readonly pictures: readonly { readonly line: number; readonly url: string; readonly alt: string }[];
  readonly unlinked: readonly string[];
  readonly lines: readonly LineReport[];
}

/** Before the day of the import is known. */
export type UndatedReport = Omit<Report, 'post'> & { readonly post: Omit<Report['post'], 'imported'> };

/** A numbered list of the finished text: its numbers run from the first to the last without a gap. */
export interface ListReport {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  readonly items: number;
}

export interface DisclaimerReport {
  /** Words of `disclaimer.md`; 0 when the post has no notice. */
  readonly full: number;
  readonly chapter: number;
  readonly page: number;
  /** Segment that holds the notices for which there was no room; absent when all fit. */
  readonly rest?: string;
}

export interface CommentsReport {
  readonly kept: number;
  readonly threads: number;
  /** 0 when no comment answers another. */
  readonly deepest: number;
  readonly byTheAuthor: number;
  readonly namesReduced: number;
  /** By reason: pending, spam, trash, pingback. */
  readonly refused: Readonly<Record<string, number>>;
}

/** An entry for each line and end. */
export function listLines(entries: readonly Entry[]): LineReport[] {
  const counts = countWords(entries);
  const lines: LineReport[] = [];
  for (const [index, { piece, fate }] of entries.entries()) {
    const last = lines.at(-1);
    const next = describe(piece.line, fate, piece.text, counts[index] ?? 0);
    const same =
      last?.line === next.line &&
      last.fate === next.fate &&
      last.where === next.where &&
      last.why === next.why;
    if (last && same) lines[lines.length - 1] = merge(last, next);
    else lines.push(next);
  }
  return lines;
}

function describe(line: number, fate: Entry['fate'], text: string, words: number): LineReport {
  if (fate.kind !== 'dropped') return { line, fate: fate.kind, words, where: fate.where };
  const excerpt = fate.hidden ? {} : { text: excerptOf(text) };
  return { line, fate: 'dropped', words, why: fate.why, ...excerpt };
}

function merge(last: LineReport, next: LineReport): LineReport {
  const text = last.text === undefined ? {} : { text: excerptOf(`${last.text} ${next.text ?? ''}`) };
  return { ...last, words: last.words + next.words, ...text };
}
