/** Which file of an e-book holds which segment. */

import { findBelow, locateSegments, type Stretch } from '../checks/stretch.ts';
import type { Phrase } from '../phrase.ts';
import type { SourceSegment } from '../source.ts';
import type { XhtmlPage } from './page.ts';

/** A segment and the file that holds it. */
export interface Place {
  readonly page: XhtmlPage;
  readonly stretch: Stretch;
}

/** By `SourceSegment.name`. */
export type Places = ReadonlyMap<string, Place>;

/**
 * Finds the file of each segment, in the order of the spine. Of several that open with its title (the title page
 * may) the first with the disclaimer below is taken, else the first.
 */
export function locateFiles(
  spine: readonly XhtmlPage[],
  segments: readonly SourceSegment[],
  disclaimer: Phrase,
): Places {
  const places = new Map<string, Place>();
  let next = 0;
  for (const segment of segments) {
    const place = locateFile(spine, next, segment, disclaimer);
    if (place === undefined) continue;
    places.set(segment.name, place);
    next = spine.indexOf(place.page, next) + 1;
  }
  return places;
}

/** @param from index of the first file that may be it */
function locateFile(
  spine: readonly XhtmlPage[],
  from: number,
  segment: SourceSegment,
  disclaimer: Phrase,
): Place | undefined {
  let first: Place | undefined;
  for (const page of spine.slice(from)) {
    const [stretch] = locateSegments(page.transcript, [segment], disclaimer);
    if (stretch && opensWith(stretch, disclaimer)) return { page, stretch };
    if (stretch) first ??= { page, stretch };
  }
  return first;
}

function opensWith({ transcript, heading }: Stretch, disclaimer: Phrase): boolean {
  return findBelow(transcript, heading, disclaimer) !== undefined;
}
