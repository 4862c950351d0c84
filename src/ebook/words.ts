/** Every word that the package itself says, so that nothing but this file needs translating. */
export interface Words {
  /** BCP 47 tag of the words below. */
  readonly language: string;
  readonly contents: string;
  readonly cover: string;
  readonly landmarks: string;
  readonly start: string;
  /** Alternative text of the cover picture. */
  readonly coverText: (title: string, author: string) => string;
  /** `schema:accessibilitySummary`, the part that holds for every book. */
  readonly reflows: string;
  /** Added to the summary when every picture has a text alternative. */
  readonly picturesDescribed: string;
  /** Added to the summary when the book has formulas. */
  readonly formulas: string;
}

const english: Words = {
  language: 'en',
  contents: 'Contents',
  cover: 'Cover',
  landmarks: 'Landmarks',
  start: 'Start of content',
  coverText: (title, author) => `Cover: ${title}, by ${author}`,
  reflows:
    'The text reflows; headings, lists and tables are marked as such, and the contents page links to them.',
  picturesDescribed: 'Pictures have text alternatives.',
  formulas: 'Formulas are MathML.',
};

/** The words for a book in a language; English until there are more. */
export function chooseWords(_language: string): Words {
  return english;
}
