/** What an edition says in its text when it is past the day by which it was to be checked again. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition, ParsedEdition } from '../model.ts';
import { hasWords, type Words, wordsFor } from './words.ts';

/** The edition, to be printed and proved with the words OUT OF DATE on every page. */
export function markOutdated(edition: ParsedEdition): ParsedEdition {
  if (!hasWords(edition.metadata.language)) return edition; // which `composeBodies` refuses
  return { ...edition, stamp: wordsFor(edition.metadata.language).outOfDate };
}

/** The notice for the front matter; nothing for an edition that is in date. */
export function composeOutdated({ metadata, stamp }: Edition, words: Words): ElementContent[] {
  if (stamp === undefined) return [];
  const sentence = words.overdue(words.day(metadata.reviewBy));
  return [h('p', { className: ['out-of-date'] }, h('strong', stamp), h('br'), sentence)];
}
