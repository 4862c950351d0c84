/**
 * Empty cells hold a no-break space: Chromium leaves cells without content out of the structure of a PDF. A
 * decorative picture is none.
 */
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { visit } from '../visit.ts';

/** Fills every cell that shows nothing, or those after it would be read aloud under the wrong header. */
export function fillEmptyCells(root: Root): void {
  visit(root, 'element', (cell) => {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') return;
    if (toText(cell).trim() === '' && !holdsPicture(cell))
      cell.children.push({ type: 'text', value: '\u00a0' });
  });
}

function holdsPicture(cell: Element): boolean {
  let holds = false;
  visit(cell, 'element', ({ tagName, properties }) => {
    holds ||= (tagName === 'img' && Boolean(properties.alt)) || tagName === 'input';
    holds ||= tagName === 'svg' && properties.ariaHidden === undefined;
  });
  return holds;
}
