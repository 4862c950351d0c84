/** Room for what stands in page margins: a long running line, title or date, or a stamp must not come near the edge. */
import type { PageSize, PrintKind } from '../../model.ts';

interface Foot {
  /** Characters of a line beside the page number: fewer than mostly fit. */
  readonly characters: number;
  /** Distance from line to line in pt. */
  readonly line: number;
}

/** From `templates/print/*.css`. */
const feet: Readonly<Record<PrintKind, Foot>> = {
  book: { characters: 56, line: 11.7 },
  booklet: { characters: 52, line: 12.5 },
  handout: { characters: 60, line: 13 },
  'chapter-handout': { characters: 60, line: 12.5 },
  'large-print': { characters: 40, line: 21.6 },
};

/** Pixels of CSS. */
const inch = 96;
const pt = inch / 72;
const mm = inch / 25.4;

/** Margins above and below the text that the style sheets set: `templates/print/*.css`. */
const margins: Readonly<Record<PrintKind, { readonly top: number; readonly bottom: number }>> = {
  book: { top: 20 * mm, bottom: 24 * mm },
  booklet: { top: 13 * mm, bottom: 24 * mm },
  handout: { top: 20 * mm, bottom: 26 * mm },
  'chapter-handout': { top: 20 * mm, bottom: 25 * mm },
  'large-print': { top: inch, bottom: inch },
};

const heights: Readonly<Record<PageSize, number>> = {
  letter: 11 * inch,
  a4: 297 * mm,
  a5: 210 * mm,
  '6x9': 9 * inch,
  'half-letter': 8.5 * inch,
};

/** Above the first line, and from the last one to the edge of the page, in pt. */
const around = 32;

/** Top margin in pt below which the stamp OUT OF DATE comes too near the edge: the other editions have as much anyway. */
const stampedMargins: Readonly<Partial<Record<PrintKind, number>>> = { booklet: 57 };

/**
 * Pixels by which the height of the text may exceed a whole number of pixels. A little below or at a whole number,
 * Chromium 147 draws what rises above the first line of a page, such as the sign of a note, on the page before as well:
 * cut off and not seen, but read out.
 */
const sound = { least: 0.05, usual: 0.3, most: 0.55 };

/** Rules that widen the margins above and below where that is needed; empty where it is not. */
export function composeMarginRoom(
  kind: PrintKind,
  pageSize: PageSize,
  lines: readonly string[],
  stamp: string | undefined,
): string {
  const stamped = stamp === undefined ? undefined : stampedMargins[kind];
  const top = stamped === undefined ? margins[kind].top : stamped * pt;
  const bottom = findBottom(kind, heights[pageSize] - top, lines);
  return [
    ...(bottom > margins[kind].bottom ? [`@page { margin-bottom: ${bottom.toFixed(3)}px; }`] : []),
    ...(stamped === undefined ? [] : [`@page { margin-top: ${stamped}pt; }`]),
  ].join('\n');
}

/** The bottom margin. @param height of the page below its top margin */
function findBottom(kind: PrintKind, height: number, lines: readonly string[]): number {
  const { characters, line } = feet[kind];
  const count = lines.reduce((sum, { length }) => sum + Math.ceil(length / characters), 0);
  const needed = Math.max(margins[kind].bottom, (around + count * line) * pt);
  const more = (height - needed) % 1;
  if (more >= sound.least && more <= sound.most) return needed;
  return needed + ((more - sound.usual + 1) % 1);
}
