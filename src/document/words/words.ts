/**
 * What every language has words for. Whoever adds a word here adds it to all languages at once: the types see
 * to it that none is forgotten, and a test that none is left in English.
 */

/** Every word of one language that the system itself prints. */
export interface Words {
  /** The direction in which lines are read. */
  readonly direction: 'ltr' | 'rtl';
  /** A title in the quotation marks of the language. */
  readonly quoted: (text: string) => string;
  /** A label with its colon and space, for a text to follow. */
  readonly label: (label: string) => string;
  /** What stands between names in a row of them. */
  readonly comma: string;
  readonly chapter: (number: number) => string;
  readonly contents: string;
  /** Label of the first page in reading programs. */
  readonly cover: string;
  /** "page 12", behind a cross reference. */
  readonly page: (number: string) => string;
  readonly readThisFirst: string;
  readonly pleaseRead: string;
  readonly warning: string;
  readonly editor: string;
  readonly 'key-points': string;
  readonly questions: string;
  readonly medicines: string;
  /** Heads of the columns of a list of medicines, the name first; nothing to do with a dose to take. */
  readonly medicineColumns: readonly string[];
  /** Introduces the columns as a list, where there is no form to write in. */
  readonly forEachMedicine: string;
  readonly notes: string;
  readonly note: string;
  readonly back: string;
  readonly toDo: string;
  readonly done: string;
  readonly voice: Readonly<Record<'physician' | 'editor', string>>;
  readonly notReviewed: string;
  readonly reviewedBy: (name: string, date: string) => string;
  readonly by: (name: string) => string;
  readonly editedBy: (name: string) => string;
  readonly version: (version: string) => string;
  readonly published: (date: string) => string;
  readonly checked: (date: string) => string;
  /** In place of `checked` when nobody has checked the facts since they were written. */
  readonly unchecked: string;
  readonly reviewBy: (date: string) => string;
  /** Both days, for the foot of a page. */
  readonly footDates: (checked: string, reviewBy: string) => string;
  /** Large, at the top of every page of an edition past `reviewBy`. */
  readonly outOfDate: string;
  readonly overdue: (reviewBy: string) => string;
  readonly aboutThisEdition: string;
  /** Where the text was taken from; its title comes quoted. */
  readonly source: (author: string, title: string, date: string) => string;
  /** In place of the source's date where it is not known. */
  readonly undated: string;
  /** Alternative text of the code. */
  readonly qrCode: (address: string) => string;
  readonly permission: string;
  readonly rights: string;
  readonly identifier: string;
  readonly disclaimerHash: string;
  readonly fromTheEdition: (title: string) => string;
  readonly inFullEdition: (title: string) => string;
  /** Heading of the last page of a chapter handout. */
  readonly tearOff: string;
  /** Label of a line to write a day on. */
  readonly date: string;
  readonly typeset: string;
  /** What an edition's own fonts are named; several with commas between. */
  readonly otherLetters: (families: string) => string;
  /** A day, written out. */
  readonly day: (isoDate: string) => string;
  readonly ebook: EbookWords;
}

/** What only an e-book says of itself, most of it to machines and to screen readers. */
export interface EbookWords {
  readonly cover: string;
  /** Heading of the list of places that reading systems offer to jump to. */
  readonly landmarks: string;
  readonly start: string;
  /** Heading of the list of the printed book's pages. */
  readonly pageList: string;
  /** Alternative text of the cover picture. */
  readonly coverText: (title: string, author: string) => string;
  /** Part of the accessibility summary that holds for every book. */
  readonly reflows: string;
  /** Added when every picture has a text alternative. */
  readonly picturesDescribed: string;
  /** Added when the book has formulas. */
  readonly formulas: string;
  /** Added when the pages of the printed book are marked. */
  readonly pageNumbers: string;
}
