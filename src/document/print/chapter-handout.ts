/** One chapter on single sheets, complete in itself. */
import { h } from 'hastscript';
import type { Body, PrintDocument } from '../../model.ts';
import { composeDates, composeReview } from '../imprint.ts';
import type { Slots } from '../template.ts';
import { composeChapter } from './chapter.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import { composeSourceCode } from './source-code.ts';

export function composeChapterHandout(context: Context, body: Body): PrintDocument {
  const { edition, bodies, words } = context;
  const { metadata } = edition;
  const slots: Slots = {
    series: [h('p', { className: ['series'] }, words.fromTheEdition(metadata.title))],
    chapter: [composeChapter(edition, body, bodies, words, 'alone')],
    review: composeReview(edition, words),
    dates: composeDates(edition, words),
    source: [composeSourceCode(edition, words)],
    rights: [h('p', metadata.rights)],
  };
  const { name } = body.segment;
  return createDocument(context, {
    kind: 'chapter-handout',
    path: `handouts/${name}.pdf`,
    pageSize: metadata.paper,
    chapter: name,
    title: body.segment.title,
    quotedIds: [],
    compose: () => slots,
  });
}
