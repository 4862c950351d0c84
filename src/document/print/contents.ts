/** The table of contents with its page numbers. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Body, Layout, Pagination } from '../../model.ts';
import type { Words } from '../words.ts';
import { listReferences } from './references.ts';

/** Ids with a dot, which no slug has: a segment may be called “contents”. */
export const frontIds = { disclaimer: 'edition.disclaimer', contents: 'edition.contents' } as const;
export const colophonId = 'edition.colophon';

/** A line of the contents. */
interface Entry {
  readonly id: string;
  readonly title: string;
  /** Chapters only. */
  readonly number?: number | undefined;
}

/** Ids whose pages the contents quote: the disclaimer, every segment, the colophon. */
function listContents(bodies: readonly Body[]): string[] {
  return [frontIds.disclaimer, ...bodies.map(({ segment }) => segment.slug), colophonId];
}

/** What an edition with contents quotes: the lines of the contents, and the cross references of its text. */
export function quoteWithContents(bodies: readonly Body[]): Pick<Pagination, 'quotedIds' | 'quotedInText'> {
  const quotedInText = listReferences(bodies);
  return { quotedIds: [...new Set([...listContents(bodies), ...quotedInText])], quotedInText };
}

/** One line for each entry; numbers may still be missing. */
export function printContents(bodies: readonly Body[], layout: Layout, words: Words): ElementContent[] {
  const entries: Entry[] = [
    { id: frontIds.disclaimer, title: words.readThisFirst },
    ...bodies.map(({ segment: { slug, title, number } }) => ({ id: slug, title, number })),
    { id: colophonId, title: words.aboutThisEdition },
  ];
  return entries.map((entry) => printEntry(entry, layout.numbers.get(entry.id), words));
}

function printEntry({ id, title, number }: Entry, page: string | undefined, words: Words): ElementContent {
  const label = number === undefined ? {} : { ariaLabel: words.chapter(number) };
  return h(
    'li',
    { className: ['entry'] },
    h(
      'a',
      { href: `#${id}` },
      h('span', { className: ['entry-number'], ...label }, number === undefined ? '' : `${number} `),
      h('span', { className: ['entry-title'] }, title),
      h('span', { className: ['leader'], ariaHidden: 'true' }),
      h('span', { className: ['page-number'] }, page === undefined ? '' : ` ${page}`),
    ),
  );
}
