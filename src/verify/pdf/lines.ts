/** Gathers what is drawn in pieces, and gives it back line by line in reading order. */
import { type Direction, isRightToLeft, type Piece, readLine } from './bidi.ts';
import { type Ends, type Ink, Joiner } from './gaps.ts';

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
  /** The lines in which it begins and ends. */
  first: Ink | undefined;
  last: Ink | undefined;
}

/** Starts a text object. */
export function createDrawn(x: number, y: number): Drawn {
  return {
    x,
    y,
    isReversed: false,
    clusters: [],
    glyphs: 0,
    isMirrored: undefined,
    font: undefined,
    first: undefined,
    last: undefined,
  };
}

/** A text, and the lines in which it begins and ends. */
export interface Written extends Ends {
  readonly text: string;
}

interface DrawnPiece extends Piece {
  readonly drawn: Drawn;
  /** Place among those of its line that have letters, from left to right. */
  readonly place: number;
}

/** The text of text objects in reading order, with what is between them. */
export function readDrawn(drawn: readonly Drawn[], base: Direction): Written {
  const joiner = new Joiner();
  let text = '';
  let first: Ink | undefined;
  let last: Ink | undefined;
  const add = (own: string, ends: Ends, isBeside: boolean) => {
    text += joiner.add(own, ends, isBeside);
    first ??= ends.first;
    last = ends.last ?? last;
  };
  for (const line of groupLines(drawn)) {
    const [alone] = line;
    if (alone && line.length === 1) add(toPiece(alone).text, alone, true);
    else addLine(line, base, add);
  }
  return { text, first, last };
}

/** Where the direction changes, neighbours in reading order may be far apart on the line. */
function addLine(
  line: readonly Drawn[],
  base: Direction,
  add: (text: string, ends: Ends, isBeside: boolean) => void,
): void {
  let letters = 0;
  const pieces = line.map((drawn): DrawnPiece => {
    if (drawn.first) letters += 1;
    return { ...toPiece(drawn), drawn, place: letters };
  });
  let before: number | undefined;
  for (const { text, drawn, place } of readLine(pieces, base)) {
    add(text, drawn, before === undefined || Math.abs(place - before) <= 1);
    if (drawn.first) before = place;
  }
}

/** A line ends where the next text object is drawn at another height, or further left. */
function groupLines(drawn: readonly Drawn[]): Drawn[][] {
  const lines: Drawn[][] = [];
  for (const next of drawn) {
    if (next.glyphs === 0) continue;
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
