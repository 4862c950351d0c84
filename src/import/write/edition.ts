/** What is known of a post → `edition.yaml`. */
import { stringify } from 'yaml';
import { splitCredentials } from '../comments/author.ts';
import type { About } from '../types.ts';
import { toSlug, toUuid } from './names.ts';

/** What an edition is made of. */
export interface Facts {
  readonly about: About;
  /** Title, and what stands behind a dash or colon in it. */
  readonly title: string;
  readonly subtitle?: string;
  /** SHA-256 of the post, lower-case hex. */
  readonly sha256: string;
  /** Day of the import, `YYYY-MM-DD`. */
  readonly today: string;
  readonly medicines: readonly string[];
  readonly segments: readonly string[];
}

/** Name of an author whom the post does not name. */
export const unnamed = 'The author of the post';

/** The text of `edition.yaml`; `source.permission: missing` keeps it from being built. */
export function composeEditionYaml(facts: Facts): string {
  const { about, title, subtitle, today } = facts;
  const author = splitCredentials(about.author ?? unnamed);
  const named = author.credentials === undefined ? author.name : `${author.name}, ${author.credentials}`;
  return [
    '# Made by `caveat import`. See import-report.json for what was read from the post and what was not.\n',
    write({ id: `urn:uuid:${toUuid(facts.sha256)}`, slug: toSlug(title, 'post', 60) }),
    write({ title, ...(subtitle !== undefined && { subtitle }) }),
    write({ language: about.language ?? 'en', version: '0.1.0', published: today }),
    '# Nobody has checked the facts since they were written. Set the day on which somebody has.\n',
    write({ reviewed: 'never', reviewBy: lastDayOf(today) }),
    write({ author, editor: { name: 'The editors' }, reviewer: 'none' }),
    '# Ask the author. Until `permission` says what was granted and when, nothing is built.\n',
    write({ source: composeSource(about, named) }),
    write({ rights: `The text is by ${named}, who holds the rights to it.` }),
    write({ description: `The weblog post “${about.title ?? title}” by ${named}.` }),
    ...(facts.medicines.length > 0 ? [write({ medicines: facts.medicines })] : []),
    write({ paper: 'letter', segments: facts.segments }),
  ].join('');
}

function composeSource({ title, url, date }: About, author: string) {
  return {
    title: title ?? 'Untitled post',
    author,
    ...(url !== undefined && { url }),
    ...(date !== undefined && { date }),
    permission: 'missing',
  };
}

/** A year after the import an edition that nobody has looked at is no longer built. */
export function lastDayOf(day: string): string {
  const year = String(Number(day.slice(0, 4)) + 1).padStart(4, '0');
  return `${year}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
}

function write(values: Readonly<Record<string, unknown>>): string {
  return stringify(values, { lineWidth: 0 });
}
