/** Comments → `responses.local/threads.json`: threads without names, kept out of git and out of every edition. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Ledger } from '../ledger.ts';
import type { CommentsReport } from '../report.ts';
import type { Comment } from '../types.ts';
import { squeeze, toLine } from '../words.ts';
import { indexNames, type Redaction, redact, restore } from './redact.ts';

/** What is kept of the comments. */
export interface Quarantine {
  readonly files: ReadonlyMap<string, string>;
  readonly report: Omit<CommentsReport, 'refused'>;
}

const path = 'responses.local/threads.json';

/** A comment as it is kept. */
interface Kept {
  readonly number: number;
  readonly parent?: number;
  readonly depth: number;
  readonly by: 'a reader' | 'the author';
  readonly text: string;
  /** Of `text` with single spaces: what a consent names. */
  readonly sha256: string;
}

/** @throws AssertionError when words of a comment are lost */
export function composeQuarantine(comments: readonly Comment[], ledger: Ledger): Quarantine {
  const names = indexNames(
    new Set(comments.filter(({ isAuthors }) => !isAuthors).map(({ author }) => author)),
  );
  let namesReduced = 0;
  const kept = comments.map((comment) => {
    const original = comment.paragraphs.map(({ text }) => text).join('\n\n');
    const redaction = redact(original, names);
    checkComplete(original, redaction);
    namesReduced += redaction.removed.length;
    ledger.move(
      comment.paragraphs.flatMap(({ pieces }) => pieces),
      path,
    );
    return keep(comment, redaction.text);
  });
  const report = {
    kept: kept.length,
    threads: kept.filter(({ parent }) => parent === undefined).length,
    deepest: kept.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
    byTheAuthor: kept.filter(({ by }) => by === 'the author').length,
    namesReduced,
  };
  return { report, files: kept.length === 0 ? new Map() : listFiles(kept) };
}

function keep({ number, parent, depth, isAuthors }: Comment, text: string): Kept {
  return {
    number,
    ...(parent !== undefined && { parent }),
    depth,
    by: isAuthors ? 'the author' : 'a reader',
    text,
    sha256: createHash('sha256').update(toLine(text)).digest('hex'),
  };
}

function checkComplete(original: string, redaction: Redaction): void {
  assert.equal(squeeze(restore(redaction)), squeeze(original), 'Words of a comment are lost');
}

function listFiles(kept: readonly Kept[]): Map<string, string> {
  return new Map([
    [path, `${JSON.stringify({ comments: kept }, null, 2)}\n`],
    ['.gitignore', '*.local/\n'],
  ]);
}
