/** Whether the text behind a marker begins as the page does. */
import type { BookPage } from '../book-pages.ts';

/** Folded characters that must agree: some five words. */
const enough = 24;
/** So many are enough when they are the whole of the first block. */
const least = 4;
/** Longest address or page number that the print puts in brackets. */
const longestAddition = 300;

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
    const words = blocks.slice(index, index + enough).join('');
    if (begins(words, blocks[index]?.length ?? 0, text, at)) return 'proved';
    if (isFound(words, text, from)) return 'elsewhere';
  }
  return 'apart';
}

/** Whether the words stand somewhere: as many of them as come before an addition. */
function isFound(words: string, text: string, from: number): boolean {
  const [head = ''] = words.slice(0, enough).split('(', 1);
  return head.length >= Math.min(least, words.length) && text.indexOf(head, from) !== -1;
}

/** The box of a task that is done is ticked on paper, and a word in the e-book. */
const tick = '\u00d7';

function begins(words: string, first: number, text: string, at: number): boolean {
  const agreed = countAgreed(words, text, at);
  if (agreed >= Math.min(enough, words.length) || (agreed >= least && agreed >= first)) return true;
  if (words.startsWith(tick)) return begins(words.slice(1), first - 1, text, at);
  const [rest] = /^[^()]*\)/.exec(words.slice(0, longestAddition)) ?? []; // the end of an address
  return rest !== undefined && countAgreed(words.slice(rest.length), text, at) >= enough;
}

/** Characters that agree; what only the print has in brackets is left out. */
function countAgreed(words: string, text: string, start: number): number {
  let agreed = 0;
  let at = start;
  for (let index = 0; index < words.length && agreed < enough; index += 1) {
    if (words[index] === text[at]) {
      at += 1;
      agreed += 1;
      continue;
    }
    const end = words[index] === '(' ? words.indexOf(')', index) : -1;
    if (end === -1 || end - index > longestAddition) return agreed;
    if (text.endsWith(words.slice(index, end + 1), at)) return agreed; // the e-book has it too
    index = end;
  }
  return agreed;
}
