/** One chapter on single sheets, complete in itself. */
import { h } from 'hastscript';
import type { Body, Layout, PrintDocument } from '../../model.ts';
import { composeDatedFoot, composeDates, composeReview } from '../imprint.ts';
import { slugOf } from '../links.ts';
import type { Slots } from '../template.ts';
import { composeChapter } from './chapter.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import { listReferences } from './references.ts';
import { composeSourceCode } from './source-code.ts';

export function composeChapterHandout(context: Context, body: Body): PrintDocument {
  const { edition, bodies, words } = context;
  const { metadata } = edition;
  const { name, slug, title } = body.segment;
  const quoted = listReferences([body]).filter((id) => slugOf(`#${id}`) === slug);
  const compose = (layout: Layout): Slots => ({
    series: [h('p', { className: ['series'] }, words.fromTheEdition(metadata.title))],
    chapter: [composeChapter(edition, body, bodies, words, { alone: true, layout })],
    review: composeReview(edition, words),
    dates: composeDates(edition, words),
    source: [composeSourceCode(edition, words)],
    rights: [h('p', metadata.rights)],
  });
  return createDocument(context, {
    kind: 'chapter-handout',
    path: `handouts/${name}.pdf`,
    pageSize: metadata.paper,
    facing: false,
    chapter: name,
    title,
    pagination: { quotedIds: quoted, quotedInText: quoted, openings: [] },
    foot: composeDatedFoot(edition, words),
    compose,
  });
}
