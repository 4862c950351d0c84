/** Makes what Markdown has no word for into what it has: quotation marks, verse, numbers that are set by hand. */
import type { Element, ElementContent, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { h } from 'hastscript';
import { findAll, isBlock, makeText } from './elements.ts';
import { prepareList } from './lists.ts';
import { prepareTable } from './tables.ts';

/** @param parent is changed */
export function prepare(parent: Root | Element): void {
  const isList = parent.type === 'element' && /^(ol|ul)$/.test(parent.tagName);
  parent.children = (parent.children as ElementContent[]).flatMap((child) =>
    child.type === 'element' ? prepareElement(child, isList) : [child],
  );
}

function prepareElement(element: Element, inList: boolean): ElementContent[] {
  prepare(element);
  switch (element.tagName) {
    case 'q':
      return [quote(element)];
    case 'li': // an item outside a list is a paragraph like others
      return [inList ? element : { ...element, tagName: 'div' }];
    case 'ol':
    case 'ul':
      return prepareList(element);
    case 'pre':
      return [h('blockquote', h('p', breakLines(element)))];
    case 'table':
      return prepareTable(element);
    default:
      return [element];
  }
}

function quote(element: Element): Element {
  const children = [makeText('“', element), ...element.children, makeText('”', element)];
  return { ...element, tagName: 'span', children };
}

/** Preformatted text is verse, or set line by line for another reason. */
function breakLines(element: Element): ElementContent[] {
  const lines = toText(element).replace(/^\n/, '').trimEnd().split('\n');
  return lines.flatMap((line, index) => [...(index === 0 ? [] : [h('br')]), makeText(line, element, index)]);
}

/** Blocks that Markdown knows; a list, a row or a cell is one only inside its own kind. */
const known = /^(blockquote|br|dd|dl|dt|h[1-6]|hr|li|ol|p|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** Sections, figures and the like become plain blocks, lest the words of two of them run together. */
export function nameBlocks(article: Root | Element): void {
  for (const element of findAll(article, isBlock)) if (!known.test(element.tagName)) element.tagName = 'div';
}
