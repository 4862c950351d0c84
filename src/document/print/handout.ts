/** The handout: the whole edition on single sheets. */
import type { PrintDocument } from '../../model.ts';
import { composeColophon, composeDatedFoot } from '../imprint.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import { listReferences } from './references.ts';
import { composeSourceCode } from './source-code.ts';
import { composeWhole } from './whole.ts';

export function composeHandout(context: Context): PrintDocument {
  const { edition, words } = context;
  const { slug, paper } = edition.metadata;
  const colophon = composeColophon(edition, words, [composeSourceCode(edition, words)]);
  const quoted = listReferences(context.bodies);
  return createDocument(context, {
    kind: 'handout',
    path: `${slug}-handout.pdf`,
    pageSize: paper,
    facing: false,
    pagination: { quotedIds: quoted, quotedInText: quoted, openings: [] },
    foot: composeDatedFoot(edition, words),
    compose: (layout) => ({ ...composeWhole(context, layout), colophon }),
  });
}
