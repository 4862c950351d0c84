/** A saved web page → Post. */
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { beginsComments, beginsReplyForm } from '../furniture.ts';
import type { Ledger } from '../ledger.ts';
import { lineOf, piecesOf } from '../tree/nodes.ts';
import { tidy } from '../tree/tidy.ts';
import type { Picture, Post } from '../types.ts';
import { setParagraphs } from '../wxr/autop.ts';
import { readAbout } from './about.ts';
import { takeComments } from './comments.ts';
import { findAll, remove } from './elements.ts';
import { countSeen, enterTexts, type PieceMap, piecesIn } from './enter.ts';
import { extractTexts, locateArticle } from './extract.ts';
import { resolveLinks } from './links.ts';
import { nameBlocks, prepare } from './prepare.ts';
import { selectPost } from './select.ts';
import { strippedFor } from './strip.ts';
import { toMarkdownTree } from './to-markdown.ts';

const parser = unified().use(rehypeParse);

/**
 * @param ledger gets every text that a reader sees
 * @param wanted title of the post, where the user names it
 * @returns in words why there is no post, when the page shows several
 */
export async function readHtml(
  html: string,
  ledger: Ledger,
  wanted?: string,
): Promise<Post | { readonly problem: string }> {
  const root = parser.parse(html);
  if (!/<(html|body|p)\b/i.test(html))
    for (const body of findAll(root, ({ tagName }) => tagName === 'body')) setParagraphs(body);
  prepare(root);
  const words = countSeen(root);
  const pieces = enterTexts(root, ledger);
  const { comments, refused } = takeComments(root, pieces, ledger);
  const selected = selectPost(root, wanted);
  if (selected && 'problem' in selected) return selected;
  const described = readAbout(root, selected?.around ?? root);
  const { title } = described;
  if (title) {
    ledger.move(piecesIn(title, pieces), 'edition.yaml, title');
    remove(root, title);
  }
  const article = selected?.post ?? (await extract(root, html, pieces, ledger));
  const found = readArticle(article, pieces, ledger, described.about.url);
  const settled = new Set([
    ...piecesOf(found.body),
    ...comments.flatMap((it) => it.paragraphs.flatMap((p) => p.pieces)),
  ]);
  const rest = ledger.pieces.filter(({ id }) => !settled.has(id) && ledger.fateOf(id) === undefined);
  ledger.drop(
    rest.map(({ id }) => id),
    'outside the post',
  );
  return { format: 'html', words, about: described.about, comments, unseen: [], refused, ...found };
}

/**
 * What an article holds, without what is not the post.
 * @param base address of the page, by which short links are completed; absent when it is not known
 */
export function readArticle(article: Root | Element, pieces: PieceMap, ledger: Ledger, base?: string) {
  for (const element of findAll(article, (it) => strippedFor(it) !== undefined, true)) {
    if (element === article) continue;
    ledger.drop(piecesIn(element, pieces), strippedFor(element) ?? '');
    remove(article, element);
  }
  const pictures = takePictures(article);
  nameBlocks(article);
  resolveLinks(article, base);
  const nodes = toMarkdownTree(article, pieces);
  const below = nodes.findIndex((node) => beginsComments(lineOf(node)) || beginsReplyForm(lineOf(node)));
  const post = below > 0 ? nodes.slice(0, below) : nodes;
  ledger.drop(piecesOf(nodes.slice(post.length)), 'comments without marks, below the post', true);
  return { pictures, ...tidy(post, ledger) };
}

/** A fragment is the post; of a page without known marks it is what the extractor finds, and then without what the extractor leaves out. */
async function extract(root: Root, html: string, pieces: PieceMap, ledger: Ledger): Promise<Root | Element> {
  if (!/<(html|body)\b/i.test(html)) return root;
  const texts = await extractTexts(html);
  if (texts.size === 0) return root;
  const { article, others } = locateArticle(root, texts);
  for (const other of others) {
    ledger.drop(piecesIn(other, pieces), 'no part of the article, by the general extractor');
    remove(root, other);
  }
  return article;
}

/** Pictures are told and left out: their files are not in the post. */
function takePictures(article: Root | Element): Picture[] {
  const found = findAll(
    article,
    ({ tagName }) => tagName === 'img' || tagName === 'picture' || tagName === 'source',
  );
  for (const element of found) remove(article, element);
  return found
    .filter(({ tagName }) => tagName === 'img')
    .map(({ properties, position }) => ({
      line: position?.start.line ?? 1,
      url: String(properties.src ?? '').slice(0, 500),
      alt: String(properties.alt ?? ''),
    }));
}
