/** Makes what Markdown has no word for into what it has: quotation marks, verse, numbers that are set by hand. */
import type { Element, ElementContent, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { makeText } from './elements.ts';

/** @param root is changed */
export function prepare(root: Root): void {
  visit(root, 'element', (element, index, parent) => {
    if (element.tagName === 'q') quote(element);
    if (element.tagName === 'li' && !isList(parent)) element.tagName = 'div';
    if (element.tagName === 'ol' && parent && index !== undefined) {
      const parts = partList(element);
      if (parts.length > 1) parent.children.splice(index, 1, ...parts);
    }
    if (element.tagName === 'pre' && parent && index !== undefined)
      parent.children.splice(index, 1, h('blockquote', h('p', breakLines(element))));
  });
}

/** An item outside a list is a paragraph like others. */
function isList(parent: Root | Element | undefined): boolean {
  return parent?.type === 'element' && /^(ol|ul)$/.test(parent.tagName);
}

function quote(element: Element): void {
  element.children = [makeText('“', element), ...element.children, makeText('”', element)];
  element.tagName = 'span';
}

/** Preformatted text is verse, or set line by line for another reason. */
function breakLines(element: Element): ElementContent[] {
  const lines = toText(element).replace(/^\n/, '').trimEnd().split('\n');
  return lines.flatMap((line, index) => [...(index === 0 ? [] : [h('br')]), makeText(line, element, index)]);
}

/** A list whose items have numbers of their own becomes as many lists as it takes to keep them. */
function partList(list: Element): Element[] {
  const parts: Element[] = [];
  let next = startOf(list);
  for (const child of list.children) {
    const value = child.type === 'element' ? Number(child.properties.value ?? next) : next;
    if (parts.length === 0 || value !== next)
      parts.push({ ...list, properties: { ...list.properties, start: value }, children: [] });
    parts.at(-1)?.children.push(child);
    next = child.type === 'element' && child.tagName === 'li' ? value + 1 : value;
  }
  return parts;
}

function startOf({ properties }: Element): number {
  const start = Number(properties.start ?? 1);
  return Number.isInteger(start) && start >= 0 ? start : 1;
}
