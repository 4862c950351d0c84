/** A numbered line right under a sentence is no list (CommonMark 0.31, 5.2): its steps would run on as text. */

import type { Message, ParsedSegment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

export function checkRunOnLists({ edition }: Checked): Message[] {
  return edition.segments.flatMap(checkSegment);
}

function checkSegment({ root, file, text }: ParsedSegment): Message[] {
  const messages: Message[] = [];
  const lines = text.split(/\r?\n/);
  visit(root, 'paragraph', ({ position }) => {
    if (!position) return;
    for (let line = position.start.line + 1; line <= position.end.line; line += 1) {
      const found = /^[\s>]*(\d{1,9}[.)])\s/.exec(lines[line - 1] ?? '')?.[1];
      if (found === undefined) continue;
      const place = { line, column: 1 };
      messages.push(createMessage('list-run-on', { number: found }, { file, place }));
    }
  });
  return messages;
}
