/**
 * Chromium makes all pages smaller when something on one of them is wider than the page, up to two thirds; what
 * is still too wide is cut off. The text in the page margins keeps its scale, and gives it away.
 */
import { type Spot, tellPlace } from '../pdf/place.ts';
import type { PageLayout } from '../pdf/read.ts';
import type { Run } from '../pdf/runs.ts';
import type { Transcript } from '../transcript.ts';
import { excerpt } from './describe.ts';

/** What was shrunk, in words for a message. */
export interface Shrinking {
  readonly pages: string;
  readonly percent: number;
  readonly excerpt: string;
  readonly where: string;
}

/** Scales closer than this are one. */
const tolerance = 0.001;

/** What Chromium shrank, if anything, and what reaches farthest to the side; undefined when nothing was. */
export function findShrinking(pages: readonly PageLayout[], transcript: Transcript): Shrinking | undefined {
  const scales = pages.map((page) => ({ page, text: scaleOf(page, true), margin: scaleOf(page, false) }));
  const usual = Math.max(...scales.flatMap(({ text, margin }) => [text, margin]));
  const shrunk = scales
    .filter(({ text }) => text > 0 && text < usual * (1 - tolerance))
    .map(({ page }) => page);
  const [first] = shrunk;
  if (first === undefined) return undefined;
  const culprit = findWidest(shrunk, transcript);
  const scale = scaleOf(first, true);
  return {
    pages: shrunk.length === 1 ? `Page ${first.number} was` : `${shrunk.length} pages were`,
    percent: Math.floor((scale / usual) * 1000) / 10,
    ...culprit,
  };
}

/** The scale at which most of the text of a page, or in its margins, is drawn; 0 when there is none. */
function scaleOf({ runs }: PageLayout, isTagged: boolean): number {
  let most = 0;
  const counts = new Map<number, number>();
  for (const { scale, text, id } of runs) {
    if ((id !== '') !== isTagged) continue;
    const count = (counts.get(scale) ?? 0) + text.length;
    counts.set(scale, count);
    if (count > (counts.get(most) ?? 0)) most = scale;
  }
  return most;
}

/** What cannot be broken: a word, or the longest words of a row's cells side by side. */
interface Piece {
  readonly text: string;
  readonly page: PageLayout;
  readonly spot: Spot;
  /** In pt. */
  readonly width: number;
}

/** What is too wide: the widest that cannot be broken. How far it reaches tells nothing: all is set anew. */
function findWidest(
  pages: readonly PageLayout[],
  transcript: Transcript,
): Pick<Shrinking, 'excerpt' | 'where'> {
  const cells = new Set(transcript.passages.filter(({ isCell }) => isCell).flatMap(({ sources }) => sources));
  const pieces = pages.flatMap((page) => {
    const seen = page.runs.filter(({ id, left }) => id !== '' && Number.isFinite(left));
    const words = seen.map((run) => ({ text: run.text, page, spot: run, width: longestWord(run) }));
    return [
      ...words,
      ...joinRows(
        seen.filter(({ id }) => cells.has(id)),
        page,
      ),
    ];
  });
  const widest = pieces.reduce((wide, piece) => (piece.width > wide.width ? piece : wide));
  return { excerpt: excerpt(widest.text), where: tellPlace(widest.page, widest.spot) };
}

/** Cells of one row have a line on one height. */
function joinRows(runs: readonly Run[], page: PageLayout): Piece[] {
  const rows = new Map<number, Piece>();
  for (const run of runs) {
    const height = Math.round(run.baseline);
    const row = rows.get(height);
    const text = row ? `${row.text} | ${run.text}` : run.text;
    rows.set(height, { text, page, spot: row?.spot ?? run, width: (row?.width ?? 0) + longestWord(run) });
  }
  return [...rows.values()];
}

/** In pt, by its share of the run. */
function longestWord({ text, left, right }: Run): number {
  const letters = Math.max(...text.split(/\s/u).map((word) => word.length));
  return ((right - left) * letters) / text.length;
}
