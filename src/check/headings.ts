/** The title is the only level 1; below it no level is skipped (WCAG 2.2, 1.3.1; PDF/UA-1, 7.4.2). */
import type { Heading } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import type { Message, ParsedSegment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

export function checkHeadings({ edition }: Checked): Message[] {
  return edition.segments.flatMap(checkSegment);
}

function checkSegment(segment: ParsedSegment): Message[] {
  const messages: Message[] = [];
  let last = 1;
  visit(segment.root, 'heading', (heading) => {
    messages.push(...checkHeading(heading, last, segment.file));
    last = heading.depth;
  });
  return messages;
}

function checkHeading(heading: Heading, last: number, file: string): Message[] {
  const where = { file, place: heading.position };
  const text = toText(heading, { includeHtml: false }).trim();
  if (text === '') return [createMessage('heading-empty', {}, where)];
  if (heading.depth === 1) return [createMessage('heading-top', { text }, where)];
  if (heading.depth <= last + 1) return [];
  return [createMessage('heading-skip', { text, found: heading.depth, expected: last + 1 }, where)];
}
