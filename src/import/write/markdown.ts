/** Markdown trees → text, and back: what is written is read again and compared. */
import assert from 'node:assert/strict';
import type { Nodes, Root, RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { textOf } from '../tree/nodes.ts';
import { squeeze } from '../words.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', listItemIndent: 'one', emphasis: '*', strong: '*', rule: '-' })
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();

const reader = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();

/**
 * Writes a tree as Markdown.
 * @throws AssertionError when it would not read back as the same words, numbers and blocks
 */
export function writeMarkdown(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...children] };
  const markdown = writer.stringify(root);
  const back = reader.parse(markdown);
  assert.deepEqual(outline(back), outline(root), 'The Markdown does not read back as it was written');
  return markdown;
}

/** The words of a Markdown text, without the numbers of lists. */
export function readWords(markdown: string): string {
  return listLeaves(reader.parse(markdown))
    .map(({ text }) => text)
    .join(' ');
}

/** Numbers of all ordered lists in a Markdown text, in their order. */
export function readNumbers(markdown: string): number[] {
  return listLeaves(reader.parse(markdown)).flatMap(({ numbers }) =>
    numbers.flatMap((number) => (/^\d/.test(number) ? [Number.parseInt(number, 10)] : [])),
  );
}

/** Numbered lists of the outermost level. */
export function readLists(markdown: string): { first: number; items: number }[] {
  return reader
    .parse(markdown)
    .children.flatMap((node) =>
      node.type === 'list' && node.ordered ? [{ first: node.start ?? 1, items: node.children.length }] : [],
    );
}

/** A block that holds text, with the numbers and bullets of the items that it opens. */
interface Leaf {
  readonly kind: string;
  readonly numbers: readonly string[];
  readonly text: string;
}

function outline(root: Root): string[] {
  return listLeaves(root).map(({ kind, numbers, text }) => [kind, ...numbers, squeeze(text)].join(' '));
}

function listLeaves(root: Nodes, kind = '', opened: string[] = []): Leaf[] {
  if (root.type === 'list') {
    const start = root.start ?? 1;
    return root.children.flatMap((item, index) =>
      listLeaves(item, `${kind}>item`, [
        ...(index === 0 ? opened : []),
        root.ordered ? `${start + index}.` : '•',
      ]),
    );
  }
  if (!('children' in root) || isLeaf(root)) {
    const text = textOf(root);
    return text === '' && opened.length === 0
      ? []
      : [{ kind: `${kind}>${nameOf(root)}`, numbers: opened, text }];
  }
  const inside = root.type === 'blockquote' ? `${kind}>quote` : kind;
  const nodes = root.children as Nodes[];
  if (nodes.length === 0 && opened.length > 0) return [{ kind: `${kind}>empty`, numbers: opened, text: '' }];
  return nodes.flatMap((node, index) => listLeaves(node, inside, index === 0 ? opened : []));
}

function isLeaf({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell';
}

function nameOf(node: Nodes): string {
  return node.type === 'heading' ? `heading${node.depth}` : node.type;
}
