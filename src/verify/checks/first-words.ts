/** Whether the text behind a marker begins as the page does. */
import type { BookPage } from '../book-pages.ts';

/** Folded characters that must agree: some five words. */
const enough = 24;
/** So many are enough where the print puts something between them that the e-book has not. */
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
  for (const [index, block] of blocks.entries()) {
    const rest = blocks.slice(index, index + 40);
    if (begins(rest, text, at)) return 'proved';
    // Only what the print adds, as the heads of a form, may stand before the first words.
    const head = rest.join('').slice(0, Math.max(enough, Math.min(block.length, 2 * enough)));
    if (text.indexOf(head, from) !== -1) return 'elsewhere';
  }
  return 'apart';
}

/** The box of a task that is done is ticked on paper, and a word in the e-book. */
const tick = '\u00d7';

function begins(blocks: readonly string[], text: string, at: number): boolean {
  const words = blocks.join('');
  const [first = ''] = blocks;
  const agreed = countAgreed(words, text, at);
  if (agreed >= Math.min(enough, words.length) || (agreed >= least && agreed >= first.length)) return true;
  return words.startsWith(tick) && begins([first.slice(1), ...blocks.slice(1)], text, at);
}

/** Characters that agree; what the print has in brackets behind a link is left out. */
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
    if (agreed === 0 || end === -1 || end - index > longestAddition) return agreed;
    index = end;
  }
  return agreed;
}
