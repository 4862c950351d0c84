/** Cross references: on paper a link inside the edition names the page that it leads to. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Body, Layout } from '../../model.ts';
import { visit } from '../../visit.ts';
import type { Words } from '../words.ts';

/** Takes the place of a number that is not known yet. */
const about = '00';

/** Ids that the running text of the bodies links to, each once. */
export function listReferences(bodies: readonly Body[]): string[] {
  const ids = bodies.flatMap(({ children }) => {
    const found: string[] = [];
    visit({ type: 'root', children: [...children] }, 'element', (element) => {
      const id = readReference(element);
      if (id !== undefined) found.push(id);
    });
    return found;
  });
  return [...new Set(ids)];
}

/** Writes the page behind the words of each link to another place of the edition. */
export function printPages(content: Element, { numbers }: Layout, words: Words): void {
  visit(content, 'element', (element) => {
    const id = readReference(element);
    if (id === undefined) return;
    const page = words.page(numbers.get(id) ?? about);
    element.children.push(h('span', { className: ['page-reference'] }, ` (${page})`));
  });
}

/** The id that a link leads to; undefined for what is no link inside the edition, and for notes. */
function readReference({ tagName, properties }: Element): string | undefined {
  const href = String(properties.href ?? '');
  if (tagName !== 'a' || !href.startsWith('#')) return undefined;
  if ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) return undefined;
  return decodeURIComponent(href.slice(1));
}
