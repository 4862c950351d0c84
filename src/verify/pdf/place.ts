/** Places on pages in words, as a person finds them with a ruler. */
import type { NamePlace } from '../checks/describe.ts';
import { encloseText } from './boxes.ts';
import type { Box } from './open.ts';
import type { PageLayout, PdfReading } from './read.ts';

/** The left upper corner of what is meant, in pt on the page. */
export type Spot = Pick<Box, 'left' | 'top'>;

/** `page 7 (25 mm from the left, 122 mm from the top)`; the page alone when nothing is drawn there. */
export function tellPlace({ number, box }: Pick<PageLayout, 'number' | 'box'>, spot?: Spot): string {
  if (!spot || !Number.isFinite(spot.left) || !Number.isFinite(spot.top)) return `page ${number}`;
  const [across, down] = [toMillimetres(spot.left - box.left), toMillimetres(box.top - spot.top)];
  return `page ${number} (${across} mm from the left, ${down} mm from the top)`;
}

/** Names places by the stretch of text that stands there. */
export function openPlaces({ layout, transcript }: Pick<PdfReading, 'layout' | 'transcript'>): NamePlace {
  return (page, range) => {
    const leaf = layout[page - 1];
    return leaf ? tellPlace(leaf, range && encloseText(leaf, transcript, range)) : `page ${page}`;
  };
}

function toMillimetres(points: number): number {
  return Math.round((points / 72) * 25.4);
}
