/** What is to be looked at in the pixels of a page, as plain data: the looking may be done in another thread. */
import type { Box } from '../open.ts';
import { widen } from './clip.ts';
import type { Notice } from './notices.ts';
import type { View } from './pdfium.ts';

/** The place of a disclaimer. */
export interface Look {
  /** Page of the file, from 1. */
  readonly page: number;
  /** Left upper corner of what is seen of the page, in pt. */
  readonly corner: Pick<Box, 'left' | 'top'>;
  /**
   * How many strings are shown with each piece of marked content that holds the disclaimer, by its number; undefined
   * when some of it stands in a form, for PDFium counts that with the form.
   */
  readonly strings: ReadonlyMap<number, number> | undefined;
  readonly view: View;
  readonly glyphs: readonly LookedGlyph[];
  /** The line around its box, in pt; absent when it has none. */
  readonly frame?: Box;
}

export interface LookedGlyph {
  readonly text: string;
  /** Of its ink, in pt on the page; undefined when it has none or is not known. */
  readonly box: Box | undefined;
}

/** What was seen of a disclaimer; what is wrong is in words. */
export interface Seen {
  readonly covered?: string;
  readonly pale?: string;
  readonly lost?: string;
  /** Glyphs that were looked at. */
  readonly glyphs: number;
  /** The lowest of them. */
  readonly contrast: number;
}

/** Looks at places of a PDF; what was seen is in their order. Rejected when the page cannot be drawn for want of room. */
export type Looker = (bytes: Uint8Array, looks: readonly Look[]) => Promise<readonly Seen[]>;

/** Pixels in the em of the smallest letter: its stem is then three pixels wide. */
const emPixels = 33;
/** Pixels in a pt: letters smaller than the body text of a book are drawn no finer. */
const largestScale = 3;
/** Around what is looked at, in pt. */
const padding = 2;

/** The place of a disclaimer, and all that must be known to judge it. */
export function planLook(notice: Notice): Look {
  const { page, glyphs, frame, box } = notice;
  const { left, top } = page.page.box;
  return {
    page: page.page.number,
    corner: { left, top },
    strings: countStrings(notice),
    view: { box: widen(frame ?? box, padding), scale: chooseScale(notice) },
    glyphs: glyphs.map(({ text, box }) => ({ text, box })),
    ...(frame && { frame }),
  };
}

function chooseScale({ glyphs }: Notice): number {
  const smallest = glyphs.reduce(
    (least, { matrix }) => Math.min(least, Math.hypot(matrix[2], matrix[3])),
    Infinity,
  );
  return Math.min(largestScale, emPixels / smallest);
}

function countStrings({ strings, ids, page }: Notice): Look['strings'] {
  const own = `${page.page.object}/`;
  const counts = new Map(
    [...strings].flatMap(([id, count]) =>
      id.startsWith(own) ? [[Number(id.slice(own.length)), count] as const] : [],
    ),
  );
  return counts.size < ids.size ? undefined : counts;
}
