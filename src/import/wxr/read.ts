/** An item of an export → Post. */
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { pageOf } from '../furniture.ts';
import { findAll, isBlock } from '../html/elements.ts';
import { countSeen, enterTexts, piecesIn } from '../html/enter.ts';
import { prepare } from '../html/prepare.ts';
import { readArticle } from '../html/read.ts';
import { guessLanguage } from '../languages/index.ts';
import type { Ledger } from '../ledger.ts';
import { readDate } from '../text/byline.ts';
import { isAddress } from '../text/paragraph.ts';
import { piecesOf } from '../tree/nodes.ts';
import type { About, Comment, Post } from '../types.ts';
import { splitWords, toLine } from '../words.ts';
import { setParagraphs } from './autop.ts';
import { type Field, fieldOf, type WxrComment, type WxrItem } from './item.ts';
import { maskShortcodes } from './shortcodes.ts';

const parser = unified().use(rehypeParse, { fragment: true });

/** @param channel what the export says of the whole weblog: `language`, author names by login */
export function readItem(item: WxrItem, channel: ReadonlyMap<string, string>, ledger: Ledger): Post {
  const about = describe(item, channel);
  const title = item.fields.get('title');
  if (title && about.title) ledger.move([ledger.add(title.line, about.title)], 'edition.yaml, title');
  const content = readContent(item.fields.get('content:encoded'), ledger);
  const guessed = about.language === undefined ? guessLanguage(toText(content.root)) : undefined;
  const page = pageOf(about.language ?? guessed ?? 'en');
  const before = ledger.pieces.length;
  const article = readArticle(content.root, content.pieces, ledger, page, about.url);
  const { comments, unseen, refused, words } = readComments(item, about.author, ledger);
  const used = new Set(piecesOf(article.body));
  const rest = ledger.pieces
    .slice(0, before)
    .filter(({ id }) => !used.has(id) && ledger.fateOf(id) === undefined);
  ledger.drop(
    rest.map(({ id }) => id),
    'white space or content without words',
  );
  const titleWords = about.title ? splitWords(about.title).length : 0;
  return {
    format: 'wxr',
    ...(guessed !== undefined && { guessedLanguage: guessed }),
    words: titleWords + content.words + words,
    about,
    comments,
    unseen,
    refused,
    ...article,
  };
}

function describe(item: WxrItem, channel: ReadonlyMap<string, string>): About {
  const title = toLine(toText(parser.parse(fieldOf(item, 'title'))));
  const login = fieldOf(item, 'dc:creator');
  const author = channel.get(`author ${login}`) || login;
  const date = readDate(fieldOf(item, 'wp:post_date').slice(0, 10));
  const url = fieldOf(item, 'link');
  const language = channel.get('language') ?? '';
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(date && { date }),
    ...(isAddress(url) && { url }),
    ...(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) && { language }),
  };
}

function readContent(field: Field | undefined, ledger: Ledger) {
  const { text, found } = maskShortcodes(field?.text ?? '');
  const firstLine = field?.line ?? 1;
  for (const { text: shortcode, linesDown } of found)
    ledger.drop([ledger.add(firstLine + linesDown, shortcode)], 'shortcode');
  const root: Root = parser.parse(text);
  if (!/<!-- wp:/.test(text)) setParagraphs(root);
  prepare(root);
  const words = countSeen(root) + found.reduce((sum, it) => sum + splitWords(it.text).length, 0);
  return { root, words, pieces: enterTexts(root, ledger, firstLine) };
}

/** Threads as deep as they come: parents are looked up, not climbed. */
function readComments(item: WxrItem, author: string | undefined, ledger: Ledger) {
  const refused: Record<string, number> = {};
  const unseen: Comment[] = [];
  for (const comment of item.comments) {
    const { refusal } = comment;
    if (refusal === undefined) continue;
    refused[refusal] = (refused[refusal] ?? 0) + 1;
    if (refusal === 'pending' || refusal === 'trashed')
      unseen.push({ number: 0, depth: 0, ...identify(comment), isAuthors: false, paragraphs: [] });
  }
  const shown = item.comments.filter(({ refusal }) => refusal === undefined);
  const numbers = new Map(shown.map(({ id }, index) => [id, index + 1]));
  const depths: number[] = [];
  let words = 0;
  const comments = shown.map((comment, index): Comment => {
    const parent = numbers.get(comment.parent);
    const isAnswer = parent !== undefined && parent <= index;
    depths.push(isAnswer ? (depths[parent - 1] ?? 0) + 1 : 0);
    const text = readParagraphs(comment.content, ledger);
    words += text.words;
    return {
      number: index + 1,
      ...(isAnswer && { parent }),
      depth: depths[index] ?? 0,
      ...identify(comment),
      isAuthors: author !== undefined && comment.author === author,
      paragraphs: text.paragraphs,
    };
  });
  return { comments, unseen, refused, words };
}

function identify({ author, email, url, ip }: WxrComment) {
  return { author, ...(email && { email }), ...(url && { url }), ...(ip && { ip }) };
}

function readParagraphs(field: Field | undefined, ledger: Ledger) {
  const root: Root = parser.parse(field?.text ?? '');
  setParagraphs(root);
  const words = countSeen(root);
  const pieces = enterTexts(root, ledger, field?.line ?? 1);
  const blocks = root.children.filter((node): node is Element => isBlock(node));
  const paragraphs = blocks.map((block) => ({ text: lineOfBlock(block), pieces: piecesIn(block, pieces) }));
  return { words, paragraphs: paragraphs.filter(({ text }) => text !== '') };
}

/** Lines of a block, which line breaks and blocks inside it part. */
function lineOfBlock(block: Element): string {
  for (const line of findAll(block, ({ tagName }) => tagName === 'br'))
    line.children = [{ type: 'text', value: '\n' }];
  return toText(block).trim();
}
