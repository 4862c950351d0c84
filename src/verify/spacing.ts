/**
 * White space, kept beside a folded text, which has none: "50 mg" is not "5 0 mg". It is written as a string, a unit of
 * UTF-16 for each word, since that of a long edition is kept: 16 × the word's length in folded characters + what ends it.
 */
import { foldSpaced } from './fold.ts';

/** What may stand between two letters; sums of these. */
export const joint = {
  /** White space. */
  space: 1,
  /** `unclear`. */
  unclear: 2,
  /** Where a line may end inside a word: a soft hyphen, a space without width. */
  hyphen: 4,
  /** `lineEnd`. */
  lineEnd: 8,
} as const;

/** The end of a line of a page, in texts that are read from a file. */
export const lineEnd = '\u2028';
/** Stands where it is not clear whether there is white space, as around a picture or between the signs of a formula. */
export const unclear = '\u2063';

/** Letters and signs of scripts that set no spaces between words, or end lines inside them, folded or not. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u303f\uff00-\uffef]/u;

/** A text that may be broken between any two letters, but not inside a number. */
export function mayBreak(text: string): string {
  return text.replace(/(?<=\S)(?<!\p{N}[.,]?)(?=\S)|(?<=\p{N}[.,]?)(?=[^\s\p{N}.,])/gu, '\u00ad');
}

/** A text without white space, and where it had some. */
export interface Spaced {
  /** Folded. */
  readonly text: string;
  readonly spacing: string;
}

const bits = 4;
const unit = 1 << bits;
/** More would be no unit of UTF-16; what is longer is written as several words with nothing between. */
const longest = 0xffff >> bits;
const spaces = new Set([0x1680, 0x200b, 0x2028, 0x2029, 0x2063, 0x3000, 0xfeff]);
const simple = /^[!-~]*$/;

/** Folds a text and keeps where its white space was. */
export function foldWords(raw: string): Spaced {
  if (simple.test(raw)) return { text: raw, spacing: '' };
  const spaced = foldSpaced(raw);
  let text = '';
  let spacing = '';
  let start = 0;
  for (let at = 0; at < spaced.length; at += 1) {
    const code = spaced.charCodeAt(at);
    if ((code > 0x20 && code < 0xa0) || !isJoint(code)) continue;
    const first = at;
    let kind = kindOf(code);
    for (at += 1; at < spaced.length && isJoint(spaced.charCodeAt(at)); at += 1)
      kind |= kindOf(spaced.charCodeAt(at));
    text += spaced.slice(start, first);
    spacing += writeJoint(first - start, kind);
    start = at;
  }
  return { text: text + spaced.slice(start), spacing };
}

/** One text behind another. */
export function joinSpaced(one: Spaced, other: Spaced): Spaced {
  let rest = one.text.length;
  for (let index = 0; index < one.spacing.length; index += 1) rest -= one.spacing.charCodeAt(index) >> bits;
  if (other.spacing === '') return { text: one.text + other.text, spacing: one.spacing };
  const first = other.spacing.charCodeAt(0);
  const spacing = one.spacing + writeJoint(rest + (first >> bits), first % unit) + other.spacing.slice(1);
  return { text: one.text + other.text, spacing };
}

/** White space (ECMAScript), U+00AD, U+200B, U+2063. What NFKD makes of other spaces is U+0020. */
function isJoint(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xad) return code === 0xa0;
  if (code < 0x1680) return code === 0xad;
  return spaces.has(code);
}

function writeJoint(length: number, kind: number): string {
  if (length < longest) return String.fromCharCode((length << bits) | kind);
  return String.fromCharCode(longest << bits) + writeJoint(length - longest, kind);
}

function kindOf(code: number): number {
  if (code === 0x2028) return joint.lineEnd;
  if (code === 0x2063) return joint.unclear;
  return code === 0xad || code === 0x200b ? joint.hyphen : joint.space;
}

/** Tells each joint of a text, in order: folded characters before it, and its kind. */
export function forEachJoint(spacing: string, take: (at: number, kind: number) => void): void {
  let at = 0;
  for (let index = 0; index < spacing.length; index += 1) {
    const code = spacing.charCodeAt(index);
    at += code >> bits;
    if (code % unit > 0) take(at, code % unit);
  }
}

/** Joints of a longer text, ascending. */
export class Joints {
  /** `unit` × place + kind. */
  readonly #found: number[] = [];

  /** At the same place as the last one it is one with it. */
  add(at: number, kind: number): void {
    const index = this.#found.length - 1;
    const last = this.#found[index] ?? -1;
    if (last >> bits === at) this.#found[index] = last | kind;
    else this.#found.push(at * unit + kind);
  }

  /** Adds those of a text that begins at a place. */
  addAll(start: number, spacing: string): void {
    let at = start;
    for (let index = 0; index < spacing.length; index += 1) {
      const code = spacing.charCodeAt(index);
      at += code >> bits;
      if (code % unit > 0) this.add(at, code % unit);
    }
  }

  /** Those between the letters of a stretch. */
  *between(start: number, end: number): Generator<readonly [at: number, kind: number]> {
    for (let index = this.#firstAfter(start); index < this.#found.length; index += 1) {
      const code = this.#found[index] ?? 0;
      if (code >> bits >= end) return;
      yield [code >> bits, code % unit];
    }
  }

  /** Whether a stretch has white space exactly where a text has it, and nothing unclear. */
  equal(start: number, { text, spacing }: Spaced): boolean {
    const end = start + text.length;
    let index = this.#firstAfter(start);
    let at = start;
    for (let word = 0; word < spacing.length; word += 1) {
      const code = spacing.charCodeAt(word);
      at += code >> bits;
      if (code % unit === 0 || at === start || at === end) continue;
      const found = this.#found[index] ?? 0;
      if (found >> bits !== at || !isWhite(code) || !isWhite(found)) return false;
      index += 1;
    }
    const next = this.#found[index];
    return next === undefined || next >> bits >= end;
  }

  #firstAfter(start: number): number {
    let low = 0;
    let high = this.#found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#found[middle] ?? 0) >> bits <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** White space and nothing else. */
function isWhite(code: number): boolean {
  return (code & (joint.space | joint.lineEnd)) !== 0 && (code & (joint.unclear | joint.hyphen)) === 0;
}
