/** What editions add to the text of the source: labels, lines of the imprint, names of things. */
import type { Edition } from '../model.ts';
import { hasWords, wordsFor } from './words.ts';

/** Stands where a word of the system takes something of the edition's. */
const slot = '\u0000';

/**
 * The pieces of which all is made that an edition adds, in its language; empty when there are no words for it.
 * The proof takes nothing else for an addition.
 */
export function listFurniture({ metadata }: Edition): readonly string[] {
  if (!hasWords(metadata.language)) return [];
  const { day, direction: _, ...words } = wordsFor(metadata.language);
  const { published, reviewed, reviewBy, reviewer, source } = metadata;
  const { date = [] } = source;
  const checked = reviewed === 'never' ? [] : reviewed;
  const days = [published, checked, reviewBy, date, reviewer === 'none' ? [] : reviewer.date].flat();
  const pieces = [...collect(words).flatMap((text) => text.split(slot)), ...days.map(day)];
  return [...new Set(pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)))];
}

function collect(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(slot, slot, slot))];
  return Object.values(value as object).flatMap(collect);
}
