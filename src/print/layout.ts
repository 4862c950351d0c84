/** Page numbers and blank pages: worked out from where the parts of a document came to stand in a pass. */
import type { Layout, Pagination } from '../model.ts';
import { toRoman } from './roman.ts';

/** Physical page of each id: 1 for the first page of the file. */
export type Places = ReadonlyMap<string, number>;

export const emptyLayout: Layout = { numbers: new Map(), blanks: new Set() };

/**
 * What the next pass should be composed with: every opening on a right-hand (odd) page, and the numbers that its
 * pages then have. It is the layout of the pass itself when nothing has to move.
 * @param made the layout that the pass was composed with
 */
export function planLayout(pagination: Pagination, places: Places, made: Layout): Layout {
  const openings = new Set(pagination.openings);
  const ordered = [...places].sort(([, a], [, b]) => a - b);
  const planned = new Map<string, number>();
  const blanks = new Set<string>();
  let madeBefore = 0;
  for (const [id, place] of sortOpeningsFirst(ordered, openings)) {
    if (openings.has(id) && made.blanks.has(id)) madeBefore += 1;
    const page = place - madeBefore + blanks.size;
    if (openings.has(id) && page % 2 === 0) blanks.add(id);
    planned.set(id, place - madeBefore + blanks.size);
  }
  const label = createLabels(pagination, planned);
  const known = pagination.quotedIds.filter((id) => planned.has(id));
  return { numbers: new Map(known.map((id) => [id, label(planned.get(id) as number)])), blanks };
}

/** What stands on the page of an opening comes after it. */
function sortOpeningsFirst(ordered: [string, number][], openings: ReadonlySet<string>): [string, number][] {
  return ordered.sort(([a, first], [b, second]) => {
    return first - second || Number(openings.has(b)) - Number(openings.has(a));
  });
}

/** The number printed on each physical page. */
export function createLabels(pagination: Pagination, places: Places): (physical: number) => string {
  const front = countFront(pagination, places);
  return (physical) => (physical <= front ? toRoman(physical) : String(physical - front));
}

/** Pages before the body. */
export function countFront({ body }: Pagination, places: Places): number {
  const first = body === undefined ? undefined : places.get(body);
  return first === undefined ? 0 : first - 1;
}

/** Ids whose number or blank page is not the same. */
export function compareLayouts(a: Layout, b: Layout): string[] {
  const ids = new Set([...a.numbers.keys(), ...b.numbers.keys(), ...a.blanks, ...b.blanks]);
  return [...ids].filter(
    (id) => a.numbers.get(id) !== b.numbers.get(id) || a.blanks.has(id) !== b.blanks.has(id),
  );
}

/** A number this near to one with more or fewer figures could turn out otherwise from another start. */
const margin = 3;

/**
 * Whether a layout that fits is the only one that does. Numbers in running text move words by their width; when
 * none is near a change of width, every start leads to the same layout, and that of the last build will do.
 */
export function isSettled({ quotedInText }: Pagination, { numbers }: Layout): boolean {
  return quotedInText.every((id) => {
    const number = Number(numbers.get(id));
    return Number.isInteger(number) && [10, 100, 1000].every((limit) => Math.abs(number - limit) > margin);
  });
}
