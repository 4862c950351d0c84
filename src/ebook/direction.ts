/** Scripts written from right to left (Unicode, Script_Extensions of right-to-left characters), ISO 15924. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

export type Direction = 'ltr' | 'rtl';

/**
 * Reading direction of a language.
 * @param language well-formed BCP 47 tag; without a script subtag, CLDR's likely script counts
 */
export function readDirection(language: string): Direction {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr';
}
