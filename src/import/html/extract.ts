/** The post on a page without known marks: a general extractor of articles tells which blocks of text are it. */
import { Defuddle } from 'defuddle/node';
import type { Element, Root, RootContent } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { squeeze } from '../words.ts';
import { findAll, isBlock } from './elements.ts';

const parser = unified().use(rehypeParse, { fragment: true });

/**
 * Finds the texts of the article.
 * @returns texts of its blocks without white space; empty when there is none, and for a part of a page, which is all post
 */
export async function extractTexts(html: string): Promise<ReadonlySet<string>> {
  if (!/<(html|body)\b/i.test(html)) return new Set();
  const { document } = parseHTML(html);
  const { content } = await Defuddle(document as unknown as Document, 'https://example.invalid/', {
    useAsync: false,
  });
  const tree = parser.parse(content);
  return new Set(listBlocks(tree).map((block) => squeeze(toText(block))));
}

/** The smallest element that holds all of these blocks; the page, where there are none. */
export function locateArticle(root: Root, texts: ReadonlySet<string>): Root | Element {
  const blocks = listBlocks(root).filter((block) => texts.has(squeeze(toText(block))));
  let article: Root | Element = root;
  for (;;) {
    const children: readonly RootContent[] = article.children;
    const elements = children.filter((child) => child.type === 'element');
    const inner = elements.find((it) => blocks.length > 0 && countIn(it, blocks) === blocks.length);
    if (!inner || blocks.includes(inner)) return article;
    article = inner;
  }
}

/** Blocks of an article that are not among these. */
export function findOthers(article: Root | Element, texts: ReadonlySet<string>): Element[] {
  return listBlocks(article).filter((block) => !texts.has(squeeze(toText(block))));
}

/** Blocks with text that hold no other block. */
function listBlocks(tree: Root | Element): Element[] {
  const all = findAll(tree, (element) => isBlock(element) && element.tagName !== 'br');
  return all.filter(
    (element) =>
      squeeze(toText(element)) !== '' &&
      !findAll(element, (inner) => inner !== element && isBlock(inner) && inner.tagName !== 'br').some(
        (inner) => squeeze(toText(inner)) !== '',
      ),
  );
}

function countIn(element: Element, blocks: readonly Element[]): number {
  const inside = new Set(findAll(element, () => true));
  return blocks.filter((block) => inside.has(block)).length;
}
