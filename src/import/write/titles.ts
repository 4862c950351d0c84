/** Titles of segments that have none in the post, in the language of the edition; the report lists them to be changed. */

/** What the import calls a segment. */
export interface Titles {
  /** What stands before the first cut. */
  readonly opening: string;
  /** A post without any cut. */
  readonly whole: string;
  /** Notices for which the disclaimer has no room. */
  readonly notices: string;
}

const english: Titles = { opening: 'Introduction', whole: 'The post', notices: 'Notices' };

const titles: Readonly<Record<string, Titles>> = {
  ar: { opening: 'مقدمة', whole: 'المقال', notices: 'تنبيهات' },
  de: { opening: 'Einleitung', whole: 'Der Beitrag', notices: 'Hinweise' },
  en: english,
  es: { opening: 'Introducción', whole: 'El artículo', notices: 'Avisos' },
  fr: { opening: 'Introduction', whole: 'L’article', notices: 'Avertissements' },
  he: { opening: 'מבוא', whole: 'הרשומה', notices: 'הודעות' },
  zh: { opening: '引言', whole: '正文', notices: '声明' },
};

/** @param language BCP 47; others get English ones */
export function titlesFor(language: string): Titles {
  return titles[language.toLowerCase().split('-')[0] ?? ''] ?? english;
}
