/** The headings and page numbers of a PDF, as its structure tree and its page labels give them. */
import type { FoundContents, FoundHeading } from '../../model.ts';
import { tidy } from '../checks/describe.ts';
import type { PdfReading } from './read.ts';

/** Lists them for those who want to look a place up. */
export function listContents(reading: PdfReading): FoundContents {
  return { headings: listHeadings(reading), labels: listLabels(reading) };
}

function listHeadings({ transcript, layout, labels }: PdfReading): FoundHeading[] {
  return transcript.passages.flatMap(({ level, raw, page }) => {
    if (!level) return [];
    const file = layout[page - 1]?.page.number;
    const place = labels[page - 1] || String(page);
    return [{ level, text: tidy(raw), place, ...(file !== undefined && { page: file }) }];
  });
}

/** Two pages stand on a booklet's side, the left one is named first. */
function listLabels({ layout, labels }: PdfReading): string[] {
  const sides = new Map<number, { readonly left: number; readonly label: string }[]>();
  for (const [index, { page, box }] of layout.entries()) {
    const half = { left: box.left, label: labels[index] ?? '' };
    sides.set(page.number, [...(sides.get(page.number) ?? []), half]);
  }
  const inOrder = [...sides].sort(([a], [b]) => a - b);
  return inOrder.map(([, halves]) =>
    halves
      .sort((a, b) => a.left - b.left)
      .flatMap(({ label }) => label || [])
      .join(' · '),
  );
}
