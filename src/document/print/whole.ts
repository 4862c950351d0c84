/** What every edition of the whole text fills its template with. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Body, Layout } from '../../model.ts';
import { composeFull } from '../disclaimer.ts';
import { composeByline, composeColophon, composeDates, composeReview, composeSource } from '../imprint.ts';
import type { Slots } from '../template.ts';
import { composeBlank } from './blank.ts';
import { composeChapter } from './chapter.ts';
import { colophonId, frontIds, printContents } from './contents.ts';
import type { Context } from './context.ts';

/** Name of the run of pages of a segment, by its place in the edition. */
export function nameRun(index: number): string {
  return `part-${index + 1}`;
}

/** Id of the first segment that is not front matter: its page is page 1. */
export function findBody(bodies: readonly Body[]): string | undefined {
  return bodies.find(({ segment }) => segment.kind !== 'front')?.segment.slug;
}

export function composeWhole({ edition, bodies, words }: Context, layout: Layout): Slots {
  const { metadata } = edition;
  const text = (className: string, value: string | undefined): ElementContent[] =>
    value === undefined ? [] : [h('p', { className: [className] }, value)];
  const firstOfBody = findBody(bodies);
  const openings = bodies.map((body, index) => {
    const { slug, kind } = body.segment;
    const front = kind === 'front' || slug === firstOfBody;
    const chapter = composeChapter(edition, body, bodies, words, { alone: false, layout });
    (chapter.properties.className as string[]).push(nameRun(index));
    return [...composeBlank(layout, slug, front), chapter];
  });
  return {
    title: text('title', metadata.title),
    subtitle: text('subtitle', metadata.subtitle),
    byline: composeByline(edition, words),
    version: text('version', words.version(metadata.version)),
    dates: composeDates(edition, words),
    review: composeReview(edition, words),
    source: composeSource(edition, words),
    'blank-before-disclaimer': composeBlank(layout, frontIds.disclaimer, true),
    'read-this-first': [h('h1', { id: frontIds.disclaimer }, words.readThisFirst)],
    disclaimer: [composeFull(edition.disclaimer, 'print')],
    'contents-title': [h('h1', { id: frontIds.contents }, words.contents)],
    contents: printContents(bodies, layout, words),
    segments: openings.flat(),
    'colophon-title': [h('h1', { id: colophonId }, words.aboutThisEdition)],
    colophon: composeColophon(edition, words),
  };
}
