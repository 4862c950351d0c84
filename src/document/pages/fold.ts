/** What the text of a page and that of the e-book have in common, however each was set. */

/** White space, soft hyphens, joiners, operators that are not drawn, marks that set the direction, and marks on letters. */
const left = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\p{M}]+/gu;

/** Signs that a font draws alike, or that turn round where the text runs to the left. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u02bc]/g, "'"],
  [/[\u201c-\u201f]/g, '"'],
  [/[\u2010\u2011]/g, '-'],
  [/\p{Bidi_Mirrored}/gu, '('],
];

/**
 * Folds a text to be compared: ligatures undone, white space and accents left out. The folded pieces of a text,
 * joined, are the folded text.
 */
export function foldText(text: string): string {
  const bare = text.normalize('NFKD').replace(left, '');
  return alike.reduce((folded, [signs, sign]) => folded.replace(signs, sign), bare);
}
