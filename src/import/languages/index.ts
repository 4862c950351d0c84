/** The languages that the import knows, and which of them a text is in. */
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { hebrew } from './he.ts';
import type { Language } from './language.ts';
import { chinese } from './zh.ts';

export type { Language, NoticeWords, PageWords, Titles } from './language.ts';

const known: Readonly<Record<string, Language>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  he: hebrew,
  zh: chinese,
};

export const languages: readonly Language[] = Object.values(known);

/** @param tag BCP 47; other languages are looked at as English */
export function languageFor(tag: string): Language {
  return known[tag.toLowerCase().split('-')[0] ?? ''] ?? english;
}

/** Fewer frequent words tell nothing. */
const fewest = 4;

/**
 * The language whose frequent words a text has most of.
 * @returns BCP 47; absent for texts that are too short or in another language
 */
export function guessLanguage(text: string): string | undefined {
  const start = text.slice(0, 20_000);
  const counts = Object.entries(known).map(([tag, { common }]) => ({
    tag,
    count: start.match(common)?.length ?? 0,
  }));
  counts.sort((a, b) => b.count - a.count);
  const [first] = counts;
  return first && first.count >= fewest ? first.tag : undefined;
}
