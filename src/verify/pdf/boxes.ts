/** Where on the pages of the file a stretch of text is drawn: for those who want to look. */
import type { ProofBox } from '../../model.ts';
import type { Range } from '../match.ts';
import { passagesBetween } from '../transcript.ts';
import type { PageLayout, PdfReading } from './read.ts';

/** A box around the letters of a stretch on each page that it touches; to the tenth of a point. */
export function findBoxes({ layout, transcript }: PdfReading, { start, end }: Range): ProofBox[] {
  const passages = passagesBetween(transcript, start, end);
  const sources = new Set(passages.flatMap((passage) => passage.sources));
  const pages = new Set(passages.map(({ page }) => page));
  return layout.filter(({ number }) => pages.has(number)).flatMap((page) => enclose(page, sources));
}

/** Half a booklet's side is a page of its own, but the box is told of the side. */
function enclose({ page, runs }: PageLayout, sources: ReadonlySet<string>): ProofBox[] {
  const seen = runs.filter(({ id, left }) => sources.has(id) && Number.isFinite(left));
  if (seen.length === 0) return [];
  const left = Math.min(...seen.map((run) => run.left));
  const right = Math.max(...seen.map((run) => run.right));
  const bottom = Math.min(...seen.map((run) => run.bottom));
  const top = Math.max(...seen.map((run) => run.top));
  const place = { left: left - page.box.left, top: page.box.top - top };
  const box = { ...place, width: right - left, height: top - bottom };
  return [
    {
      page: page.number,
      left: round(box.left),
      top: round(box.top),
      width: round(box.width),
      height: round(box.height),
    },
  ];
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
