/** Lays one text against another that differs from it by what stands in only one of them. */

/** Characters that must agree after a difference: fewer are found by chance. */
const agreement = 12;
/** Characters that are looked at, in both texts together, for the end of a difference. */
const near = 400;
/** For a longer one: characters that must agree, how far they are looked for, and in what steps. */
const far = { agreement: 32, reach: 6000, step: 4 };

/** Letters that a piece of text needs to be told from others; a sign of a script without an alphabet is two. */
const leastLetters = 2;
const letters = /\p{L}/gu;
const wordSigns = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Where both texts were set in pieces: a heading, a cell, what is in bold. */
export interface PieceStarts {
  /** First characters of the pieces of the text, and its end. */
  readonly text: ReadonlySet<number>;
  /** End of each piece of the other text, by its first character. */
  readonly other: ReadonlyMap<number, number>;
}

const noPieces: PieceStarts = { text: new Set(), other: new Map() };

/**
 * For each character of `text` its place in `other`; -1 where it has none. Both are folded.
 *
 * The time it takes grows with the length of the texts, not with its square: it goes forward only, and over each
 * difference once.
 * @param pieces a short one that is the same in both ends a difference, too
 */
export function alignTexts(text: string, other: string, pieces = noPieces): Int32Array {
  const places = new Int32Array(text.length).fill(-1);
  let at = 0;
  let there = 0;
  while (at < text.length && there < other.length) {
    if (text[at] === other[there]) {
      places[at++] = there++;
      continue;
    }
    const next =
      skipAddition(text, at, other, there) ??
      findNear(text, at, other, there, pieces) ??
      findFar(text, at, other, there);
    if (!next) return places;
    [at, there] = next;
  }
  return places;
}

/** Longest address or page number that the print puts in brackets. */
const longestAddition = 300;

/**
 * To behind the brackets that the print puts after the words of a link; in folded text both brackets are the same
 * sign. In a list of links there are too few characters between them for anything else to be found.
 */
function skipAddition(text: string, at: number, other: string, there: number): [number, number] | undefined {
  if (text[at] !== '(' || other[there] === '(') return undefined;
  const end = text.indexOf('(', at + 1) + 1;
  if (end === 0 || end - at > longestAddition || text[end] !== other[there]) return undefined;
  return [end, there];
}

/** The nearest place from which on both agree. */
function findNear(
  text: string,
  at: number,
  other: string,
  there: number,
  pieces: PieceStarts,
): readonly [number, number] | undefined {
  for (let distance = 1; distance <= near; distance += 1) {
    for (let skipped = distance; skipped >= 0; skipped -= 1) {
      const [i, j] = [at + skipped, there + distance - skipped];
      if (text[i] !== other[j]) continue;
      if (agrees(text, i, other, j) || isSamePiece(text, i, other, j, pieces)) return [i, j];
    }
  }
  return undefined;
}

/** At the end of the texts fewer characters will do, as long as they are all. */
function agrees(text: string, i: number, other: string, j: number): boolean {
  if (i >= text.length || j >= other.length) return false;
  const length = Math.min(agreement, Math.max(text.length - i, other.length - j));
  return text.startsWith(other.slice(j, j + length), i) && j + length <= other.length;
}

/** Whether a whole piece of each begins there, and they are the same. */
function isSamePiece(text: string, i: number, other: string, j: number, pieces: PieceStarts): boolean {
  const end = pieces.other.get(j);
  if (end === undefined || !pieces.text.has(i) || !pieces.text.has(i + end - j)) return false;
  const piece = other.slice(j, end);
  return text.startsWith(piece, i) && countLetters(piece) >= leastLetters;
}

function countLetters(piece: string): number {
  return (piece.match(letters)?.length ?? 0) + (piece.match(wordSigns)?.length ?? 0);
}

/** A table that only one of them has, say. */
function findFar(
  text: string,
  at: number,
  other: string,
  there: number,
): readonly [number, number] | undefined {
  const window = other.slice(there, there + far.reach);
  for (let i = at; i < Math.min(at + far.reach, text.length - far.agreement); i += far.step) {
    const found = window.indexOf(text.slice(i, i + far.agreement));
    if (found !== -1) return goBack(text, i, other, there + found, [at, there]);
  }
  return undefined;
}

/** To where the agreement begins: the steps may have passed over it. */
function goBack(
  text: string,
  i: number,
  other: string,
  j: number,
  [at, there]: readonly [number, number],
): readonly [number, number] {
  let back = 0;
  while (i - back > at && j - back > there && text[i - back - 1] === other[j - back - 1]) back += 1;
  return [i - back, j - back];
}
