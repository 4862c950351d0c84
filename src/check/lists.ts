/**
 * Readers are told to look items up by number, and Markdown counts on from the first number whatever stands
 * before the others: a list typed 1, 2, 4 would be printed 1, 2, 3.
 */
import type { List } from 'mdast';
import type { Message, ParsedSegment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

export function checkLists({ edition }: Checked): Message[] {
  return edition.segments.flatMap((segment) => {
    const messages: Message[] = [];
    visit(segment.root, 'list', (list) => {
      if (list.ordered) messages.push(...checkNumbers(list, segment));
    });
    return messages;
  });
}

/** Typed one by one, or all alike as a writer does who lets Markdown count. */
function checkNumbers({ children }: List, { text, file }: ParsedSegment): Message[] {
  const numbers = children.map((item) => numberAt(text, item.position?.start.offset));
  const [first = 1] = numbers;
  if (first <= 1 && numbers.every((number) => number === first)) return [];
  return children.flatMap((item, index) => {
    const found = numbers[index] ?? first + index;
    if (found === first + index) return [];
    return [
      createMessage('list-number', { found, expected: first + index }, { file, place: item.position?.start }),
    ];
  });
}

function numberAt(text: string, offset = 0): number | undefined {
  const digits = /^\d+/.exec(text.slice(offset, offset + 10))?.[0];
  return digits === undefined ? undefined : Number(digits);
}
