/**
 * Below these figures a printed edition is not fit for its readers. Type: 21 CFR 208.20 (10 pt), RNIB clear print
 * (12 pt), ACB and APH large print (18 pt, no italics). Measure: at most 70 characters a line on average, 60 in
 * large print, and never more than 10 above that. Margins: 20 mm at the binding of a book, 25 mm where a ward
 * punches holes, 1 in in large print.
 */
import type { PrintKind } from '../model.ts';

/** Distances in pt from the edges of the page; `inner` is the binding edge. */
export interface MarginFloors {
  readonly inner: number;
  readonly outer: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Floors {
  /** Size in pt that most of the text must have. */
  readonly body: number;
  /** Size in pt that no letter may be below, in page margins and notes neither. */
  readonly smallest: number;
  readonly italics: boolean;
  /** Characters of a full line, on average. */
  readonly measure: number;
  /** Characters of the longest line. */
  readonly longestLine: number;
  /** What tagged text keeps from the edges. */
  readonly margins: MarginFloors;
}

const perMillimetre = 72 / 25.4;

/** What stands outside the tagged text, such as page numbers, keeps 6 mm: an office printer prints no nearer. */
export const footMargin = 6 * perMillimetre;

const sheet: Floors = {
  body: 12,
  smallest: 10,
  italics: true,
  measure: 70,
  longestLine: 80,
  margins: margins(25, 25, 20, 20),
};

/** Both sides of a sheet may be its binding edge. */
export const floors: Readonly<Record<PrintKind, Floors>> = {
  book: {
    body: 11,
    smallest: 9,
    italics: true,
    measure: 70,
    longestLine: 80,
    margins: margins(20, 15, 15, 20),
  },
  booklet: {
    body: 11,
    smallest: 10,
    italics: true,
    measure: 65,
    longestLine: 75,
    margins: margins(15, 10, 10, 18),
  },
  handout: sheet,
  'chapter-handout': sheet,
  'large-print': {
    body: 18,
    smallest: 18,
    italics: false,
    measure: 60,
    longestLine: 70,
    margins: margins(25.4, 25.4, 25.4, 25.4),
  },
};

/** From millimetres. */
function margins(inner: number, outer: number, top: number, bottom: number): MarginFloors {
  return {
    inner: inner * perMillimetre,
    outer: outer * perMillimetre,
    top: top * perMillimetre,
    bottom: bottom * perMillimetre,
  };
}
