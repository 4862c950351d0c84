/** What flows through the import: pieces of the post, blocks of Markdown made of them, and what became of each. */
import type { RootContent } from 'mdast';

/** The smallest part that is accounted for: a line of plain text, or a text node of HTML. */
export interface Piece {
  /** Its place in `Ledger.pieces`. */
  readonly id: number;
  /** Line of the input, from 1. */
  readonly line: number;
  /** Pieces of one block share it: a word that runs over two of them is one word. */
  readonly block: number;
  readonly text: string;
  /** A number or bullet typed by hand. */
  readonly isMarker?: true;
}

/** What became of a piece. */
export type Fate =
  /** In the text of a segment, in its place. */
  | { readonly kind: 'kept'; readonly where: string }
  /** Elsewhere in the content folder. */
  | { readonly kind: 'moved'; readonly where: string }
  | { readonly kind: 'dropped'; readonly why: string; readonly hidden?: boolean };

/** A comment below the post. */
export interface Comment {
  /** From 1, in the order of the page. */
  readonly number: number;
  /** Number of the comment that it answers; absent when it begins a thread. */
  readonly parent?: number;
  /** 0 for the start of a thread. */
  readonly depth: number;
  readonly author: string;
  /** Identities that no edition may show. */
  readonly email?: string;
  readonly url?: string;
  readonly ip?: string;
  /** Name by which the reader logs in. */
  readonly handle?: string;
  /** Written by the author of the post. */
  readonly isAuthors: boolean;
  /** A block of text each, with the pieces that it is made of. */
  readonly paragraphs: readonly CommentParagraph[];
}

export interface CommentParagraph {
  readonly text: string;
  readonly pieces: readonly number[];
}

/** A picture, which is not taken over. */
export interface Picture {
  readonly line: number;
  readonly url: string;
  readonly alt: string;
}

/** What the post says of itself; what it does not say is absent. */
export interface About {
  readonly title?: string;
  readonly author?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly url?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** A post as read from any format. */
export interface Post {
  readonly format: Format;
  readonly about: About;
  /** BCP 47, by its words; absent where the post says it or they tell nothing. */
  readonly guessedLanguage?: string;
  /** Words of the input, counted apart from the pieces. */
  readonly words: number;
  /** Markdown; text nodes carry their pieces in `data.pieces`, list items typed by hand theirs in `data.marker`. */
  readonly body: readonly RootContent[];
  readonly comments: readonly Comment[];
  /** Who wrote comments that are not kept; spam apart. */
  readonly unseen: readonly Comment[];
  /** Comments that were never shown: pending, spam, in the bin, pingbacks. */
  readonly refused: Readonly<Record<string, number>>;
  readonly pictures: readonly Picture[];
  /** Lines with tables whose cells are joined: their text stands once, in the first of the cells. */
  readonly joinedTables: readonly number[];
  /** Addresses of links that lead nowhere in print; their words stay. */
  readonly unlinked: readonly string[];
}

export type Format = 'text' | 'html' | 'wxr';

declare module 'mdast' {
  interface TextData {
    /** The pieces that it was read from, in order; absent for what the import adds. */
    pieces?: readonly number[];
  }
  interface ListItemData {
    /** The piece of a number or bullet that was typed by hand. */
    marker?: number;
  }
}
