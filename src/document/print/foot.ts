/** Room for what stands in page margins: a long running line, title or date, or a stamp must not come near the edge. */
import type { PrintKind } from '../../model.ts';

interface Foot {
  /** Characters of a line beside the page number: fewer than mostly fit. */
  readonly characters: number;
  /** Distance from line to line in pt. */
  readonly line: number;
  /** Bottom margin that the style sheet sets, in pt. */
  readonly margin: number;
}

/** From `templates/print/*.css`. */
const feet: Readonly<Record<PrintKind, Foot>> = {
  book: { characters: 56, line: 11.7, margin: 68 },
  booklet: { characters: 52, line: 12.5, margin: 68 },
  handout: { characters: 60, line: 13, margin: 73 },
  'chapter-handout': { characters: 60, line: 12.5, margin: 70 },
  'large-print': { characters: 40, line: 21.6, margin: 72 },
};

/** Above the first line, and from the last one to the edge of the page, in pt. */
const around = 32;

/** A rule that widens the bottom margin where the lines need it; empty where they do not. */
export function composeFootRoom(kind: PrintKind, lines: readonly string[]): string {
  const { characters, line, margin } = feet[kind];
  const count = lines.reduce((sum, { length }) => sum + Math.ceil(length / characters), 0);
  const needed = Math.ceil(around + count * line);
  return needed > margin ? `@page { margin-bottom: ${needed}pt; }` : '';
}

/** Top margin in pt below which the stamp OUT OF DATE comes too near the edge: the other editions have as much anyway. */
const stampedMargins: Readonly<Partial<Record<PrintKind, number>>> = { booklet: 57 };

/** A rule that widens the top margin for the stamp; empty where there is none, or room enough. */
export function composeStampRoom(kind: PrintKind, stamp: string | undefined): string {
  const margin = stampedMargins[kind];
  return stamp === undefined || margin === undefined ? '' : `@page { margin-top: ${margin}pt; }`;
}
