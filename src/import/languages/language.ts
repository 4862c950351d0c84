/** What the import knows of a language: a file each. Patterns are of whole lines, without capitals mattering. */

/** What the import calls a segment that has no title in the post. */
export interface Titles {
  /** What stands before the first cut. */
  readonly opening: string;
  /** A post without any cut. */
  readonly whole: string;
  /** Notices for which the disclaimer has no room. */
  readonly notices: string;
}

/** Lines of the page around a post, as weblogs print them. */
export interface PageWords {
  /** Lines that are left out, and why, as the report says it. */
  readonly furniture: readonly { readonly why: string; readonly pattern: RegExp }[];
  /** Begins the form in which readers reply. */
  readonly replyForm: RegExp;
  /** Stands in that form. */
  readonly inForm: RegExp;
  /** Begins the comments, with their number. */
  readonly responses: RegExp;
  /** May begin the comments, or be a heading of the post. */
  readonly perhaps: RegExp;
  /** Stands above a comment; `name` is who says it. */
  readonly saying: RegExp;
  /** Buttons of a comment. */
  readonly button: RegExp;
  /** How long ago a comment was made. */
  readonly ago: RegExp;
}

/** How warnings and legal lines are worded. `warns`, `legal` and the rest may stand anywhere in a line. */
export interface NoticeWords {
  /** The line above a warning. */
  readonly heading: RegExp;
  readonly warns: RegExp;
  readonly legal: RegExp;
  /** What reassures would weaken a warning. */
  readonly reassures: RegExp;
  /** Among legal lines the most important: that the text replaces no doctor. */
  readonly advice: RegExp;
  /** The next important: what the text is for. */
  readonly purpose: RegExp;
  /** Among warnings the gravest. */
  readonly grave: RegExp;
}

export interface Language {
  /** Frequent words, or letters that no other of these languages has: a text is known by them. */
  readonly common: RegExp;
  readonly titles: Titles;
  /** The twelve months; three letters of each, or all, are known. */
  readonly months: readonly string[];
  /** The line below a title, with groups `on` and `by`. */
  readonly byline: RegExp;
  /** Verbs behind a reader's name above a comment. */
  readonly verbs: readonly string[];
  readonly page: PageWords;
  readonly notices: NoticeWords;
}
