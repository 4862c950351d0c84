/** Which lines of a saved page are its head, the post, the comments, and the form below them. */
import { beginsComments, beginsReplyForm } from '../furniture.ts';
import { squeeze } from '../words.ts';
import { type Line, readMarker } from './lines.ts';

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
export function partLines(lines: readonly Line[]): Zones {
  const { body: above, ...below } = partBelow(lines);
  const start = findTitle(above, below.headings);
  if (start === undefined) return { head: [], title: [], body: above, ...below };
  let end = start + 1;
  while (end < above.length && above[end]?.afterGap === false) end += 1;
  return { head: above.slice(0, start), title: above.slice(start, end), body: above.slice(end), ...below };
}

type Part = 'body' | 'comments' | 'foot';

function partBelow(lines: readonly Line[]): Record<Part | 'headings', Line[]> {
  const parts = { body: [] as Line[], headings: [] as Line[], comments: [] as Line[], foot: [] as Line[] };
  let part: Part = 'body';
  for (const [index, line] of lines.entries()) {
    if (beginsComments(line.text)) {
      part = 'comments';
      parts.headings.push(line);
      continue;
    }
    if (beginsReplyForm(line.text)) part = 'foot';
    else if (part === 'body' && isDatedComment(line, lines[index + 1])) part = 'comments';
    parts[part].push(line);
  }
  return parts;
}

/** A comment without a heading above it: who says it, and below that, when. */
function isDatedComment({ text }: Line, next: Line | undefined): boolean {
  return /^.{2,60}\s(says|said):?$/iu.test(text) && /\b\d{4},? (at )?\d{1,2}:\d{2}\b/u.test(next?.text ?? '');
}

/** The line that the comments' heading quotes, or the first line if it is short. */
function findTitle(body: readonly Line[], headings: readonly Line[]): number | undefined {
  const quoted = squeeze(headings.map(({ text }) => /[“"«](.+)[”"»]/u.exec(text)?.[1] ?? '').join(''));
  const named = quoted === '' ? -1 : body.findIndex(({ text }) => squeeze(text) === quoted);
  if (named !== -1) return named;
  const [first] = body;
  const isTitle =
    first && first.text.split(' ').length <= mostTitleWords && readMarker(first)?.number === undefined;
  return isTitle && (body.length === 1 || body[1]?.afterGap) && !/[.:]$/u.test(first.text) ? 0 : undefined;
}
