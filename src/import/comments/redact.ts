/** Takes out of a comment what tells who wrote it. */

/** A text with places where something was taken out, and what stood there, in order. */
export interface Redaction {
  readonly text: string;
  readonly removed: readonly string[];
}

/** Stands for a name. */
const reader = '[a reader]';
const address = '[an address]';
const number = '[a number]';
const placeholders = /\[a reader\]|\[an address\]|\[a number\]/g;

/** Addresses of mail and web, handles, IP addresses, telephone numbers. */
const addresses =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)[^\s<>"”]+|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])|(?<![\w/.])@\w{3,}/giu;
const telephone = /(?<![\d-])(?:\+\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])/gu;

/** Names of all who comment, ready to be looked for. */
export interface NameIndex {
  /** Whole names, words in lower-case letters with a space between them. */
  readonly whole: ReadonlySet<string>;
  /** Numbers of words in the whole names that begin with a word; the longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /** Parts of names that begin with a capital. */
  readonly given: ReadonlySet<string>;
}

/** Whole names count in any letters; given names only with a capital, since some are words: Will, May, Hope. */
export function indexNames(names: Iterable<string>): NameIndex {
  const whole = new Set<string>();
  const lengths = new Map<string, number[]>();
  const given = new Set<string>();
  for (const name of names) {
    const parts = name.match(word) ?? [];
    for (const part of parts) if (/^\p{Lu}\p{L}+$/u.test(part)) given.add(part);
    const lower = parts.map((part) => part.toLowerCase());
    const [first] = lower;
    if (first !== undefined && lower.length > 1) {
      whole.add(lower.join(' '));
      const known = lengths.get(first) ?? [];
      if (!known.includes(lower.length))
        lengths.set(
          first,
          [...known, lower.length].sort((a, b) => b - a),
        );
    } else if (first !== undefined && first.length > 1) given.add(name.trim());
  }
  return { whole, lengths, given };
}

const word = /[\p{L}\p{N}_]+/gu;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

export function redact(text: string, names: NameIndex): Redaction {
  const found = [
    ...findPattern(text, addresses, address),
    ...findPattern(text, telephone, number),
    ...findPattern(text, placeholders, undefined),
    ...findNames(text, names),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let result = '';
  let at = 0;
  const removed: string[] = [];
  for (const { start, end, by } of found) {
    if (start < at) continue;
    result += text.slice(at, start) + by;
    removed.push(text.slice(start, end));
    at = end;
  }
  return { text: result + text.slice(at), removed };
}

function findPattern(text: string, pattern: RegExp, by: string | undefined): Stretch[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
    by: by ?? match,
  }));
}

function findNames(text: string, { whole, lengths, given }: NameIndex): Stretch[] {
  const words = [...text.matchAll(word)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
    match,
  }));
  const lower = words.map(({ match }) => match.toLowerCase());
  return words.flatMap(({ start, end, match }, index) => {
    const length = lengths
      .get(lower[index] ?? '')
      ?.find((count) => whole.has(lower.slice(index, index + count).join(' ')));
    const last = length === undefined ? undefined : words[index + length - 1];
    if (last) return [{ start, end: last.end, by: reader }];
    return given.has(match) ? [{ start, end, by: reader }] : [];
  });
}

/** The text as it was. */
export function restore({ text, removed }: Redaction): string {
  const rest = [...removed];
  return text.replace(placeholders, () => rest.shift() ?? '');
}

/** Addresses and telephone numbers in a text. */
export function addressesIn(text: string): string[] {
  return [...text.matchAll(addresses), ...text.matchAll(telephone)].map(([found]) => found);
}
