/** The comments on a page: WordPress core marks and those that themes share. */
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { Ledger } from '../ledger.ts';
import type { Comment, CommentParagraph } from '../types.ts';
import { toLine } from '../words.ts';
import { findAll, hasClass, isBlock, lineOfElement, listClasses, remove } from './elements.ts';
import { type PieceMap, piecesIn } from './enter.ts';

/** Comments, and how many pingbacks were left out. */
export interface Threads {
  readonly comments: Comment[];
  readonly refused: Record<string, number>;
}

/** Takes the comments and the reply form out of the page; all their pieces but the texts of comments are settled. */
export function takeComments(root: Root, pieces: PieceMap, ledger: Ledger): Threads {
  const all = findAll(root, isComment);
  const pings = all.filter((it) => hasClass(it, 'pingback', 'trackback'));
  const comments = readAll(
    all.filter((it) => !pings.includes(it)),
    pieces,
  );
  const kept = new Set(comments.flatMap(({ paragraphs }) => paragraphs.flatMap((it) => it.pieces)));
  const areas = findAll(root, (it) => isComment(it) || isArea(it), true);
  for (const area of areas) {
    const others = piecesIn(area, pieces).filter((piece) => !kept.has(piece));
    ledger.drop(others, 'comments: names, dates, buttons and reply form', true);
    remove(root, area);
  }
  return { comments, refused: pings.length > 0 ? { pingbacks: pings.length } : {} };
}

function isComment(element: Element): boolean {
  const { tagName, properties } = element;
  if (!['li', 'div', 'article', 'section'].includes(tagName)) return false;
  return (
    hasClass(element, 'comment', 'pingback', 'trackback', 'h-cite', 'wp-block-comment') ||
    /^comment-\d+$/.test(String(properties.id ?? ''))
  );
}

function isArea(element: Element): boolean {
  return (
    ['comments', 'respond', 'disqus_thread', 'commentform', 'comments-section'].includes(
      String(element.properties.id),
    ) ||
    hasClass(
      element,
      'comments-area',
      'comment-respond',
      'commentlist',
      'comment-list',
      'wp-block-comments',
      'comments-title',
    )
  );
}

function readAll(elements: readonly Element[], pieces: PieceMap): Comment[] {
  const numbers = new Map(elements.map((element, index) => [element, index + 1]));
  const parents = new Map<Element, Element>();
  for (const element of elements)
    for (const inner of findAll(element, (it) => it !== element && numbers.has(it)))
      parents.set(inner, element);
  const depthOf = (element: Element): number => {
    const parent = parents.get(element);
    return parent ? depthOf(parent) + 1 : 0;
  };
  return elements.map((element, index) => {
    const parent = parents.get(element);
    const number = parent && numbers.get(parent);
    return {
      number: index + 1,
      ...(number !== undefined && { parent: number }),
      depth: depthOf(element),
      ...readIdentity(element, numbers),
      isAuthors: hasClass(element, 'bypostauthor'),
      paragraphs: readParagraphs(element, numbers, pieces),
    };
  });
}

/** An element of this comment and not of one inside it. */
function findOwn(
  element: Element,
  others: ReadonlyMap<Element, number>,
  test: (element: Element) => boolean,
): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element' || others.has(child)) continue;
    const found = test(child) ? child : findOwn(child, others, test);
    if (found) return found;
  }
  return undefined;
}

function readIdentity(element: Element, others: ReadonlyMap<Element, number>) {
  const name =
    findOwn(element, others, (it) => hasClass(it, 'fn', 'p-author', 'wp-block-comment-author-name')) ??
    findOwn(element, others, (it) => hasClass(it, 'comment-author', 'author', 'commenter'));
  const author = name ? lineOfElement(name).replace(/\s+(says|said|wrote)\s*:?$/i, '') : '';
  const link =
    name && findAll(name, ({ tagName, properties }) => tagName === 'a' && properties.href !== undefined)[0];
  const href = String(link?.properties.href ?? '');
  const login = listClasses(element.properties.className).find((it) => /^comment-author-./.test(it));
  return {
    author,
    ...(href.startsWith('mailto:') && { email: href.slice(7) }),
    ...(/^https?:/.test(href) && { url: href }),
    ...(login !== undefined && { handle: login.slice('comment-author-'.length) }),
  };
}

/** Blocks of the comment's content, or all of its paragraphs where the content has no mark. */
function readParagraphs(
  element: Element,
  others: ReadonlyMap<Element, number>,
  pieces: PieceMap,
): CommentParagraph[] {
  const content = findOwn(element, others, (it) =>
    hasClass(
      it,
      'comment-content',
      'comment_text',
      'comment-text',
      'commenttext',
      'e-content',
      'wp-block-comment-content',
      'comment-entry',
    ),
  );
  const blocks: Element[] = [];
  const collect = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element' || others.has(child)) continue;
      if (child.tagName === 'p' || child.tagName === 'li' || child.tagName === 'blockquote')
        blocks.push(child);
      else if (content ? isBlock(child) : true) collect(child);
    }
  };
  collect(content ?? element);
  const texts = blocks.length > 0 || !content ? blocks : [content];
  return texts.flatMap((block) => {
    const text = toLine(toText(block));
    const inside = piecesIn(block, pieces);
    return text === '' || hasClass(block, 'comment-awaiting-moderation', 'reply')
      ? []
      : [{ text, pieces: inside }];
  });
}
