/** A saved web page → Post. */
import type { Element, Root } from 'hast';
import type { RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { type Page, pageOf } from '../furniture.ts';
import { guessLanguage } from '../languages/index.ts';
import type { Ledger } from '../ledger.ts';
import { piecesOf } from '../tree/nodes.ts';
import { tidy } from '../tree/tidy.ts';
import type { About, Comment, Picture, Post } from '../types.ts';
import { setParagraphs } from '../wxr/autop.ts';
import { readAbout } from './about.ts';
import { takeComments } from './comments.ts';
import { findAll, lineOfElement, removeAll } from './elements.ts';
import { countSeen, enterTexts, type PieceMap, piecesIn } from './enter.ts';
import { extractTexts, findOthers, locateArticle } from './extract.ts';
import { resolveLinks } from './links.ts';
import { nameBlocks, prepare } from './prepare.ts';
import { selectPost } from './select.ts';
import { strippedFor } from './strip.ts';
import { hasJoinedCells } from './tables.ts';
import { toMarkdownTree } from './to-markdown.ts';
import { takeUnmarked } from './unmarked.ts';

const parser = unified().use(rehypeParse);

/**
 * @param ledger gets every text that a reader sees
 * @param given title and language of the post, where the user names them
 * @returns in words why there is no post, when the page shows several
 */
export async function readHtml(
  html: string,
  ledger: Ledger,
  given: Pick<About, 'title' | 'language'> = {},
): Promise<Post | { readonly problem: string }> {
  const root = parse(html);
  const words = countSeen(root);
  const pieces = enterTexts(root, ledger);
  const marked = takeComments(root, pieces, ledger);
  const selected = selectPost(root, given.title);
  if (selected && 'problem' in selected) return selected;
  const { title, about } = readAbout(root, selected?.around ?? root);
  if (title) {
    ledger.move(piecesIn(title, pieces), 'edition.yaml, title');
    removeAll(root, new Set([title]));
  }
  const texts = selected ? undefined : await extractTexts(html);
  const article = selected?.post ?? locateArticle(root, texts ?? new Set());
  const named = given.language ?? about.language;
  const guessed = named === undefined ? guessLanguage(lineOfElement(article)) : undefined;
  const page = pageOf(named ?? guessed ?? 'en');
  const { comments: unmarked, unseen } = takeUnmarked(root, article, pieces, ledger, page);
  if (texts) dropOthers(article, texts, pieces, ledger);
  const found = readArticle(article, pieces, ledger, page, about.url);
  const comments = [...marked.comments, ...unmarked.map((it) => renumber(it, marked.comments.length))];
  dropRest(found.body, comments, ledger);
  const language = guessed === undefined ? {} : { guessedLanguage: guessed };
  return { format: 'html', ...language, words, about, comments, unseen, refused: marked.refused, ...found };
}

/** A part of a page from the classic editor has no paragraphs yet. */
function parse(html: string): Root {
  const root = parser.parse(html);
  if (!/<(html|body|p)\b/i.test(html))
    for (const body of findAll(root, ({ tagName }) => tagName === 'body')) setParagraphs(body);
  prepare(root);
  return root;
}

function dropRest(body: readonly RootContent[], comments: readonly Comment[], ledger: Ledger): void {
  const settled = new Set([
    ...piecesOf(body),
    ...comments.flatMap((it) => it.paragraphs.flatMap((part) => part.pieces)),
  ]);
  const rest = ledger.pieces.filter(({ id }) => !settled.has(id) && ledger.fateOf(id) === undefined);
  ledger.drop(
    rest.map(({ id }) => id),
    'outside the post',
  );
}

function renumber(comment: Comment, by: number): Comment {
  const { number, parent } = comment;
  return { ...comment, number: number + by, ...(parent !== undefined && { parent: parent + by }) };
}

/** On a page without known marks, what the extractor leaves out of the article. */
function dropOthers(
  article: Root | Element,
  texts: ReadonlySet<string>,
  pieces: PieceMap,
  ledger: Ledger,
): void {
  if (texts.size === 0) return;
  const others = findOthers(article, texts);
  for (const other of others)
    ledger.drop(piecesIn(other, pieces), 'no part of the article, by the general extractor');
  removeAll(article, new Set(others));
}

/**
 * What an article holds, without what is not the post.
 * @param base address of the page, by which short links are completed; absent when it is not known
 */
export function readArticle(
  article: Root | Element,
  pieces: PieceMap,
  ledger: Ledger,
  page: Page,
  base: string | undefined,
) {
  const stripped = findAll(article, (it) => it !== article && strippedFor(it) !== undefined, true);
  for (const element of stripped) ledger.drop(piecesIn(element, pieces), strippedFor(element) ?? '');
  removeAll(article, new Set(stripped));
  const pictures = takePictures(article);
  nameBlocks(article);
  resolveLinks(article, base);
  const joinedTables = findAll(article, hasJoinedCells).map(({ position }) => position?.start.line ?? 1);
  return { pictures, joinedTables, ...tidy(toMarkdownTree(article, pieces), ledger, page) };
}

/** Pictures are told and left out: their files are not in the post. */
function takePictures(article: Root | Element): Picture[] {
  const found = findAll(
    article,
    ({ tagName }) => tagName === 'img' || tagName === 'picture' || tagName === 'source',
  );
  removeAll(article, new Set(found));
  return found
    .filter(({ tagName }) => tagName === 'img')
    .map(({ properties, position }) => ({
      line: position?.start.line ?? 1,
      url: String(properties.src ?? '').slice(0, 500),
      alt: String(properties.alt ?? ''),
    }));
}
