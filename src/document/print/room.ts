/** The room that tables have in printed editions. */
import type { PageSize, PrintKind } from '../../model.ts';
import type { Room } from '../tables/fit.ts';

/** Width of the page without its margins over the body size: `templates/print/*.css`. In ems. */
const widths: Readonly<Record<PrintKind, Partial<Record<PageSize, number>>>> = {
  book: { a5: 28.8, '6x9': 29.9 },
  booklet: { a5: 27.9, 'half-letter': 25.9 },
  handout: { letter: 30.2, a4: 28.8 },
  'chapter-handout': { letter: 30.2, a4: 28.8 },
  'large-print': { letter: 26, a4: 25 },
};

/** Smallest type over body type: 9 of 11 pt, 10 of 12 pt, 18 of 18 pt. */
const smallest: Readonly<Record<PrintKind, number>> = {
  book: 9 / 11,
  booklet: 10 / 12,
  handout: 10 / 12,
  'chapter-handout': 10 / 12,
  'large-print': 1,
};

/** Room to the right of each cell, in its ems: `templates/print/print.css`. */
const gap = { usual: 0.8, narrow: 0.35 };

/** The room for tables in an edition. */
export function roomFor(kind: PrintKind, pageSize: PageSize): Room {
  const width = widths[kind][pageSize];
  if (width === undefined) throw new TypeError(`No ${kind} is printed on ${pageSize}`);
  return { width, smallest: smallest[kind], gap };
}
