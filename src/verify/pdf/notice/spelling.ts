/** Words as rows of shapes, so that they can be compared. */

/** A glyph of a word. */
export interface Stroke {
  readonly shape: string;
  /** It takes no room: a dot, a vowel sign. */
  readonly isMark: boolean;
}

/** Shapes are long, and few. */
const numbers = new Map<string, number>();

/**
 * One text for all orders in which programs draw the same word: of the marks of one letter, HarfBuzz draws another
 * first than fontkit. Glyphs come from left to right; those that draw nothing are left out.
 */
export function spell(strokes: readonly Stroke[]): string {
  const row: number[] = [];
  let marks: number[] = [];
  for (const { shape, isMark } of strokes) {
    if (shape === '') continue;
    if (isMark) marks.push(numberOf(shape));
    else {
      row.push(...marks.sort((a, b) => a - b), numberOf(shape));
      marks = [];
    }
  }
  return [...row, ...marks.sort((a, b) => a - b)].join(' ');
}

function numberOf(shape: string): number {
  const known = numbers.get(shape) ?? numbers.size;
  numbers.set(shape, known);
  return known;
}
