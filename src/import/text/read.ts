/** A page saved as plain text → Post. */

import { namesAuthor } from '../comments/author.ts';
import { furnitureOf } from '../furniture.ts';
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

/** @param ledger gets every line that is not empty */
export function readText(text: string, ledger: Ledger): Post {
  const zones = partLines(readLines(text));
  dropLines(zones.head, 'head of the page', ledger);
  ledger.move(enterAll(zones.title, ledger), 'edition.yaml, title');
  const { about, rest } = readAbout(zones.body, ledger);
  const body = composeBlocks(takeFurniture(rest, ledger), ledger, findWrap(rest));
  for (const heading of zones.headings)
    ledger.drop([ledger.add(heading.number, heading.text)], 'heading of the comments');
  const comments = readComments(zones.comments, ledger);
  dropLines(zones.foot, 'reply form and foot of the page', ledger);
  const title = toLine(zones.title.map((line) => line.text).join(' '));
  return {
    format: 'text',
    words: splitWords(text).length,
    about: { ...(title && { title }), ...namesAuthor(comments), ...about },
    body,
    comments,
    unseen: [],
    refused: {},
    pictures: [],
    unlinked: [],
  };
}

function enterAll(lines: readonly Line[], ledger: Ledger): number[] {
  return lines.map(({ number, text }) => ledger.add(number, text));
}

function dropLines(lines: readonly Line[], why: string, ledger: Ledger): void {
  for (const { number, text } of lines) ledger.drop([ledger.add(number, text)], furnitureOf(text) ?? why);
}

function takeFurniture(lines: readonly Line[], ledger: Ledger): Line[] {
  let dropped = false;
  return lines.flatMap((line) => {
    const why = furnitureOf(line.text);
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
  const longest = Math.max(0, ...lines.map(({ indent, text }) => indent + text.length));
  return longest >= 50 && longest <= longestWrap ? longest : undefined;
}
