/** Bodies of the classic editor have no paragraphs: an empty line means one, a line end a line break. */
import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import { h } from 'hastscript';
import { isBlock } from '../html/elements.ts';

/** Elements whose lines are set as paragraphs too. */
const containers = new Set(['div', 'blockquote', 'section', 'article', 'center', 'td']);

/** @param parent is changed */
export function setParagraphs(parent: Root | Element): void {
  const result: ElementContent[] = [];
  let group: ElementContent[] = [];
  const flush = (): void => {
    if (group.some((node) => !isBlank(node))) result.push(h('p', trim(group)));
    group = [];
  };
  for (const child of parent.children as ElementContent[]) {
    if (isBlock(child) && child.tagName !== 'br') {
      flush();
      if (containers.has(child.tagName) || (child.tagName === 'li' && holdsGap(child))) setParagraphs(child);
      else setInside(child);
      result.push(child);
    } else if (child.type === 'text') {
      for (const [index, part] of splitText(child, /\n[ \t]*\n\s*/g).entries()) {
        if (index > 0) flush();
        group.push(...breakLines(part));
      }
    } else group.push(child);
  }
  flush();
  parent.children = result;
}

/** Lists and tables: only items with an empty line in them. */
function setInside(element: Element): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'li' && holdsGap(child)) setParagraphs(child);
    else setInside(child);
  }
}

function holdsGap({ children }: Element): boolean {
  return children.some(
    (child) => child.type === 'text' && /\S[\s\S]*\n[ \t]*\n|\n[ \t]*\n[\s\S]*\S/.test(child.value),
  );
}

function breakLines(text: Text): ElementContent[] {
  const lines = splitText(text, /\n/g);
  return lines.flatMap((line, index) => (index === 0 ? [line] : [h('br'), line]));
}

/** Parts a text; each part knows where it stood. */
function splitText(text: Text, by: RegExp): Text[] {
  const parts: Text[] = [];
  let at = 0;
  for (const { index, 0: gap } of text.value.matchAll(by)) {
    parts.push(slice(text, at, index));
    at = index + gap.length;
  }
  return [...parts, slice(text, at, text.value.length)];
}

function slice({ value, position }: Text, start: number, end: number): Text {
  const line = (position?.start.line ?? 1) + value.slice(0, start).split('\n').length - 1;
  const point = { line, column: 1, offset: (position?.start.offset ?? 0) + start };
  return { type: 'text', value: value.slice(start, end), position: { start: point, end: point } };
}

function isBlank(node: Nodes): boolean {
  return (
    (node.type === 'text' && node.value.trim() === '') ||
    node.type === 'comment' ||
    (node.type === 'element' && node.tagName === 'br')
  );
}

function trim(nodes: readonly ElementContent[]): ElementContent[] {
  const from = nodes.findIndex((node) => !isBlank(node));
  const to = nodes.findLastIndex((node) => !isBlank(node));
  return nodes.slice(from, to + 1);
}
