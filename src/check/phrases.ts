/** A phrase in another language names it by a tag that programs know (WCAG 2.2, 3.1.2; BCP 47). */

import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

export function checkPhrases({ bodies }: Checked): Message[] {
  return bodies.flatMap(({ segment, children }) => {
    const messages: Message[] = [];
    visit({ type: 'root', children: [...children] }, 'element', ({ tagName, properties, position }) => {
      const { lang } = properties;
      if (typeof lang !== 'string' || isTag(lang)) return;
      const values = { tag: lang, element: tagName };
      messages.push(createMessage('language-tag', values, { file: segment.file, place: position }));
    });
    return messages;
  });
}

/** Well-formed, and with a language of two or three letters: no longer one is registered. */
function isTag(tag: string): boolean {
  try {
    return /^[a-z]{2,3}$/.test(new Intl.Locale(tag).language);
  } catch {
    return false;
  }
}
