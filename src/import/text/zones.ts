/** Which lines of a saved page are its head, the post, the comments, and the form below them. */
import { type Part, tellParts } from '../below.ts';
import type { Page } from '../furniture.ts';
import { squeeze } from '../words.ts';
import { type Line, readMarker, toPageLine } from './lines.ts';

/** The lines of each part, in order. */
export interface Zones {
  /** What stands above the title. */
  readonly head: readonly Line[];
  readonly title: readonly Line[];
  readonly body: readonly Line[];
  /** Headings of the comments: “4 Responses to …”. */
  readonly headings: readonly Line[];
  readonly comments: readonly Line[];
  /** From the reply form to the end of the page. */
  readonly foot: readonly Line[];
}

/** Longer first lines are no titles. */
const mostTitleWords = 40;

/** Parts the lines of a page. */
export function partLines(lines: readonly Line[], page: Page): Zones {
  const parts = tellParts(lines.map(toPageLine), page);
  const linesOf = (part: Part) => lines.filter((_, index) => parts[index] === part);
  const below = { headings: linesOf('heading'), comments: linesOf('comments'), foot: linesOf('foot') };
  const above = linesOf('body');
  const start = findTitle(above, below.headings);
  if (start === undefined) return { head: [], title: [], body: above, ...below };
  let end = start + 1;
  while (end < above.length && above[end]?.afterGap === false) end += 1;
  return { head: above.slice(0, start), title: above.slice(start, end), body: above.slice(end), ...below };
}

/** The line that the comments' heading quotes, or the first line if it is short. */
function findTitle(body: readonly Line[], headings: readonly Line[]): number | undefined {
  const quoted = squeeze(headings.map(({ text }) => /[“"«„《](.+)[”"»“》]/u.exec(text)?.[1] ?? '').join(''));
  const named = quoted === '' ? -1 : body.findIndex(({ text }) => squeeze(text) === quoted);
  if (named !== -1) return named;
  const [first] = body;
  const isTitle =
    first && first.text.split(' ').length <= mostTitleWords && readMarker(first)?.number === undefined;
  return isTitle && (body.length === 1 || body[1]?.afterGap) && !/[.:]$/u.test(first.text) ? 0 : undefined;
}
