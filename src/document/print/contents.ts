/** The table of contents with its page numbers. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Body } from '../../model.ts';
import type { Words } from '../words.ts';

/** Ids of all segments: the contents quote the page of each. */
export function quotedIds(bodies: readonly Body[]): string[] {
  return bodies.map(({ segment }) => segment.slug);
}

/** One line for each segment; `pages` may still be empty. */
export function printedContents(
  bodies: readonly Body[],
  pages: ReadonlyMap<string, number>,
  words: Words,
): ElementContent[] {
  return bodies.map(({ segment }) => {
    const page = pages.get(segment.slug);
    const number = segment.number === undefined ? '' : String(segment.number);
    return h(
      'li',
      { className: ['entry'] },
      h(
        'a',
        { href: `#${segment.slug}` },
        h(
          'span',
          { className: ['entry-number'], ariaLabel: number && words.chapter(segment.number ?? 0) },
          number && `${number} `,
        ),
        h('span', { className: ['entry-title'] }, segment.title),
        h('span', { className: ['leader'], ariaHidden: 'true' }),
        h('span', { className: ['page-number'] }, page === undefined ? '' : ` ${page}`),
      ),
    );
  });
}
