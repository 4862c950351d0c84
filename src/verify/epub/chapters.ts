/** The segments of an e-book: which file holds which, and whether all of it is there. */
import {
  flattenDisclaimer,
  gatherSegments,
  proveSegment,
  type SegmentDemand,
  type SegmentFindings,
} from '../checks/segments.ts';
import { findBelow, locateSegments, type Stretch } from '../checks/stretch.ts';
import type { Findings } from '../findings.ts';
import { openFurniture } from '../furniture.ts';
import type { Range } from '../match.ts';
import type { Phrase } from '../phrase.ts';
import type { SourcePicture } from '../source/pictures.ts';
import type { SourceEdition, SourceSegment } from '../source.ts';
import { Joints } from '../spacing.ts';
import type { XhtmlPage } from './page.ts';
import type { EpubPicture } from './pictures.ts';
import { tellPlace } from './place.ts';
import type { ComparePicture } from './same-picture.ts';

/** Where a segment stands. */
export interface Place {
  readonly page: XhtmlPage;
  /** Of its title. */
  readonly heading: Range;
  /** Pictures of the file that stand outside of it. */
  readonly strays: readonly EpubPicture[];
}

/** By `SourceSegment.name`. */
export type Places = ReadonlyMap<string, Place>;

/**
 * Proves each segment as soon as its file is read, of which then only the text is kept. A segment that is not found
 * where it is expected is looked for when all files are there, and so are those behind it.
 */
export interface Chapters {
  /** @param page the next file of the spine, or one that is not in it; @returns what is to be kept of it */
  readonly see: (page: XhtmlPage) => XhtmlPage;
  readonly finish: (spine: readonly XhtmlPage[]) => { readonly places: Places; readonly findings: Findings };
}

/** A segment that was found, and what was found of it. */
interface Proved extends Place {
  readonly found: SegmentFindings;
}

/** @param file path of the e-book, for messages */
export function openChapters(edition: SourceEdition, compare: ComparePicture, file: string): Chapters {
  const { segments } = edition;
  const disclaimer = flattenDisclaimer(edition.disclaimer.chapter);
  const medium = 'screen' as const;
  const demand = { medium, disclaimer, file, furniture: openFurniture(edition), compare };
  const proved = new Map<string, Proved>();
  let last: XhtmlPage | undefined;
  const see = (page: XhtmlPage): XhtmlPage => {
    const segment = segments[proved.size];
    const stretch = segment && page.number > 0 && findStretch(page, segment, disclaimer);
    if (!stretch || !opensWith(stretch, disclaimer)) return page;
    const one = prove(page, stretch, demand);
    const transcript = { text: page.transcript.text, joints: new Joints(), passages: [], markers: [] };
    last = { ...page, transcript, pictures: [], tables: [] };
    proved.set(segment.name, { ...one, page: last });
    return last;
  };
  const finish = (spine: readonly XhtmlPage[]) => {
    let next = last ? spine.indexOf(last) + 1 : 0;
    for (const segment of segments.slice(proved.size)) {
      const place = findFile(spine.slice(next), segment, disclaimer);
      if (!place) continue;
      proved.set(segment.name, prove(place.page, place.stretch, demand));
      next = spine.indexOf(place.page, next) + 1;
    }
    const found = segments.map(
      (segment) =>
        proved.get(segment.name)?.found ??
        proveSegment(segment, undefined, { ...demand, parts: noParts, namePlace: nowhere }),
    );
    return { places: proved, findings: gatherSegments(found).findings };
  };
  return { see, finish };
}

const nowhere = () => 'no file of the spine';
const noParts = { pictures: [], tables: [], hasDecorative: true };

type Demand = Omit<SegmentDemand, 'namePlace' | 'inspectNotice' | 'parts'> & {
  readonly compare: ComparePicture;
};

function prove(page: XhtmlPage, stretch: Stretch, { compare, ...demand }: Demand): Proved {
  const { tables } = page;
  const pictures = page.pictures.map((one) => ({
    ...one,
    compare: (source: SourcePicture) => compare(one, source),
  }));
  const found = proveSegment(stretch.segment, stretch, {
    ...demand,
    parts: { pictures, tables, hasDecorative: true },
    namePlace: (_, range) => tellPlace(page, range),
    inspectNotice: (_, below) => inspectNotices(page, below),
  });
  const { heading, range } = stretch;
  const strays = page.pictures.filter(({ at }) => at < range.start || at > range.end);
  return { page, heading: { start: heading.start, end: heading.end }, strays, found };
}

function findStretch(page: XhtmlPage, segment: SourceSegment, disclaimer: Phrase): Stretch | undefined {
  return locateSegments(page.transcript, [segment], disclaimer)[0];
}

/**
 * The file of a segment. Of several that open with its title (the title page may) the first with the disclaimer below
 * is taken, else the first.
 */
function findFile(
  files: readonly XhtmlPage[],
  segment: SourceSegment,
  disclaimer: Phrase,
): { readonly page: XhtmlPage; readonly stretch: Stretch } | undefined {
  let first: { readonly page: XhtmlPage; readonly stretch: Stretch } | undefined;
  for (const page of files) {
    const stretch = findStretch(page, segment, disclaimer);
    if (stretch && opensWith(stretch, disclaimer)) return { page, stretch };
    if (stretch) first ??= { page, stretch };
  }
  return first;
}

function opensWith({ transcript, heading }: Stretch, disclaimer: Phrase): boolean {
  return findBelow(transcript, heading, disclaimer) !== undefined;
}

function inspectNotices(page: XhtmlPage, below: Range): string | undefined {
  const { notices } = page;
  if (notices.length !== 1) {
    const places = notices.map((notice) => tellPlace(page, notice)).join(' and ');
    return `the file has ${notices.length} sections marked as notice, expected 1${places && `: ${places}`}`;
  }
  const inside = notices.some(({ start, end }) => start <= below.start && below.end <= end);
  return inside ? undefined : 'it is not inside the section marked as notice';
}
