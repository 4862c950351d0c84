/** The book: the whole edition on facing pages, with contents. */
import type { PrintDocument } from '../../model.ts';
import { printedContents, quotedIds } from './contents.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import { composeWhole } from './whole.ts';

export function composeBook(context: Context): PrintDocument {
  const { edition, bodies } = context;
  const slots = composeWhole(context);
  const pageSize = edition.metadata.paper === 'a4' ? 'a5' : '6x9';
  const compose = (pages: ReadonlyMap<string, number>) => ({
    ...slots,
    contents: printedContents(bodies, pages, context.words),
  });
  const path = `${edition.metadata.slug}-book.pdf`;
  return createDocument(context, { kind: 'book', path, pageSize, quotedIds: quotedIds(bodies), compose });
}
