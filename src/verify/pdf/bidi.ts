/**
 * From the order in which a line is drawn, left to right, back to the order in which it is read (Unicode
 * Standard Annex 9). No letter is sorted: whole pieces are turned round, as the algorithm turned them for print.
 */

/** A stretch of text drawn in one go, in one font and one direction. */
export interface Piece {
  /** In reading order. */
  readonly text: string;
  /** Which way it runs; absent when one sign alone does not tell. */
  readonly direction?: Direction | undefined;
  /** Stands for its font: equal ones are the same. */
  readonly font: unknown;
}

export type Direction = 'ltr' | 'rtl';

/** Scripts written from right to left (ISO 15924). */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** Letters written from right to left, and the marks on them; not the digits of Arabic. */
const rtlLetter =
  /[\u0590-\u065F\u066A-\u06EF\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const letter = /\p{L}/u;
const digit = /\p{N}/u;

/** Reading direction of a language; left to right when none is named. */
export function directionOf(language: string | undefined): Direction {
  try {
    const { script } = new Intl.Locale(language ?? 'und').maximize();
    return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** Whether a text has a letter that is written from right to left. */
export function isRightToLeft(text: string): boolean {
  return rtlLetter.test(text);
}

/**
 * One line's pieces in reading order.
 * @param pieces from left to right
 * @param base direction of what stands around
 */
export function readLine<P extends Piece>(pieces: readonly P[], base: Direction): readonly P[] {
  if (base === 'ltr' && pieces.every((piece) => findDirection(piece) !== 'rtl')) return pieces;
  const levels = findLevels(pieces, base);
  const order = turn(
    pieces.map((_, index) => index),
    (index) => (levels[index] ?? 0) >= 1,
  );
  return turn(order, (index) => (levels[index] ?? 0) >= 2).map((index) => pieces[index] as P);
}

/** Turns every unbroken run round (rule L2, in the opposite order). */
function turn(order: readonly number[], isIn: (index: number) => boolean): number[] {
  const turned: number[] = [];
  let run: number[] = [];
  for (const index of order) {
    if (isIn(index)) run.unshift(index);
    else {
      turned.push(...run, index);
      run = [];
    }
  }
  return [...turned, ...run];
}

/** Level 1 runs from right to left; what runs from left to right is at level 2 in it, at 0 outside. */
function findLevels(pieces: readonly Piece[], base: Direction): number[] {
  const even = base === 'rtl' && !isEmbedded(pieces) ? 2 : 0;
  const known = pieces.map((piece) => {
    const direction = findDirection(piece);
    return direction === undefined ? undefined : direction === 'rtl' ? 1 : even;
  });
  const levels = known.map((level, index) => level ?? resolve(pieces, known, index, even));
  return levels.map((level, index) =>
    level === 0 && isNumber(pieces[index]) && isBesideTurned(known, levels, index) ? 2 : level,
  );
}

function findDirection({ text, direction }: Piece): Direction | undefined {
  if (direction !== undefined) return direction;
  if (isRightToLeft(text)) return 'rtl';
  return letter.test(text) || digit.test(text) ? 'ltr' : undefined;
}

/** Numbers alone do not carry spaces or signs between left-to-right letters: where they do, all is left to right. */
function isEmbedded(pieces: readonly Piece[]): boolean {
  return (
    pieces.every((piece) => findDirection(piece) !== 'rtl') &&
    pieces.some(({ text }) => /^[^\p{L}\p{N}]+[\p{L}\p{N}]|[\p{L}\p{N}][^\p{L}\p{N}%‰°]+$/u.test(text))
  );
}

/**
 * A sign or space alone (rules N1 and N2): as its neighbours, or as what stands around. One that is drawn apart
 * from a neighbour in the same font is so because their levels differ.
 */
function resolve(
  pieces: readonly Piece[],
  known: readonly (number | undefined)[],
  index: number,
  even: number,
): number {
  const left = known.findLastIndex((level, at) => at < index && level !== undefined);
  const right = known.findIndex((level, at) => at > index && level !== undefined);
  const sides = [left, right].map((at) => (at < 0 ? undefined : pieces[at]));
  const { font } = pieces[index] as Piece;
  const isApart = [index - 1, index + 1].some(
    (at) => known[at] !== undefined && known[at] !== 1 && pieces[at]?.font === font,
  );
  if (even === 0)
    return known[left] === 1 && known[right] === 1
      ? 1
      : isApart && (known[left] === 1 || known[right] === 1)
        ? 1
        : 0;
  const isInside = sides.every(
    (side) => side !== undefined && findDirection(side) === 'ltr' && letter.test(side.text),
  );
  return isInside && !isApart ? 2 : 1;
}

function isNumber(piece: Piece | undefined): boolean {
  return piece !== undefined && digit.test(piece.text) && !letter.test(piece.text);
}

/** Beside a sign that was found to run from right to left. */
function isBesideTurned(
  known: readonly (number | undefined)[],
  levels: readonly number[],
  index: number,
): boolean {
  return [index - 1, index + 1].some((at) => known[at] === undefined && levels[at] === 1);
}
