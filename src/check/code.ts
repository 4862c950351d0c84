/** Beside a code fence stands the language; what else stands there is printed nowhere. */

import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

export function checkCode({ edition }: Checked): Message[] {
  return edition.segments.flatMap(({ root, file }) => {
    const messages: Message[] = [];
    visit(root, 'code', (node) => {
      if (node.meta)
        messages.push(createMessage('code-info', { text: node.meta }, { file, place: node.position }));
    });
    return messages;
  });
}
