/** The forms in which an edition may print a day. */

const styles: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'long', year: 'numeric' },
  { day: 'numeric', month: 'short', year: 'numeric' },
];

/**
 * A day as written in a language: with its month in full or shortened, in the language's own digits or in
 * European ones, in the order of any English-speaking country, in French with its “1er”; or as ISO 8601.
 * @param iso `YYYY-MM-DD`
 * @param language BCP 47
 */
export function formsOfDay(iso: string, language: string): readonly string[] {
  const key = `${iso} ${language}`;
  const forms = known.get(key) ?? listForms(iso, language);
  known.set(key, forms);
  return forms;
}

/** An edition has three days, and all of its files show them. */
const known = new Map<string, readonly string[]>();

function listForms(iso: string, language: string): readonly string[] {
  const date = new Date(`${iso}T00:00:00Z`);
  const locales = /^en\b/i.test(language) ? ['en-GB', 'en-US'] : [language];
  const forms = locales
    .flatMap((locale) => [locale, `${locale}-u-nu-latn`])
    .flatMap((locale) =>
      styles.map((style) =>
        new Intl.DateTimeFormat(locale, { ...style, calendar: 'gregory', timeZone: 'UTC' }).format(date),
      ),
    );
  const ordinals = /^fr\b/i.test(language) ? forms.map((form) => form.replace(/^1 /, '1er ')) : [];
  return [...new Set([...forms, ...ordinals, iso])];
}
