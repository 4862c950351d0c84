/** Places in the files of an e-book in words: file, line, column and element. */
import type { Range } from '../match.ts';
import { type Tag, tokens } from './xml.ts';

/** Elements named before the innermost one: enough to find it. */
const named = 2;

/** `OEBPS/03-pain.xhtml:14:3 (section.disclaimer > p)`. @param around its ancestors, the outermost first */
export function tellElement(path: string, element: Tag, around: readonly Tag[] = []): string {
  const trail = [...around.filter(({ name }) => name !== 'html' && name !== 'body').slice(-named), element];
  return `${path}:${element.line}:${element.column} (${trail.map(nameElement).join(' > ')})`;
}

/** A block and what it holds of the file. */
export interface Spot extends Range {
  /** How many elements it stands in. */
  readonly depth: number;
  /** As `tellElement` names it. */
  readonly place: string;
}

/** A file and the blocks in it. */
export interface Spotted {
  readonly path: string;
  /** Those of notices, which are asked for in every file. */
  readonly noticeSpots: readonly Spot[];
  /** All of them: the file is read again each time, since few files are ever asked and the answer is large. */
  listSpots(): readonly Spot[];
}

/** The innermost block that holds a stretch of a file; the file alone when nothing is meant. */
export function tellPlace(page: Spotted, range?: Range): string {
  if (!range) return page.path;
  return (findWhole(page.noticeSpots, range) ?? findSpot(page.listSpots(), range))?.place ?? page.path;
}

/** The innermost block that holds the whole stretch, else the one that holds its beginning. */
function findSpot(spots: readonly Spot[], range: Range): Spot | undefined {
  return findWhole(spots, range) ?? findWhole(spots, { start: range.start, end: range.start + 1 });
}

function findWhole(spots: readonly Spot[], { start, end }: Range): Spot | undefined {
  return spots
    .filter((spot) => spot.start <= start && start < spot.end && end <= spot.end)
    .reduce<Spot | undefined>((best, spot) => (best && best.depth >= spot.depth ? best : spot), undefined);
}

/** As a selector would: `section#pain.part`. */
function nameElement(element: Tag): string {
  const { name, attributes } = element;
  const id = attributes.id === undefined ? '' : `#${attributes.id}`;
  return [`${name}${id}`, ...tokens(element, 'class')].join('.');
}
