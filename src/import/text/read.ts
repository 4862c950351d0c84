/** A page saved as plain text → Post. */

import { namesAuthor } from '../comments/author.ts';
import { type Page, pageOf } from '../furniture.ts';
import { guessLanguage } from '../languages/index.ts';
import type { Ledger } from '../ledger.ts';
import type { About, Post } from '../types.ts';
import { splitWords, toLine } from '../words.ts';
import { composeBlocks } from './blocks.ts';
import { readByline } from './byline.ts';
import { readComments } from './comments.ts';
import { type Line, readLines } from './lines.ts';
import { partLines } from './zones.ts';

/** Lines that are longer are no lines of a hard-wrapped text. */
const longestWrap = 100;

/**
 * @param ledger gets every line that is not empty
 * @param named language of the post, BCP 47, where the user names it
 */
export function readText(text: string, ledger: Ledger, named?: string): Post {
  const guessed = named === undefined ? guessLanguage(text) : undefined;
  const page = pageOf(named ?? guessed ?? 'en');
  const zones = partLines(readLines(text), page);
  dropLines(zones.head, 'head of the page', ledger, page);
  ledger.move(enterAll(zones.title, ledger), 'edition.yaml, title');
  const { about, rest } = readAbout(zones.body, ledger);
  const body = composeBlocks(takeFurniture(rest, ledger, page), ledger, findWrap(rest));
  for (const heading of zones.headings)
    ledger.drop([ledger.add(heading.number, heading.text)], 'heading of the comments');
  const { comments, unseen } = readComments(zones.comments, ledger, page);
  dropLines(zones.foot, 'reply form and foot of the page', ledger, page);
  const title = toLine(zones.title.map((line) => line.text).join(' '));
  return {
    format: 'text',
    ...(guessed !== undefined && { guessedLanguage: guessed }),
    words: splitWords(text).length,
    about: { ...(title && { title }), ...namesAuthor(comments), ...about },
    body,
    comments,
    unseen,
    refused: {},
    pictures: [],
    joinedTables: [],
    unlinked: [],
  };
}

function enterAll(lines: readonly Line[], ledger: Ledger): number[] {
  return lines.map(({ number, text }) => ledger.add(number, text));
}

function dropLines(lines: readonly Line[], why: string, ledger: Ledger, page: Page): void {
  for (const { number, text } of lines)
    ledger.drop([ledger.add(number, text)], page.furnitureOf(text) ?? why);
}

function takeFurniture(lines: readonly Line[], ledger: Ledger, page: Page): Line[] {
  let dropped = false;
  return lines.flatMap((line) => {
    const why = page.furnitureOf(line.text);
    const kept = dropped ? { ...line, afterGap: true } : line;
    dropped = why !== undefined;
    if (why === undefined) return [kept];
    ledger.drop([ledger.add(line.number, line.text)], why);
    return [];
  });
}

/** Who wrote it and when, where that stands in the first lines below the title. */
function readAbout(lines: readonly Line[], ledger: Ledger): { about: About; rest: Line[] } {
  let about: About = {};
  const rest = lines.filter((line, index) => {
    const found = index < 3 ? readByline(line.text) : undefined;
    if (!found) return true;
    about = { ...found, ...about };
    ledger.move([ledger.add(line.number, line.text)], 'edition.yaml, author and date');
    return false;
  });
  return { about, rest };
}

/** Length of the longest line when no line is longer than wrapped ones are. */
function findWrap(lines: readonly Line[]): number | undefined {
  const longest = lines.reduce((most, { indent, text }) => Math.max(most, indent + text.length), 0);
  return longest >= 50 && longest <= longestWrap ? longest : undefined;
}
