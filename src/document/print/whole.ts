/** What every edition of the whole text fills its template with. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { composeFull } from '../disclaimer.ts';
import { composeByline, composeColophon, composeDates, composeReview, composeSource } from '../imprint.ts';
import type { Slots } from '../template.ts';
import { composeChapter } from './chapter.ts';
import type { Context } from './context.ts';

/** Ids with a dot, which no slug has: a segment may be called “contents”. */
export function composeWhole({ edition, bodies, words }: Context): Slots {
  const { metadata } = edition;
  const text = (className: string, value: string | undefined): ElementContent[] =>
    value === undefined ? [] : [h('p', { className: [className] }, value)];
  return {
    title: text('title', metadata.title),
    subtitle: text('subtitle', metadata.subtitle),
    byline: composeByline(edition, words),
    version: text('version', words.version(metadata.version)),
    dates: composeDates(edition, words),
    review: composeReview(edition, words),
    source: composeSource(edition, words),
    'read-this-first': [h('h1', { id: 'edition.disclaimer' }, words.readThisFirst)],
    disclaimer: [composeFull(edition.disclaimer, 'print')],
    'contents-title': [h('h1', { id: 'edition.contents' }, words.contents)],
    segments: bodies.map((body) => composeChapter(edition, body, bodies, words, 'together')),
    'colophon-title': [h('h1', { id: 'edition.colophon' }, words.aboutThisEdition)],
    colophon: composeColophon(edition, words),
  };
}
