/** One chapter on single sheets, complete in itself. */
import { h } from 'hastscript';
import type { Body, Layout, PrintDocument } from '../../model.ts';
import { composeDatedFoot, composeDateLine, composeReview } from '../imprint.ts';
import { slugOf } from '../links.ts';
import type { Slots } from '../template.ts';
import { composeBlank } from './blank.ts';
import { composeChapter } from './chapter.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import { listReferences } from './references.ts';
import { composeSourceCode } from './source-code.ts';
import { endsInForms, takeTearOff, tearOffId } from './tear-off.ts';

export function composeChapterHandout(context: Context, body: Body): PrintDocument {
  const { edition, bodies, words } = context;
  const { metadata } = edition;
  const { name, slug, title } = body.segment;
  const quoted = listReferences([body]).filter((id) => slugOf(`#${id}`) === slug);
  const rights = h('p', metadata.rights);
  const openings = endsInForms(body.children) ? [tearOffId] : [];
  const compose = (layout: Layout): Slots => {
    const chapter = composeChapter(edition, body, bodies, words, { alone: true, layout });
    const tearOff = takeTearOff(chapter, { edition: metadata.title, chapter: title }, words);
    return {
      series: [h('p', { className: ['series'] }, words.fromTheEdition(metadata.title))],
      chapter: [chapter],
      review: composeReview(edition, words),
      imprint: [composeSourceCode(edition, words, [composeDateLine(edition, words)], [rights])],
      'tear-off': [...composeBlank(layout, tearOffId, false), ...tearOff],
    };
  };
  return createDocument(context, {
    kind: 'chapter-handout',
    path: `handouts/${name}.pdf`,
    pageSize: metadata.paper,
    facing: false,
    chapter: name,
    title,
    pagination: {
      quotedIds: quoted,
      quotedInText: quoted,
      openings,
      ...(openings[0] && { tearOff: openings[0] }),
    },
    foot: composeDatedFoot(edition, words),
    compose,
  });
}
