/** Blocks inside what may hold text only, as raw HTML can make them: the e-book would not be valid XHTML. */
import type { Element, ElementContent } from 'hast';
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { Checked } from './checked.ts';

/** HTML, section 3.2.5.2.5: phrasing content only. `a`, `del` and `ins` may hold what their parent may. */
const textOnly =
  /^(abbr|b|cite|code|dfn|em|h[1-6]|i|kbd|mark|p|pre|q|s|samp|small|span|strong|sub|sup|time|u|var)$/;
const blocks = /^(blockquote|div|dl|h[1-6]|hr|ol|p|pre|section|table|ul)$/;

export function checkNesting({ bodies }: Checked): Message[] {
  return bodies.flatMap(({ children, segment }) => inspect(children, undefined, segment.file));
}

function inspect(children: readonly ElementContent[], outer: Element | undefined, file: string): Message[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (outer && blocks.test(child.tagName)) {
      const values = { inner: child.tagName, outer: outer.tagName };
      return [createMessage('html-nested', values, { file, place: child.position ?? outer.position })];
    }
    return inspect(child.children, textOnly.test(child.tagName) ? child : outer, file);
  });
}
