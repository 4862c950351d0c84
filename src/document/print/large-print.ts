/** The large print edition: the whole text set anew in 18 pt for readers with low vision, with contents. */
import type { PrintDocument } from '../../model.ts';
import { quoteWithContents } from './contents.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import { composeWhole } from './whole.ts';

export function composeLargePrint(context: Context): PrintDocument {
  const { edition, bodies, words } = context;
  const { slug, paper, title, version } = edition.metadata;
  return createDocument(context, {
    kind: 'large-print',
    path: `${slug}-large-print.pdf`,
    pageSize: paper,
    facing: false,
    pagination: { ...quoteWithContents(bodies), openings: [] },
    foot: [`${title} · ${words.version(version).replaceAll(' ', '\u00A0')}`],
    compose: (layout) => composeWhole(context, layout),
  });
}
