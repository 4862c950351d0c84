/** Whether readers who commented on the source can be told from a finished file: hashes of what tells them are known. */
import { createHash } from 'node:crypto';
import type { Privacy } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, gather, judge } from '../findings.ts';
import type { SourceEdition } from '../source.ts';

/** A text of a finished file and where it stands. */
export interface PlacedText {
  readonly where: string;
  readonly text: string;
}

/** Words of comments that a build searches for at a time: `textLength` of what `privacy.json` holds. */
const longestIdentity = 7;

/** Looks for every run of words of the lengths that are known. Without `privacy.json` nothing is searched or proved. */
export function provePrivacy(texts: readonly PlacedText[], edition: SourceEdition, file: string): Findings {
  const { privacy } = edition;
  if (!privacy) return gather([]);
  const allowed = listAllowed(edition, privacy);
  const found = texts.flatMap(({ where, text }) =>
    findRuns(splitTokens(text), privacy, allowed).map((run) => ({ where, run })),
  );
  const told = new Set<string>();
  const messages = found.flatMap(({ where, run }) => {
    if (told.has(run)) return [];
    told.add(run);
    const what =
      run.split(' ').length > longestIdentity ? 'words of a comment' : 'the name or address of a reader';
    return [createMessage('proof-privacy', { what, excerpt: run, where }, { file })];
  });
  const count = Object.values(privacy.hashes).reduce((sum, list) => sum + list.length, 0);
  return judge(
    'privacy',
    `none of ${count} names, addresses and texts of readers in ${texts.length} texts`,
    messages,
  );
}

/** Words of comments for which there is a consent. Names and addresses are never allowed. */
function listAllowed({ segments }: SourceEdition, privacy: Privacy): ReadonlySet<string> {
  const consented = segments.filter(({ consent }) => consent !== undefined);
  const sizes = sizesOf(privacy).filter((size) => size > longestIdentity);
  return new Set(
    consented.flatMap(({ text }) => {
      const tokens = splitTokens(text);
      return sizes.flatMap((size) => tokens.map((_, at) => tokens.slice(at, at + size).join(' ')));
    }),
  );
}

function findRuns(tokens: readonly string[], privacy: Privacy, allowed: ReadonlySet<string>): string[] {
  const runs: string[] = [];
  for (const size of sizesOf(privacy)) {
    const known = setOf(privacy, size);
    for (let at = 0; at + size <= tokens.length; at += 1) {
      const run = tokens.slice(at, at + size).join(' ');
      if (known.has(hash(privacy.salt, run)) && !allowed.has(run)) runs.push(run);
    }
  }
  return runs;
}

function sizesOf({ hashes }: Privacy): number[] {
  return Object.keys(hashes).map(Number);
}

const sets = new WeakMap<Privacy, Map<number, ReadonlySet<string>>>();

function setOf(privacy: Privacy, size: number): ReadonlySet<string> {
  const known = sets.get(privacy) ?? new Map<number, ReadonlySet<string>>();
  sets.set(privacy, known);
  const set = known.get(size) ?? new Set(privacy.hashes[size] ?? []);
  known.set(size, set);
  return set;
}

/** Letters and digits in lower case, compatible forms folded; all else parts words. */
export function splitTokens(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/\u00AD/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

function hash(salt: string, run: string): string {
  return createHash('sha256').update(`${salt}\n${run}`).digest('hex').slice(0, 32);
}
