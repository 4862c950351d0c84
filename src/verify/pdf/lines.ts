/** Gathers what is drawn in pieces, and gives it back line by line in reading order. */
import { type Direction, isRightToLeft, type Piece, readLine } from './bidi.ts';

/** One text object, as drawn. */
export interface Drawn {
  /** Where it begins, in units of its own; a line's text objects share their `y`. */
  readonly x: number;
  readonly y: number;
  /** Said to be drawn in the wrong order for reading (ISO 32000-1, 14.8.2.3.3). */
  isReversed: boolean;
  /** Texts of its glyphs, or of groups of glyphs that stand for a text together, as drawn. */
  readonly clusters: string[];
  /** How many glyphs. */
  glyphs: number;
  /** Whether a bracket or the like is drawn as its mirror image; undefined when there is none. */
  isMirrored: boolean | undefined;
  font: unknown;
}

/** Starts a text object. */
export function createDrawn(x: number, y: number): Drawn {
  return { x, y, isReversed: false, clusters: [], glyphs: 0, isMirrored: undefined, font: undefined };
}

/** The texts of text objects in reading order. */
export function readDrawn(drawn: readonly Drawn[], base: Direction): string[] {
  return groupLines(drawn.filter(({ glyphs }) => glyphs > 0)).flatMap((line) =>
    readLine(line.map(toPiece), base),
  );
}

/** A line ends where the next text object is drawn at another height, or further left. */
function groupLines(drawn: readonly Drawn[]): Drawn[][] {
  const lines: Drawn[][] = [];
  for (const next of drawn) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (last !== undefined && last.y === next.y && next.x >= last.x) line?.push(next);
    else lines.push([next]);
  }
  return lines;
}

/** Text that a reader's eye and a reader's program would read in different orders equals nothing. */
function toPiece({ clusters, glyphs, isReversed, isMirrored, font }: Drawn): Piece {
  const text = (isReversed ? [...clusters].reverse() : clusters).join('');
  const isSingle = clusters.length === 1 && (glyphs === 1 || isRightToLeft(text));
  if (!isSingle && isReversed !== runsFromRight(text, isReversed)) return { text: '\uFFFD', font };
  if (isReversed || isRightToLeft(text)) return { text, font, direction: 'rtl' };
  if (!isSingle) return { text, font, direction: 'ltr' };
  return { text, font, direction: isMirrored === undefined ? undefined : isMirrored ? 'rtl' : 'ltr' };
}

/** Letters and digits tell; signs alone may run either way. */
function runsFromRight(text: string, otherwise: boolean): boolean {
  if (isRightToLeft(text)) return !/\p{N}/u.test(text);
  return /[\p{L}\p{N}]/u.test(text) ? false : otherwise;
}
