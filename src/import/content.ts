/** A post → the files of its content folder: the table of contents of the import. */
import { parse } from 'yaml';
import { settleAccount } from './account.ts';
import { markAuthors } from './comments/author.ts';
import { composeQuarantine, type Quarantine } from './comments/quarantine.ts';
import { composePrivacy } from './comments/secrets.ts';
import { type Draft, draftSegments } from './draft.ts';
import { findMedicines } from './find/medicines.ts';
import type { Ledger } from './ledger.ts';
import { listLines, type Report, type UndatedReport } from './report.ts';
import {
  reportCuts,
  reportDisclaimer,
  reportLists,
  reportSightings,
  reportToCheck,
  reportUnknown,
} from './summary.ts';
import type { About, Comment, Post } from './types.ts';
import { composeEditionYaml, type Facts } from './write/edition.ts';
import { readNumbers, readWords } from './write/markdown.ts';

/** Where a post was read from. */
export interface Source {
  readonly encoding: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly lines: number;
}

/** A post, ready to be written. */
export interface Imported {
  /** Name of its folder when there are several. */
  readonly slug: string;
  /** By path below the content folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly report: Report;
  /** The same, had it been imported on another day, `YYYY-MM-DD`. */
  onDay(day: string): Imported;
}

/**
 * @param today day of the import, `YYYY-MM-DD`
 * @param overrides what the user says of the post; it goes before what the post says
 */
export function composeContent(
  post: Post,
  ledger: Ledger,
  source: Source,
  today: string,
  overrides: About,
): Imported {
  const said = { ...post.about, ...overrides };
  const about = { ...(post.guessedLanguage && { language: post.guessedLanguage }), ...said };
  const draft = draftSegments(post.body, about, ledger);
  const comments = markAuthors(post.comments, about.author);
  const quarantine = composeQuarantine(comments, ledger);
  const facts = {
    ...draft,
    about,
    sha256: source.sha256,
    medicines: findMedicines(draft.text),
    segments: draft.segments.map(({ name }) => name),
  };
  const others = new Map<string, string>([
    ...(draft.disclaimer === undefined ? [] : ([['disclaimer.md', draft.disclaimer]] as const)),
    ...draft.segments.map(({ path, content }) => [path, content] as const),
    ...quarantine.files,
    ...composeSecrets([...comments, ...post.unseen], about, draft, source.sha256),
  ]);
  const edition = composeEditionYaml({ ...facts, today });
  const settled = composeReport(
    { post, said, draft, quarantine, source },
    new Map([['edition.yaml', edition], ...others]),
    ledger,
  );
  return dated(facts, others, settled, today);
}

/** Only the edition's dates and the report know the day. */
function dated(
  facts: Omit<Facts, 'today'>,
  others: ReadonlyMap<string, string>,
  settled: UndatedReport,
  day: string,
): Imported {
  const edition = composeEditionYaml({ ...facts, today: day });
  const report = { ...settled, post: { ...settled.post, imported: day } };
  const files = new Map([
    ['edition.yaml', edition],
    ...others,
    [reportName, `${JSON.stringify(report, null, 2)}\n`],
  ]);
  const onDay = (another: string) => dated(facts, others, settled, another);
  return { slug: parse(edition).slug, files, report, onDay };
}

/** The account of the import, below the content folder. */
export const reportName = 'import-report.json';

/** `privacy.json`, where there are comments. What the post itself says is no secret. */
function composeSecrets(
  comments: readonly Comment[],
  { title = '', author = '', url = '' }: About,
  { text, segments }: Draft,
  sha256: string,
): [string, string][] {
  if (comments.length === 0) return [];
  const open = [title, author, url, text, ...segments.map(({ body }) => body)];
  return [['privacy.json', composePrivacy(comments, sha256, open)]];
}

interface Made {
  readonly post: Post;
  /** What the post or the user says of it. */
  readonly said: About;
  readonly draft: Draft;
  readonly quarantine: Quarantine;
  readonly source: Source;
}

/** Settles the account on the finished files. */
function composeReport(made: Made, files: ReadonlyMap<string, string>, ledger: Ledger): UndatedReport {
  const { post, said, draft, quarantine, source } = made;
  const entries = ledger.settle();
  const numbers = new Map(draft.segments.map(({ path, body }) => [path, readNumbers(body)]));
  return {
    post: { format: post.format, ...source, title: said.title ?? draft.title },
    words: settleAccount(entries, readPlaces(files, draft, post), numbers, post.words),
    toSet: reportUnknown(said, draft),
    cuts: reportCuts(draft, ledger),
    lists: reportLists(draft.segments),
    disclaimer: reportDisclaimer(draft),
    toCheck: reportToCheck(entries, post.joinedTables),
    ...reportSightings(entries),
    comments: { ...quarantine.report, refused: post.refused },
    pictures: post.pictures,
    unlinked: post.unlinked,
    lines: listLines(entries),
  };
}

/** What stands in each place to which pieces go, as read back from the files. */
function readPlaces(
  files: ReadonlyMap<string, string>,
  { segments }: Draft,
  { about }: Post,
): Map<string, string> {
  const edition = parse(files.get('edition.yaml') ?? '');
  const disclaimer = files.get('disclaimer.md')?.split('\n---\n').slice(1).join('\n---\n');
  const places = new Map<string, string>();
  if (edition.source.title === about.title) places.set('edition.yaml, title', edition.source.title);
  if (disclaimer !== undefined) places.set('disclaimer.md', readWords(disclaimer));
  for (const { path, title, body, hasOwnTitle } of segments) {
    places.set(path, readWords(body));
    if (hasOwnTitle) places.set(`${path}, title`, title);
  }
  return places;
}
