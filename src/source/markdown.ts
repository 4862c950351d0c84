/** Markdown → mdast: CommonMark, GFM, containers, typographic characters, scoped ids. */
import GithubSlugger from 'github-slugger';
import type { Link, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type {} from 'mdast-util-to-hast';
import { toString as toText } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import { SKIP, visit } from '../visit.ts';
import { compactTree } from './compact.ts';
import { setPunctuation } from './punctuation.ts';
import { bindNumbersToUnits } from './units.ts';

/** One tilde strikes nothing through: `5~10 mg, then 15~20 mg` would lose its doses to a line. */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective);
const fileParser = parser().use(remarkFrontmatter, ['yaml']);

/** A parsed file: YAML apart, if there is any, and the body. */
export interface Markdown {
  readonly yaml?: string;
  readonly root: Root;
  readonly messages: readonly Message[];
}

/**
 * Parses a Markdown file.
 * @param scope put before every id (`scope--id`), so that ids stay unique when segments are joined
 * @param language BCP 47; quotation marks are those of it
 */
export function readMarkdown(text: string, file: string, scope: string, language: string): Markdown {
  const root = fileParser.parse(text);
  const messages = finish(root, text, file, scope, language);
  const [first] = root.children;
  if (first?.type !== 'yaml') return { root, messages };
  return { yaml: first.value, root: { ...root, children: root.children.slice(1) }, messages };
}

/** Parses Markdown that stands in a string: lines of hyphens at its top are rules, never front matter. */
export function readFragment(text: string, file: string, scope: string, language: string): Markdown {
  const root = parser.parse(text);
  return { root, messages: finish(root, text, file, scope, language) };
}

function finish(root: Root, text: string, file: string, scope: string, language: string): Message[] {
  const messages = restoreInlineDirectives(root, text, file);
  setTypographicCharacters(root, language);
  bindNumbersToUnits(root);
  assignIds(root, scope);
  compactTree(root);
  return messages;
}

/** A line of plain text with its typographic characters in place: titles and names from YAML. */
export function readLine(text: string, language: string): string {
  const root: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
  };
  setPunctuation(root, language);
  bindNumbersToUnits(root);
  return toText(root).replaceAll('\u2011', '-'); // see document/keep.ts
}

/** Quotes, dashes and dots of running text and captions; an address that is its own link text stays as it is. */
function setTypographicCharacters(root: Root, language: string): void {
  const addresses: (readonly [Text, string])[] = [];
  visit(root, (node) => {
    if (node.type === 'image' || node.type === 'definition') {
      if (node.title) node.title = readLine(node.title, language);
    }
    const address = node.type === 'link' ? addressText(node) : undefined;
    if (address) addresses.push([address, address.value]);
  });
  setPunctuation(root, language);
  for (const [node, value] of addresses) node.value = value;
}

function addressText({ children, url }: Link): Text | undefined {
  const [text, ...others] = children;
  if (text?.type !== 'text' || others.length > 0) return undefined;
  return url.replace(/^(mailto:|https?:\/\/)/, '') === text.value.replace(/^(mailto:|https?:\/\/)/, '')
    ? text
    : undefined;
}

/**
 * Inline and leaf directives have no meaning here, but `10:30` and `note:this` parse as such: they become
 * text again, letter for letter. What looks deliberate is reported.
 */
function restoreInlineDirectives(root: Root, text: string, file: string): Message[] {
  const messages: Message[] = [];
  visit(root, (node, index, parent) => {
    if (node.type !== 'textDirective' && node.type !== 'leafDirective') return;
    if (parent === undefined || index === undefined) return;
    const source = sliceOf(node, text);
    if (/[[{]/.test(source) || node.type === 'leafDirective') {
      messages.push(createMessage('directive-inline', { text: source }, { file, place: node.position }));
    }
    const literal: Text = { type: 'text', value: source, ...(node.position && { position: node.position }) };
    const restored = node.type === 'textDirective' ? literal : paragraphOf(literal);
    (parent.children as RootContent[]).splice(index, 1, restored);
    return [SKIP, index + 1];
  });
  joinTexts(root);
  return messages;
}

function sliceOf(node: TextDirective | LeafDirective, text: string): string {
  const { start, end } = node.position ?? {};
  return text.slice(start?.offset, end?.offset);
}

function paragraphOf(child: PhrasingContent): RootContent {
  return { type: 'paragraph', children: [child], ...(child.position && { position: child.position }) };
}

/** Joins neighbouring text nodes, so that later steps see `10:30` in one piece. */
function joinTexts(root: Root): void {
  visit(root, (node) => {
    if (!('children' in node)) return;
    const parent = node as Parents;
    const joined: RootContent[] = [];
    for (const child of parent.children as RootContent[]) {
      const last = joined.at(-1);
      if (child.type !== 'text' || last?.type !== 'text') joined.push(child);
      else joined[joined.length - 1] = joinTwo(last, child);
    }
    (parent.children as RootContent[]) = joined;
  });
}

function joinTwo(left: Text, right: Text): Text {
  const position = left.position && right.position && { start: left.position.start, end: right.position.end };
  return { type: 'text', value: left.value + right.value, ...(position && { position }) };
}

/** Gives every heading a slug of its text as id, and containers the id written in braces. */
function assignIds(root: Root, scope: string): void {
  const slugger = new GithubSlugger();
  visit(root, 'heading', (node) => {
    const text = toText(node, { includeHtml: false }).replaceAll('\u00A0', ' '); // as a writer links to it
    node.data = { ...node.data, hProperties: { id: `${scope}--${slugger.slug(text)}` } };
  });
  visit(root, 'containerDirective', (node: ContainerDirective) => {
    const id = node.attributes?.id;
    if (id) node.data = { ...node.data, hProperties: { id: `${scope}--${id}` } };
  });
}
