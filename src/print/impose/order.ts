/** Which page of a booklet stands where: the order of imposition. */

/** The way in which a language is read; the first page of a right-to-left booklet is where another has its last. */
export type Direction = 'ltr' | 'rtl';

/** One printed side of a sheet. Pages are counted from 1, halves are named as the reader of the sheet sees them. */
export interface Side {
  readonly left: number;
  readonly right: number;
  /** How many sheets lie around this one when it is folded: 0 for the outermost of its fold. */
  readonly depth: number;
}

/** Fewest pages that a booklet of these pages has: four on each sheet. */
export function roundToSheets(pages: number): number {
  return Math.ceil(pages / 4) * 4;
}

/**
 * Lays pages out on sheets that are folded once, one in another: front and back of the outermost sheet first.
 *
 * More sheets than can be folded together make several folds, as even as can be; the reader has them one after
 * the other. The back of a sheet is what shows when the sheet is turned over its short edge.
 *
 * @param pages a multiple of four
 * @param sheetsPerFold at least 1
 */
export function imposePages(pages: number, direction: Direction, sheetsPerFold: number): Side[] {
  if (pages % 4 !== 0 || pages < 4)
    throw new RangeError(`Unexpected number of pages ${pages}, expected a multiple of four`);
  const sides: Side[] = [];
  let first = 1;
  for (const sheets of splitSheets(pages / 4, sheetsPerFold)) {
    for (let depth = 0; depth < sheets; depth++) sides.push(...imposeSheet(first, sheets, depth));
    first += 4 * sheets;
  }
  return direction === 'ltr' ? sides : sides.map(mirror);
}

/** Numbers of sheets, as even as can be, none above the limit: 28 sheets in folds of at most 15 are 14 and 14. */
export function splitSheets(sheets: number, limit: number): number[] {
  const folds = Math.ceil(sheets / limit);
  return Array.from({ length: folds }, (_, fold) => Math.floor((sheets + folds - 1 - fold) / folds));
}

/** Front and back of one sheet. @param first page of its fold */
function imposeSheet(first: number, sheets: number, depth: number): Side[] {
  const low = first + 2 * depth;
  const high = first + 4 * sheets - 1 - 2 * depth;
  return [
    { left: high, right: low, depth },
    { left: low + 1, right: high - 1, depth },
  ];
}

function mirror({ left, right, depth }: Side): Side {
  return { left: right, right: left, depth };
}
