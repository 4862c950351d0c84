/** The handout: the whole edition on single sheets. */
import type { PrintDocument } from '../../model.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import { composeWhole } from './whole.ts';

export function composeHandout(context: Context): PrintDocument {
  const slots = composeWhole(context);
  const { slug, paper } = context.edition.metadata;
  return createDocument(context, {
    kind: 'handout',
    path: `${slug}-handout.pdf`,
    pageSize: paper,
    quotedIds: [],
    compose: () => slots,
  });
}
