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

const unit = 16;
/** More would be no unit of UTF-16; what is longer is written as several words with nothing between. */
const longest = Math.floor(0xffff / unit);
const joints = /[\s\u00ad\u200b\u2063]+/gu;
const simple = /^[!-~]*$/;

/** Folds a text and keeps where its white space was. */
export function foldWords(raw: string): Spaced {
  if (simple.test(raw)) return { text: raw, spacing: '' };
  const spaced = foldSpaced(raw);
  let text = '';
  let spacing = '';
  let at = 0;
  for (const { 0: between, index } of spaced.matchAll(joints)) {
    text += spaced.slice(at, index);
    spacing += writeJoint(index - at, kindOf(between));
    at = index + between.length;
  }
  return { text: text + spaced.slice(at), spacing };
}

function writeJoint(length: number, kind: number): string {
  const rest = length % longest;
  return (
    String.fromCharCode(longest * unit).repeat((length - rest) / longest) +
    String.fromCharCode(rest * unit + kind)
  );
}

function kindOf(between: string): number {
  if (between === ' ') return joint.space;
  let kind = 0;
  for (const sign of between)
    if (sign === lineEnd) kind |= joint.lineEnd;
    else if (sign === unclear) kind |= joint.unclear;
    else kind |= sign === '\u00ad' || sign === '\u200b' ? joint.hyphen : joint.space;
  return kind;
}

/** Tells each joint of a text, in order: folded characters before it, and its kind. */
export function forEachJoint(spacing: string, take: (at: number, kind: number) => void): void {
  let at = 0;
  for (let index = 0; index < spacing.length; index += 1) {
    const code = spacing.charCodeAt(index);
    at += Math.floor(code / unit);
    if (code % unit > 0) take(at, code % unit);
  }
}

/** Joints of a longer text, by place and kind, ascending. */
export class Joints {
  readonly #found: number[] = [];

  /** At the same place as the last one it is one with it. */
  add(at: number, kind: number): void {
    const last = this.#found.at(-1);
    if (last !== undefined && Math.floor(last / unit) === at)
      this.#found[this.#found.length - 1] = last | kind;
    else this.#found.push(at * unit + kind);
  }

  /** Those between the letters of a stretch. */
  *between(start: number, end: number): Generator<readonly [at: number, kind: number]> {
    for (let index = this.#firstAfter(start); index < this.#found.length; index += 1) {
      const code = this.#found[index] ?? 0;
      const at = Math.floor(code / unit);
      if (at >= end) return;
      yield [at, code % unit];
    }
  }

  #firstAfter(start: number): number {
    let low = 0;
    let high = this.#found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#found[middle] ?? 0) < (start + 1) * unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
