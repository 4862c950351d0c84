/** Inline drawings have words for readers who cannot see them, or are said to be decorative, and have a size. */
import type { Element } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import { SKIP, visit } from '../visit.ts';
import type { Checked } from './checked.ts';

export function checkDrawings({ bodies }: Checked): Message[] {
  return bodies.flatMap(({ children, segment: { file } }) => {
    const messages: Message[] = [];
    visit({ type: 'root', children: [...children] }, 'element', (element) => {
      if (element.tagName !== 'svg') return;
      messages.push(...checkDrawing(element, file));
      return SKIP;
    });
    return messages;
  });
}

function checkDrawing(drawing: Element, file: string): Message[] {
  const { ariaLabel, ariaHidden, viewBox } = drawing.properties;
  const where = { file, place: drawing.position };
  const alt = String(ariaLabel ?? titleOf(drawing)).trim();
  return [
    ...(alt === '' && !ariaHidden ? [createMessage('drawing-alt-missing', {}, where)] : []),
    ...(alt !== '' && ariaHidden ? [createMessage('drawing-decorative', { alt }, where)] : []),
    ...(viewBox === undefined ? [createMessage('drawing-size', {}, where)] : []),
  ];
}

function titleOf({ children }: Element): string {
  const title = children.find((child) => child.type === 'element' && child.tagName === 'title');
  return title ? toText(title) : '';
}
