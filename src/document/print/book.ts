/** The book: the whole edition on facing pages, with contents. */
import type { Pagination, PrintDocument } from '../../model.ts';
import { sayChecked } from '../imprint.ts';
import { frontIds, quoteWithContents } from './contents.ts';
import type { Context } from './context.ts';
import { createDocument } from './create.ts';
import type { PageRun } from './page-css.ts';
import { composeWhole, findBody, nameRun } from './whole.ts';

export function composeBook(context: Context): PrintDocument {
  const { slug, paper, version } = context.edition.metadata;
  const { words } = context;
  return createDocument(context, {
    kind: 'book',
    path: `${slug}-book.pdf`,
    pageSize: paper === 'a4' ? 'a5' : '6x9',
    facing: true,
    pagination: paginate(context),
    runs: composeRuns(context),
    foot: [`${words.version(version)} · ${sayChecked(context.edition, words)}`],
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

/** Widths of letters that two lines of a running head hold; a Chinese letter takes two. */
const longestHead = 100;

/** Cuts a running head off behind a word: a third line would reach the edge of the page. */
function shorten(head: string): string {
  let width = 0;
  let end = 0;
  for (const letter of head) {
    width += /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(letter) ? 2 : 1;
    if (width > longestHead) break;
    end += letter.length;
  }
  if (end === head.length) return head;
  const words = head.slice(0, end).replace(/[\s\p{P}]+[^\s]*$/u, '');
  return `${words || head.slice(0, end)}…`;
}

function composeRuns({ bodies, edition, words }: Context): PageRun[] {
  const front = findBody(bodies) !== undefined;
  const segments = bodies.map(({ segment }, index): PageRun => {
    const left =
      segment.number === undefined ? segment.title : `${words.chapter(segment.number)} · ${segment.title}`;
    const heads = { left: shorten(left), right: shorten(edition.metadata.title) };
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
