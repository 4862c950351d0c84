/** What tells who commented → `privacy.json`: salted hashes, by which every build finds such words in what it has made. */
import { createHash } from 'node:crypto';
import { languages } from '../languages/index.ts';
import type { Comment } from '../types.ts';
import { addressesIn } from './redact.ts';

/** Words of a comment that are hashed together: as many are hardly ever the same by chance. */
const stretch = 8;

/** Above it, a run of words counts as text, not as name or address. */
const longestIdentity = stretch - 1;

/** What stands behind a single name above a comment. */
const verbs = languages.flatMap((language) => language.verbs);

/** Sites on which millions have a page: alone they tell nobody. */
const common =
  /^(www )?(facebook|twitter|x|youtube|google|plus google|instagram|linkedin|wordpress|en wordpress|gravatar|blogger|medium|tumblr|yahoo|gmail|hotmail) (com|org|net)$/;

/**
 * Composes the file.
 * @param sha256 of the post: the salt comes of it, so that the same post gives the same file
 * @param texts that are no secret: title and body of the post, its address, its author
 */
export function composePrivacy(
  comments: readonly Comment[],
  sha256: string,
  texts: readonly string[],
): string {
  const runs = new Set(comments.flatMap((comment) => [...listIdentity(comment), ...listText(comment)]));
  const open = findOpen(runs, texts);
  const salt = createHash('sha256').update(`privacy ${sha256}`).digest('hex');
  const hashes: Record<string, string[]> = {};
  for (const run of runs) {
    const size = run.split(' ').length;
    if (open.has(run)) continue;
    const hash = createHash('sha256').update(`${salt}\n${run}`).digest('hex').slice(0, 32);
    const list = hashes[size] ?? [];
    list.push(hash);
    hashes[size] = list;
  }
  for (const list of Object.values(hashes)) list.sort();
  return `${JSON.stringify({ salt, hashes }, null, 1)}\n`;
}

/** Those runs of words that the post itself holds: they tell nobody. */
function findOpen(runs: ReadonlySet<string>, texts: readonly string[]): Set<string> {
  const bySize = new Map<number, Set<string>>();
  for (const run of runs) {
    const size = run.split(' ').length;
    bySize.set(size, (bySize.get(size) ?? new Set()).add(run.split(' ', 1)[0] ?? ''));
  }
  const open = new Set<string>();
  for (const tokens of texts.map(splitTokens))
    for (const [size, firsts] of bySize)
      for (let at = 0; at + size <= tokens.length; at += 1) {
        if (!firsts.has(tokens[at] ?? '')) continue;
        const run = tokens.slice(at, at + size).join(' ');
        if (runs.has(run)) open.add(run);
      }
  return open;
}

function listIdentity(comment: Comment): string[] {
  const { author, email, url, ip, handle, isAuthors, paragraphs } = comment;
  const written = paragraphs.flatMap(({ text }) => addressesIn(text));
  const addresses = [email, ip, ...(isAuthors ? [] : [url, ...written])].flatMap((it) =>
    it ? toRun(it) : [],
  );
  return isAuthors ? addresses : [...addresses, ...listNames(author), ...(handle ? listNames(handle) : [])];
}

/**
 * A name of two words or more with capitals; a single one only before the words that stand behind it above a comment,
 * for Will, May and Hope are words; a name for logging in, if it has letters and digits.
 */
function listNames(name: string): string[] {
  const tokens = splitTokens(name);
  const [first] = tokens;
  if (first === undefined) return [];
  if (tokens.length > longestIdentity) return [];
  if (tokens.length > 1) return /^\P{Ll}*\p{Lu}/u.test(name) && isCapital(name) ? [tokens.join(' ')] : [];
  if (/\p{L}/u.test(first) && /\p{N}/u.test(first) && first.length >= 5) return [first];
  return verbs.map((verb) => `${first} ${verb}`);
}

function isCapital(name: string): boolean {
  return name.split(/\s+/u).every((part) => /^\P{L}*\p{Lu}|^\P{L}*$/u.test(part));
}

/** Addresses as words; those of the machine itself and of sites that all use tell nobody. */
function toRun(address: string): string[] {
  const tokens = splitTokens(address.replace(/^[a-z]+:\/\//i, '').replace(/^www\./i, ''));
  const run = tokens.join(' ');
  const tells = tokens.length >= 2 && tokens.length <= longestIdentity;
  return tells && !common.test(run) && !/^(127 0 0 1|0 0 0 0)$/.test(run) ? [run] : [];
}

/** Stretches of a comment, end to end: whichever words are copied, eight in a row hold one if there are fifteen. */
function listText({ paragraphs }: Comment): string[] {
  const tokens = splitTokens(paragraphs.map(({ text }) => text).join('\n'));
  const runs: string[] = [];
  for (let at = 0; at + stretch <= tokens.length; at += stretch)
    runs.push(tokens.slice(at, at + stretch).join(' '));
  return runs;
}

/** Letters and digits in lower case, compatible forms folded; all else parts words. The search does the same. */
export function splitTokens(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/\u00AD/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}
