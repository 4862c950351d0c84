/** The words that the system itself prints, by language. */
import { arabic } from './words/ar.ts';
import { german } from './words/de.ts';
import { english } from './words/en.ts';
import { spanish } from './words/es.ts';
import { french } from './words/fr.ts';
import { hebrew } from './words/he.ts';
import type { Words } from './words/words.ts';
import { chinese } from './words/zh.ts';

export type { EbookWords, Words } from './words/words.ts';

/** By language and, where a language is written in several scripts, ISO 15924 script. */
const table: Readonly<Record<string, Words>> = {
  en: english,
  es: spanish,
  de: german,
  fr: french,
  ar: arabic,
  he: hebrew,
  'zh-Hans': chinese,
};

/** Languages that Caveat has words for. */
export const languages: readonly string[] = Object.keys(table);

/** Whether there are words for a well-formed BCP 47 tag. */
export function hasWords(language: string): boolean {
  return findWords(language) !== undefined;
}

/**
 * The words for a BCP 47 tag: `es-MX` has those of `es`, `zh` those of `zh-Hans`; `zh-TW` has none.
 * @throws RangeError when there are none; `check` refuses such languages
 */
export function wordsFor(language: string): Words {
  const words = findWords(language);
  if (!words) throw new RangeError(`No words for the language ${language}`);
  return words;
}

/**
 * All that the words of a language are made of in print, names of months included; empty when there are none. The
 * e-book's own are shown in the fonts of the reading device.
 */
export function listWords(language: string): string {
  const words = findWords(language);
  if (!words) return '';
  const months = Array.from({ length: 12 }, (_, month) =>
    words.day(`2026-${String(month + 1).padStart(2, '0')}-01`),
  );
  const { ebook, ...printed } = words;
  return [...collect(printed), ...months].join('\n');
}

function collect(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value('2026', '2026', '2026'))];
  return Object.values(value as object).flatMap(collect);
}

function findWords(tag: string): Words | undefined {
  const { language, script } = readTag(tag);
  return table[`${language}-${script}`] ?? (isUsual(language, script) ? table[language] : undefined);
}

/** A tag that no one registered has no script. */
function readTag(tag: string): Pick<Intl.Locale, 'language' | 'script'> {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return { language: tag };
  }
}

/** Words in the script that a language is usually written in are of no use in another. */
function isUsual(language: string, script: string | undefined): boolean {
  return readTag(language).script === script;
}
