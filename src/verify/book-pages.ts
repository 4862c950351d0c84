/** What the e-book's page list is held against: the pages of the finished book, as they were read. */

/** A page of the book. */
export interface BookPage {
  /** As reading programs and the foot of the page show it. */
  readonly label: string;
  /** Folded texts of its blocks in reading order; none on a blank page. A table's head that is repeated is not there. */
  readonly blocks: readonly string[];
  /** Whether it belongs to the contents: it stands between the full disclaimer and the first segment. */
  readonly isContents: boolean;
}

/** The pages of a book behind its cover, which shows no number. */
export interface BookPages {
  /** `dc:identifier` of its XMP metadata; empty when there is none. */
  readonly identifier: string;
  readonly pages: readonly BookPage[];
}
