/** The book: the whole edition on facing pages, with contents. */
import type { Pagination, PrintDocument } from '../../model.ts';
import { frontIds, quoteWithContents } from './contents.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import type { PageRun } from './page-css.ts';
import { composeWhole, findBody, nameRun } from './whole.ts';

export function composeBook(context: Context): PrintDocument {
  const { slug, paper, version, reviewed } = context.edition.metadata;
  const { words } = context;
  return createDocument(context, {
    kind: 'book',
    path: `${slug}-book.pdf`,
    pageSize: paper === 'a4' ? 'a5' : '6x9',
    facing: true,
    pagination: paginate(context),
    runs: composeRuns(context),
    foot: [`${words.version(version)} · ${words.checked(words.day(reviewed))}`],
    compose: (layout) => composeWhole(context, layout),
  });
}

/** Front matter in roman, the body from 1; the disclaimer and every segment open on a right-hand page. */
function paginate({ bodies, words }: Context): Pagination {
  const slugs = bodies.map(({ segment }) => segment.slug);
  const body = findBody(bodies);
  return {
    ...quoteWithContents(bodies),
    openings: [frontIds.disclaimer, ...slugs],
    ...(body !== undefined && { body }),
    cover: words.cover,
  };
}

function composeRuns({ bodies, edition, words }: Context): PageRun[] {
  const front = findBody(bodies) !== undefined;
  const segments = bodies.map(({ segment }, index): PageRun => {
    const left =
      segment.number === undefined ? segment.title : `${words.chapter(segment.number)} · ${segment.title}`;
    const heads = { left, right: edition.metadata.title };
    return { name: nameRun(index), front: front && segment.kind === 'front', heads };
  });
  return [
    { name: 'cover', front },
    { name: 'front', front },
    { name: 'front-blank', front },
    ...segments,
    { name: 'body-blank', front: false },
  ];
}
