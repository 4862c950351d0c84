/**
 * Words as the eye tells them apart: by the distance between letters. A space that is drawn has no part in it but that
 * a program reads it; where the two do not agree, the text is no proof of anything.
 */
import { lineEnd, unclear } from '../spacing.ts';
import type { Matrix } from './matrix.ts';
import type { TextState } from './text-state.ts';

/** The letters of one line that were drawn in one go. All lengths in pt, along and across the way the line runs. */
export interface Ink {
  left: number;
  right: number;
  /** Height of the last baseline. */
  level: number;
  /** Of the last letter. */
  em: number;
  readonly cos: number;
  readonly sin: number;
  /** Page of the file. */
  readonly page: number;
}

/** The lines in which a text begins and ends; absent when it has no letters. */
export interface Ends {
  readonly first?: Ink | undefined;
  readonly last?: Ink | undefined;
}

/**
 * Ems between two letters that make two words of them, when a space is drawn there and when none is. Chromium sets
 * letters of a word within 0.06 em of one another, with its kerning, and words no closer than 0.24 em; thin spaces
 * are 0.2 em wide, and no font of the editions has a space below 0.2 em.
 */
const enough = { drawn: 0.1, bare: 0.18 };
/** Ems between the baselines of one line: raised and lowered letters keep within it, lines do not. */
const sameLine = 0.6;

/** What is between two stretches of letters: a space, an end of a line, nothing; or what eye and program read differently. */
function tellJoint(one: Ink, other: Omit<Ink, 'em' | 'level'>, level: number, em: number, isDrawn: boolean) {
  const larger = one.em > em ? one.em : em;
  const isTurned = one.cos !== other.cos || one.sin !== other.sin || one.page !== other.page;
  if (isTurned || Math.abs(one.level - level) > sameLine * larger) return lineEnd;
  const after = other.left - one.right;
  const before = one.left - other.right;
  const gap = (after > before ? after : before) / (one.em > em ? em : one.em);
  if (isDrawn) return gap < enough.drawn ? unclear : '';
  return gap >= enough.bare ? ' ' : '';
}

/** Measures the letters of a piece of text as they are drawn. */
export class Gauge {
  /** Of the present line; undefined before its first letter. */
  ink: Ink | undefined;
  /** Page of the file. */
  page = 0;
  #hasBlank = false;
  #shape: Matrix | undefined;
  #now: TextState['now'] | undefined;
  #em = 0;
  #cos = 1;
  #sin = 0;
  /** A length in text space → pt. */
  #scale = 1;

  /** Begins another piece. */
  restart(): void {
    this.ink = undefined;
    this.#hasBlank = false;
  }

  /** Passes a space. */
  skip(): void {
    this.#hasBlank = true;
  }

  /** Takes in a letter at the state's place. @param width in text space; @returns what is before it */
  take(state: TextState, width: number): string {
    if (state.shape !== this.#shape || state.now !== this.#now) this.#turn(state);
    const { ink } = this;
    const { x, y } = state;
    const left = x * this.#cos + y * this.#sin;
    const right = left + width * this.#scale;
    const level = y * this.#cos - x * this.#sin;
    if (ink === undefined) {
      this.#start(left, right, level);
      return '';
    }
    const gap = left - ink.right;
    const isClose =
      !this.#hasBlank && level === ink.level && gap < enough.bare * this.#em && left >= ink.left;
    if (isClose && this.#em === ink.em && this.#isAlong(ink)) {
      if (right > ink.right) ink.right = right;
      return '';
    }
    return this.#measure(ink, left, right, level);
  }

  #measure(ink: Ink, left: number, right: number, level: number): string {
    const letter = { left, right, cos: this.#cos, sin: this.#sin, page: this.page };
    const joint = tellJoint(ink, letter, level, this.#em, this.#hasBlank);
    this.#hasBlank = false;
    if (joint === lineEnd) this.#start(left, right, level);
    else {
      ink.left = Math.min(ink.left, left);
      ink.right = Math.max(ink.right, right);
      ink.level = level;
      ink.em = this.#em;
    }
    return joint;
  }

  #isAlong(ink: Ink): boolean {
    return ink.cos === this.#cos && ink.sin === this.#sin;
  }

  #start(left: number, right: number, level: number): void {
    this.#hasBlank = false;
    const [em, cos, sin] = [this.#em, this.#cos, this.#sin];
    this.ink = { left, right, level, em, cos, sin, page: this.page };
  }

  /** Which way the line runs. */
  #turn({ shape, now }: TextState): void {
    this.#shape = shape;
    this.#now = now;
    const [a, b] = shape;
    const length = Math.hypot(a, b);
    const way = Math.sign(now.size * now.stretch) || 1;
    this.#em = length * Math.abs(now.size * now.stretch);
    this.#cos = length === 0 ? 1 : (a / length) * way;
    this.#sin = length === 0 ? 0 : (b / length) * way;
    this.#scale = length * now.stretch * way;
  }
}

/** Joins texts in the order in which they are read. */
export class Joiner {
  #last: Ink | undefined;
  #hasBlank = false;

  /** What follows belongs to another block. */
  restart(): void {
    this.#last = undefined;
    this.#hasBlank = false;
  }

  /** @param isBeside whether nothing else is drawn between it and the one before; @returns what is between, and the text */
  add(text: string, { first, last }: Ends, isBeside = true): string {
    if (text === '') return text;
    const hasBlank = this.#hasBlank || isBlank(text.charAt(0));
    this.#hasBlank = isBlank(text.charAt(text.length - 1)) || (!first && hasBlank);
    if (!first) return text;
    const before = this.#last;
    this.#last = last;
    if (!before || !isBeside) return text;
    return tellJoint(before, first, first.level, first.em, hasBlank) + text;
  }
}

function isBlank(letter: string): boolean {
  return letter.trim() === '';
}
