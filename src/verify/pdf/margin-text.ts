/** What is printed outside the tagged text: nothing but lines of the edition, for nobody reads it out and no other check looks at it. */

import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { type Findings, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import { type Furniture, openFurniture } from '../furniture.ts';
import type { SourceEdition } from '../source.ts';
import { formsOfDay } from './dates.ts';
import { tellPlace } from './place.ts';
import type { PdfReading } from './read.ts';

/** Figures of the content's hash that sheets show. */
const markLength = 8;

/** Proves that the margins of every page hold lines of the edition, numbers and days only. */
export function checkMarginText(
  { margins, layout }: PdfReading,
  edition: SourceEdition,
  file: string,
): Findings {
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

const known = new WeakMap<SourceEdition, Furniture>();

/** What may stand in the margins of an edition, gathered once. */
function openMarginFurniture(edition: SourceEdition): Furniture {
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

/** Lines of every page, and heads of columns. */
function listOwn(edition: SourceEdition): string[] {
  const { metadata, disclaimer, segments, sha256, stamp = '' } = edition;
  const { published, reviewed, reviewBy, language, version, title } = metadata;
  const days = [published, reviewed, reviewBy].filter((day) => day !== 'never');
  return [
    ...[disclaimer.page, version, title, stamp, sha256.slice(0, markLength)],
    ...days.flatMap((day) => formsOfDay(day, language)),
    ...segments.flatMap(({ columnHeads }) => columnHeads),
  ];
}
