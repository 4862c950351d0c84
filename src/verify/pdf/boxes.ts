/** Where on the pages of the file a stretch of text is drawn: for those who want to look. */
import type { ProofBox } from '../../model.ts';
import type { Range } from '../match.ts';
import { passagesBetween, type Transcript } from '../transcript.ts';
import type { Box } from './open.ts';
import type { PageLayout, PdfReading } from './read.ts';

/** A box around the letters of a stretch on each page that it touches; to the tenth of a point. */
export function findBoxes({ layout, transcript }: PdfReading, range: Range): ProofBox[] {
  const pages = new Set(passagesBetween(transcript, range.start, range.end).map(({ page }) => page));
  return layout
    .filter(({ number }) => pages.has(number))
    .flatMap((leaf) => {
      const box = encloseText(leaf, transcript, range);
      return box ? [toProof(leaf, box)] : [];
    });
}

/** The box in pt around the passages of a stretch on one page; undefined when it has none of them. */
export function encloseText(
  leaf: PageLayout,
  transcript: Transcript,
  { start, end }: Range,
): Box | undefined {
  const passages = passagesBetween(transcript, start, end).filter(({ page }) => page === leaf.number);
  return encloseContent(leaf, new Set(passages.flatMap((passage) => passage.sources)));
}

/** The box in pt around the letters of some marked content; undefined when it has none. */
export function encloseContent({ runs }: PageLayout, sources: ReadonlySet<string>): Box | undefined {
  const seen = runs.filter(({ id, left }) => sources.has(id) && Number.isFinite(left));
  if (seen.length === 0) return undefined;
  return {
    left: Math.min(...seen.map((run) => run.left)),
    bottom: Math.min(...seen.map((run) => run.bottom)),
    right: Math.max(...seen.map((run) => run.right)),
    top: Math.max(...seen.map((run) => run.top)),
  };
}

/** Half a booklet's side is a page of its own, but the box is told of the side. */
function toProof({ page }: PageLayout, { left, bottom, right, top }: Box): ProofBox {
  return {
    page: page.number,
    left: round(left - page.box.left),
    top: round(page.box.top - top),
    width: round(right - left),
    height: round(top - bottom),
  };
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
