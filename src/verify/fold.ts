/** Folding: what two texts must share to be held for the same text, however they were set. */

/**
 * Letters that a font draws with one glyph: the PDF gives back whichever of them the font lists first, so
 * they cannot be told apart in the finished file. Hyphens, the increment sign, the bullet operator, primes
 * stay apart from quotation marks.
 */
const sameGlyph: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2206': '\u0394',
  '\u2219': '\u00b7',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
};

/** White space, soft hyphens, joiners, operators that are not drawn, and marks that only set the direction. */
const unseen = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu;
/** The same without white space and what stands for its lack. */
const unseenMarks = /[\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2062\u2064\u2066-\u2069\ufeff]+/gu;
const curly = new RegExp(`[${Object.keys(sameGlyph).join('')}]`, 'gu');
const ascii = /^[!-~]*$/;
const plain = /^[\t\n\r -~]*$/;

/**
 * Folds a text for comparison: compatibility forms undone (ligatures, fractions, wide letters), white space,
 * soft hyphens and zero-width spaces removed, quotation marks straightened; everything else is kept.
 *
 * Two texts have the same NFKC form exactly if they have the same NFKD form; NFKD is used because it needs no
 * neighbour: the folded pieces of a text, joined, are the folded text, wherever a PDF cuts it.
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text;
  if (plain.test(text)) return text.replace(/\s+/g, '');
  return text.normalize('NFKD').replace(unseen, '').replace(curly, straighten);
}

/**
 * The same with its white space, soft hyphens, zero-width spaces and U+2063. A hair space is too narrow to tell words
 * apart: it becomes U+2063.
 */
export function foldSpaced(text: string): string {
  if (plain.test(text)) return text;
  const marked = text.replaceAll('\u200a', '\u2063').normalize('NFKD');
  return marked.replace(unseenMarks, '').replace(curly, straighten);
}

const unspacedLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

function straighten(letter: string): string {
  return sameGlyph[letter] ?? letter;
}

/**
 * Number of words, as a reader counts them: stretches between white space that hold a letter or digit. Scripts
 * that set no spaces between words count two characters as one.
 */
export function countWords(text: string): number {
  const unspaced = text.match(unspacedLetter)?.length ?? 0;
  const others = text.replace(unspacedLetter, ' ').split(/\s+/u);
  return Math.ceil(unspaced / 2) + others.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
