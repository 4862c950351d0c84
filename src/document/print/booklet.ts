/** The booklet: the book on small pages, two on each side of a sheet, to be folded. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PrintDocument } from '../../model.ts';
import { sayChecked } from '../imprint.ts';
import { quoteWithContents } from './contents.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import { composeWhole } from './whole.ts';

/** However many pages the text has, at most three are wanting to a whole sheet. */
const blanks = 3;

/** Pages are numbered from 1 throughout, and parts open on either side: a blank page would cost paper. */
export function composeBooklet(context: Context): PrintDocument {
  const { bodies, edition, words } = context;
  const { slug, paper, version } = edition.metadata;
  const foot = [`${words.version(version)} · ${sayChecked(edition, words)}`];
  return createDocument(context, {
    kind: 'booklet',
    path: `${slug}-booklet.pdf`,
    pageSize: paper === 'a4' ? 'a5' : 'half-letter',
    facing: true,
    imposition: { paper, direction: words.direction, blanks },
    pagination: { ...quoteWithContents(bodies), openings: [] },
    foot,
    compose: (layout) => ({ ...composeWhole(context, layout), blanks: composeBlanks() }),
  });
}

/** Pages that are real and empty: the margins of each say the running line and its number. */
function composeBlanks(): Element[] {
  return Array.from({ length: blanks }, () => h('div', { className: ['blank'] }));
}
