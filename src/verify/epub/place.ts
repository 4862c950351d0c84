/** Places in the files of an e-book in words: file, line, column and element. */
import type { Range } from '../match.ts';
import type { Spot, XhtmlPage } from './page.ts';
import { tokens, type XmlElement } from './xml.ts';

/** Elements named before the innermost one: enough to find it. */
const named = 2;

/** `OEBPS/03-pain.xhtml:14:3 (section.disclaimer > p)`. @param around its ancestors, the outermost first */
export function tellElement(path: string, element: XmlElement, around: readonly XmlElement[] = []): string {
  const trail = [...around.filter(({ name }) => name !== 'html' && name !== 'body').slice(-named), element];
  return `${path}:${element.line}:${element.column} (${trail.map(nameElement).join(' > ')})`;
}

/** The element that holds a stretch of a file; the file alone when nothing is meant. */
export function tellPlace(page: Pick<XhtmlPage, 'path' | 'listSpots'>, range?: Range): string {
  const spot = range && findSpot(page.listSpots(), range);
  return spot ? tellElement(page.path, spot.element, spot.around) : page.path;
}

/** The innermost block that holds the whole stretch, else the one that holds its beginning. */
function findSpot(spots: readonly Spot[], { start, end }: Range): Spot | undefined {
  const holding = spots.filter((spot) => spot.start <= start && start < spot.end);
  const depth = (spot: Spot) => spot.around.length;
  const whole = holding.filter((spot) => end <= spot.end);
  const [innermost] = (whole.length > 0 ? whole : holding).sort((a, b) => depth(b) - depth(a));
  return innermost;
}

/** As a selector would: `section#pain.part`. */
function nameElement(element: XmlElement): string {
  const { name, attributes } = element;
  const id = attributes.id === undefined ? '' : `#${attributes.id}`;
  return [`${name}${id}`, ...tokens(element, 'class')].join('.');
}
