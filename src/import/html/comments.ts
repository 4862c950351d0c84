/** The comments on a page: WordPress core marks and those that themes share. */
import type { Element, Nodes, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { languages } from '../languages/index.ts';
import type { Ledger } from '../ledger.ts';
import type { Comment, CommentParagraph } from '../types.ts';
import { toLine } from '../words.ts';
import { findAll, hasClass, isBlock, lineOfElement, listClasses, removeAll } from './elements.ts';
import { type PieceMap, piecesIn } from './enter.ts';

const verbs = languages.flatMap((language) => language.verbs).join('|');
const saying = new RegExp(`\\s+(?:${verbs})\\s*:?$`, 'iu');

/** Comments, and how many pingbacks were left out. */
export interface Threads {
  readonly comments: Comment[];
  readonly refused: Record<string, number>;
}

/** Takes the comments and the reply form out of the page; all their pieces but the texts of comments are settled. */
export function takeComments(root: Root, pieces: PieceMap, ledger: Ledger): Threads {
  const all = findAll(root, isComment);
  const pings = all.filter(isPing);
  const comments = readAll(
    all.filter((it) => !isPing(it)),
    root,
    pieces,
  );
  const kept = new Set(comments.flatMap(({ paragraphs }) => paragraphs.flatMap((it) => it.pieces)));
  const areas = findAll(root, (it) => isComment(it) || isArea(it), true);
  for (const area of areas) {
    const others = piecesIn(area, pieces).filter((piece) => !kept.has(piece));
    ledger.drop(others, 'comments: names, dates, buttons and reply form', true);
  }
  removeAll(root, new Set(areas));
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

function isPing(element: Element): boolean {
  return hasClass(element, 'pingback', 'trackback');
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

function readAll(elements: readonly Element[], root: Root, pieces: PieceMap): Comment[] {
  const numbers = new Map(elements.map((element, index) => [element, index + 1]));
  const parents = findParents(root, numbers);
  const depths = new Map<number, number>();
  return elements.map((element, index) => {
    const number = index + 1;
    const parent = parents.get(number);
    const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(number, depth);
    return {
      number,
      ...(parent !== undefined && { parent }),
      depth,
      ...readIdentity(element, numbers),
      isAuthors: hasClass(element, 'bypostauthor'),
      paragraphs: readParagraphs(element, numbers, pieces),
    };
  });
}

/** The comment inside which each comment stands, by numbers; it comes before it. */
function findParents(root: Root, numbers: ReadonlyMap<Element, number>): Map<number, number> {
  const parents = new Map<number, number>();
  const walk = (node: Nodes, above: number | undefined): void => {
    const number = node.type === 'element' ? numbers.get(node) : undefined;
    if (number !== undefined && above !== undefined) parents.set(number, above);
    if ('children' in node) for (const child of node.children) walk(child, number ?? above);
  };
  walk(root, undefined);
  return parents;
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
  const author = name ? lineOfElement(name).replace(saying, '') : '';
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
