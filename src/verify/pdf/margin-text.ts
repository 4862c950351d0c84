/** What is printed outside the tagged text: nothing but lines of the edition, for nobody reads it out and no other check looks at it. */

import { visit } from 'unist-util-visit';
import type { Edition, Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { type Findings, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import { type Furniture, openFurniture } from '../furniture.ts';
import { flattenPhrase, textOf } from '../phrase.ts';
import { RawText } from '../raw-text.ts';
import { formsOfDay } from './dates.ts';
import { tellPlace } from './place.ts';
import type { PdfReading } from './read.ts';

/** Figures of the content's hash that sheets show. */
const markLength = 8;

/** Proves that the margins of every page hold lines of the edition, numbers and days only. */
export function checkMarginText({ margins, layout }: PdfReading, edition: Edition, file: string): Findings {
  const furniture = openMarginFurniture(edition);
  const titles = [edition.metadata.title, ...edition.segments.map(({ title }) => title)].map(fold);
  const messages = margins.flatMap((texts, index): Message[] => {
    // A line may be drawn in pieces, and pieces may be parts of a word: only the whole can be judged.
    const [word] = furniture.findStrange(takeOutHeads(fold(texts.join(' ')), titles), 'numbers');
    if (word === undefined) return [];
    const leaf = layout[index];
    const strange = texts.find((text) => fold(text).includes(word)) ?? texts.join(' ');
    const run = leaf?.runs.find(
      ({ id, text }) => id === '' && text.trim() !== '' && strange.includes(text.trim()),
    );
    const where = leaf ? tellPlace(leaf, run) : `page ${index + 1}`;
    return [createMessage('proof-margin-text', { excerpt: excerpt(strange), where }, { file })];
  });
  return judge('text-added', `margins of ${margins.length} pages: lines of the edition only`, messages);
}

const known = new WeakMap<Edition, Furniture>();

/** What may stand in the margins of an edition, gathered once. */
function openMarginFurniture(edition: Edition): Furniture {
  const furniture = known.get(edition) ?? openFurniture(edition).with(listOwn(edition));
  known.set(edition, furniture);
  return furniture;
}

const cut = fold('\u2026');
/** Folded characters of the shortest beginning of a title that stands for it. */
const shortest = 8;

/** Running heads may be the beginning of a title, with an ellipsis. */
function takeOutHeads(text: string, titles: readonly string[]): string {
  if (!text.includes(cut)) return text;
  for (const title of titles)
    for (let length = title.length; length >= shortest; length -= 1)
      if (text.includes(title.slice(0, length) + cut)) return text.replace(title.slice(0, length) + cut, ' ');
  return text;
}

/** Heads of columns, which stand before each cell of a table that is too wide for its page. */
function listColumnHeads({ segments }: Edition): string[] {
  return segments.flatMap(({ root }) => {
    const heads: string[] = [];
    visit(root, (node) => {
      if (node.type === 'html') heads.push(...listWrittenHeads(node.value));
      if (node.type !== 'table') return;
      for (const cell of node.children[0]?.children ?? []) heads.push(textOf(flattenPhrase(cell.children)));
    });
    return heads;
  });
}

/** A head, or a cell that reaches into the rows below: its text is repeated there. */
const writtenHead =
  /<(?:th\b[^>]*|td\b[^>]*\browspan\b[^>]*)>([\s\S]*?)(?=<\/?(?:t[dhr]|thead|tbody|tfoot|table)\b|$)/gi;

/** The same of a table written as HTML. */
function listWrittenHeads(html: string): string[] {
  return [...html.matchAll(writtenHead)].map(([, cell = '']) => new RawText().read(cell).trim());
}

/** Lines of every page, and heads of columns. */
function listOwn(edition: Edition): string[] {
  const { metadata, disclaimer, sha256, stamp = '' } = edition;
  const { published, reviewed, reviewBy, language, version, title } = metadata;
  const days = [published, reviewed, reviewBy].filter((day) => day !== 'never');
  return [
    ...[disclaimer.page, version, title, stamp, sha256.slice(0, markLength)],
    ...days.flatMap((day) => formsOfDay(day, language)),
    ...listColumnHeads(edition),
  ];
}
