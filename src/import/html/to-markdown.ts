/** HTML of a post → Markdown tree: through an allow-list, then element by element. */
import type { Element, Nodes as Hast, Root as HastRoot } from 'hast';
import type { Nodes, RootContent } from 'mdast';
import rehypeRemark, { type Options as RemarkOptions } from 'rehype-remark';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';
import { visit } from '../../visit.ts';
import type { PieceMap } from './enter.ts';

/** Text, links and lists. Scripts, styles, handlers, ids and classes do not pass; nor do addresses but of web and mail. */
const schema: Options = {
  tagNames:
    'a b blockquote br caption cite dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins li ol p s span strong sub sup table tbody td tfoot th thead tr u ul'.split(
      ' ',
    ),
  attributes: { a: ['href'], ol: ['start'], td: ['align'], th: ['align'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style', 'template', 'noscript', 'title', 'head'],
};

type Handlers = NonNullable<RemarkOptions['handlers']>;

/** Markdown has no raised and lowered letters, but a power must not become another number: 10³ is not 103. */
const keepTags: Handlers[string] = (state, element) => {
  const { tagName } = element as Element;
  const inside = state.all(element as Element);
  if (inside.length === 0) return [];
  return [{ type: 'html', value: `<${tagName}>` }, ...inside, { type: 'html', value: `</${tagName}>` }];
};

const handlers: Handlers = { sup: keepTags, sub: keepTags };

const processor = unified()
  .use(rehypeSanitize, schema)
  .use(rehypeRemark, { document: true, handlers })
  .freeze();

/** @param node the element that holds the post; texts get their pieces */
export function toMarkdownTree(node: Hast, pieces: PieceMap): RootContent[] {
  const children = 'children' in node ? (node.children as HastRoot['children']) : [];
  const root: HastRoot = { type: 'root', children };
  const present = numberTexts(root, pieces);
  const tree = processor.runSync(root) as Nodes;
  visit(tree, 'text', (text) => {
    const { start, end } = text.position ?? {};
    const found: number[] = [];
    for (let piece = start?.offset ?? 0; piece < (end?.offset ?? 0); piece += 1)
      if (present.has(piece)) found.push(piece);
    text.data = { pieces: found };
    text.value = text.value.replace(/[\s\u200B]+/gu, ' ');
  });
  visit(tree, (it) => {
    delete it.position;
  });
  return 'children' in tree ? (tree.children as RootContent[]) : [];
}

/**
 * Neighbouring texts become one on the way, which begins where the first begins and ends where the last ends: so
 * pieces stand in for offsets.
 * @returns the pieces in the tree, in order
 */
function numberTexts(root: HastRoot, pieces: PieceMap): Set<number> {
  const present = new Set<number>();
  visit(root, 'text', (text) => {
    const piece = pieces.get(text.position?.start.offset ?? Number.NaN);
    if (piece === undefined) return;
    const point = { line: 1, column: 1 };
    text.position = { start: { ...point, offset: piece }, end: { ...point, offset: piece + 1 } };
    present.add(piece);
  });
  return present;
}
