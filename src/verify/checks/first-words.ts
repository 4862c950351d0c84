/** Whether the text behind a marker begins as the page does. */
import type { BookPage } from '../book-pages.ts';

/** Folded characters that must agree: some five words. A sign of a script without an alphabet counts as two. */
const enough = 24;
/** So many are enough when they are the whole of the first block. */
const least = 4;
const wordSigns = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Longest address or page number that the print puts in brackets. */
const longestAddition = 300;
/** Longest way back from a note, which the print has behind it and the e-book, as a number, before it. */
const longestWayBack = 60;

/** What is known of a page: that it begins there, that it begins elsewhere, or that the e-book has nothing of it. */
export type Verdict = 'proved' | 'elsewhere' | 'apart';

/**
 * Judges the place of a marker.
 * @param text the e-book, folded
 * @param at place of the marker in it
 * @param from place of the marker before: what the page says can only stand behind it
 */
export function judgePlace({ blocks }: BookPage, text: string, at: number, from: number): Verdict {
  for (const index of blocks.keys()) {
    // Only what the print adds, as a colophon, may stand before the first words of the e-book.
    const next = blocks.slice(index, index + enough);
    if (begins(next, text, at)) return 'proved';
    if (isFound(next.join(''), text, from) || isHeadingFound(next, text, from)) return 'elsewhere';
  }
  return 'apart';
}

/** Whether the words stand somewhere: as many of them as come before an addition. */
function isFound(words: string, text: string, from: number): boolean {
  const [head = ''] = words.slice(0, enough).split('(', 1);
  return weigh(head) >= Math.min(least, words.length) && text.indexOf(head, from) !== -1;
}

/** Whether the first block stands somewhere with the second behind it, a note's number between them. */
function isHeadingFound([heading = '', ...others]: readonly string[], text: string, from: number): boolean {
  if (heading === '' || others.length === 0) return false;
  for (let at = text.indexOf(heading, from); at !== -1; at = text.indexOf(heading, at + 1))
    if (follow([heading, ...others], text, at).agreed >= weigh(heading) + least) return true;
  return false;
}

function weigh(words: string): number {
  return words.length + (words.match(wordSigns)?.length ?? 0);
}

/** The box of a task that is done is ticked on paper, and a word in the e-book. */
const tick = '\u00d7';

function begins(blocks: readonly string[], text: string, at: number): boolean {
  const words = blocks.join('');
  const first = blocks[0]?.length ?? 0;
  const { agreed, reached } = follow(blocks, text, at);
  if (agreed >= enough || (agreed > 0 && reached >= words.length)) return true;
  if (agreed >= least && reached >= first) return true;
  if (words.startsWith(tick)) return begins([words.slice(1, first), ...blocks.slice(1)], text, at);
  const [rest] = /^[^()]*\)/.exec(words.slice(0, longestAddition)) ?? []; // the end of an address
  return rest !== undefined && follow([words.slice(rest.length)], text, at).agreed >= enough;
}

interface Agreement {
  /** Characters that are the same, weighed. */
  readonly agreed: number;
  /** Characters of the print up to where they differ, what only the print has among them. */
  readonly reached: number;
}

/** Follows the print in the e-book; brackets and ways back that only the print has are left out. */
function follow(blocks: readonly string[], text: string, start: number): Agreement {
  const words = blocks.join('');
  let agreed = 0;
  let at = start;
  let index = 0;
  while (index < words.length && agreed < enough) {
    at += lengthOfNumber(blocks, index, text, at);
    if (words[index] === text[at]) {
      agreed += weigh(text.charAt(at));
      at += 1;
      index += 1;
      continue;
    }
    const note = agreed >= least ? endOfNote(blocks, index, text, at) : undefined;
    const end = note?.index ?? endOfBrackets(words, index, text, at);
    if (end === undefined) break;
    at = note?.at ?? at;
    index = end;
  }
  return { agreed, reached: index };
}

function endOfBrackets(words: string, index: number, text: string, at: number): number | undefined {
  const end = words[index] === '(' ? words.indexOf(')', index) + 1 : 0;
  if (end === 0 || end - index > longestAddition + 1) return undefined;
  return text.endsWith(words.slice(index, end), at) ? undefined : end; // the e-book has it too
}

/** Behind the heading of the notes: the number of the first is outside the text of the print. */
function lengthOfNumber(
  [heading = '', next = '']: readonly string[],
  index: number,
  text: string,
  at: number,
) {
  if (index === 0 || index !== heading.length) return 0;
  const [number = ''] = /^\d{1,4}\./.exec(text.slice(at, at + 5)) ?? [];
  return next.startsWith(number) ? 0 : number.length;
}

/** In the print the end of its block, in the e-book the text of the next note behind its number. */
function endOfNote(blocks: readonly string[], index: number, text: string, at: number) {
  let end = 0;
  for (const block of blocks) {
    if (end > index) break;
    end += block.length;
  }
  const [number] = /^\d{1,4}\.|^$/.exec(text.slice(at, at + 5)) ?? [];
  return number === undefined || end - index > longestWayBack
    ? undefined
    : { index: end, at: at + number.length };
}
