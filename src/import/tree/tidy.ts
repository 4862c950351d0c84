/** Cleans a Markdown tree from HTML: spacers and furniture go, lists and paragraphs become what they were meant to be. */
import type {
  Link,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast';
import { SKIP, visit } from '../../visit.ts';
import type { Page } from '../furniture.ts';
import type { Ledger } from '../ledger.ts';
import { isAddress } from '../text/paragraph.ts';
import { splitWords } from '../words.ts';
import { lineOf, piecesOf } from './nodes.ts';

/** What was tidied away but for its words. */
export interface Tidied {
  readonly body: RootContent[];
  /** Addresses of links that lead nowhere outside the page. */
  readonly unlinked: string[];
}

export function tidy(nodes: readonly RootContent[], ledger: Ledger, page: Page): Tidied {
  const root: Parents = { type: 'root', children: [...nodes] };
  const unlinked = fixLinks(root);
  partParagraphs(root);
  dropFurniture(root, ledger, page);
  promoteBold(root);
  root.children = joinLists(typeNumbers(root.children.flatMap(partNumbers), ledger));
  return { body: root.children, unlinked };
}

/** A link within the page, or to nowhere, becomes its words. */
function fixLinks(root: Parents): string[] {
  const unlinked: string[] = [];
  visit(root, 'link', (link: Link, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const good = isAddress(link.url) || /^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/i.test(link.url);
    if (good && lineOf(link) !== '') return;
    if (link.url !== '' && lineOf(link) !== '') unlinked.push(link.url);
    parent.children.splice(index, 1, ...link.children);
    return [SKIP, index];
  });
  return unlinked;
}

/** Two line breaks in a row part paragraphs; breaks at the ends mean nothing. */
function partParagraphs(root: Parents): void {
  visit(root, 'paragraph', (paragraph: Paragraph, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const parts = part(paragraph.children).map((children): Paragraph => ({ type: 'paragraph', children }));
    if (parts.length === 0) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function part(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const child of children) {
    const last = parts.at(-1) ?? [];
    const blank = child.type === 'text' && child.value.trim() === '';
    if (child.type === 'break' && endsInBreak(last)) parts.push([]);
    else if (!(blank && (last.length === 0 || endsInBreak(last)))) last.push(child);
  }
  return parts.map(trimBreaks).filter((it) => it.length > 0);
}

function endsInBreak(nodes: readonly PhrasingContent[]): boolean {
  return nodes.at(-1)?.type === 'break';
}

function trimBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const from = nodes.findIndex(({ type }) => type !== 'break');
  const to = nodes.findLastIndex(({ type }) => type !== 'break');
  return from === -1 ? [] : nodes.slice(from, to + 1);
}

/** Spacers, and lines of the page that stand in the post; rules, too, which are spacers with a line. */
function dropFurniture(root: Parents, ledger: Ledger, page: Page): void {
  visit(root, (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const opensItem = parent.type === 'listItem' && index === 0;
    const isLine = node.type === 'paragraph' || node.type === 'heading';
    const why = node.type === 'thematicBreak' ? 'rule' : isLine ? page.furnitureOf(lineOf(node)) : undefined;
    if (why === undefined || (opensItem && lineOf(node) !== '')) return isLine ? SKIP : undefined;
    ledger.drop(piecesOf([node]), why);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** Longer lines in bold are emphasis. */
const longestHeading = 15;

/** A paragraph in bold alone is a heading, unless the post has headings of its own or it ends like a sentence. */
function promoteBold(root: Parents): void {
  if (root.children.some(({ type }) => type === 'heading')) return;
  root.children = root.children.map((node) => {
    if (node.type !== 'paragraph' || !node.children.every(isBoldOrBlank)) return node;
    const text = lineOf(node);
    if (text === '' || splitWords(text).length > longestHeading || /[.;,]$/u.test(text)) return node;
    const children = node.children.flatMap((child) => (child.type === 'strong' ? child.children : [child]));
    return { type: 'heading', depth: 2, children, data: { wasBold: true } };
  });
}

function isBoldOrBlank(node: PhrasingContent): boolean {
  return (
    node.type === 'strong' || (node.type === 'text' && node.value.trim() === '') || node.type === 'break'
  );
}

/** Lines of a paragraph that count up become paragraphs. */
function partNumbers(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph' || !node.children.some(({ type }) => type === 'break')) return [node];
  const lines: Paragraph[] = [{ type: 'paragraph', children: [] }];
  for (const child of node.children) {
    if (child.type === 'break') lines.push({ type: 'paragraph', children: [] });
    else lines.at(-1)?.children.push(child);
  }
  const numbers = lines.map(typedNumber);
  const typed = numbers.filter((number) => number !== undefined);
  if (!typed.some((number, index) => typed[index + 1] === number + 1)) return [node];
  const parts: Paragraph[] = [];
  for (const [index, line] of lines.entries()) {
    const last = parts.at(-1);
    if (last && numbers[index] === undefined) last.children.push({ type: 'break' }, ...line.children);
    else parts.push(line);
  }
  return parts;
}

/** Paragraphs that begin with 1., 2., 3. … typed by hand become items. */
function typeNumbers(nodes: readonly RootContent[], ledger: Ledger): RootContent[] {
  const result: RootContent[] = [];
  let list: List | undefined;
  for (const [index, node] of nodes.entries()) {
    const number = typedNumber(node);
    const next = list ? (list.start ?? 1) + list.children.length : undefined;
    const begins = number === 1 && nodes.slice(index + 1).some((later) => typedNumber(later) === 2);
    if (node.type === 'paragraph' && number !== undefined && (number === next || begins)) {
      if (number !== next) {
        list = { type: 'list', ordered: true, start: number, spread: true, children: [] };
        result.push(list);
      }
      list?.children.push(toItem(node, ledger));
    } else if (
      list &&
      node.type !== 'heading' &&
      nodes.slice(index).some((later) => typedNumber(later) === next)
    )
      list.children.at(-1)?.children.push(node as ListItem['children'][number]);
    else {
      list = undefined;
      result.push(node);
    }
  }
  return result;
}

const typedMark = /^\s*(\d{1,3})[.)]\s+/u;

function typedNumber(node: RootContent): number | undefined {
  const match = node.type === 'paragraph' ? typedMark.exec(firstText(node)?.value ?? '') : null;
  return match ? Number(match[1]) : undefined;
}

function firstText(node: Nodes): Text | undefined {
  if (node.type === 'text') return node;
  const [first] = 'children' in node ? (node.children as Nodes[]) : [];
  return first && firstText(first);
}

function toItem(paragraph: Paragraph, ledger: Ledger): ListItem {
  const text = firstText(paragraph);
  const marker = typedMark.exec(text?.value ?? '')?.[0] ?? '';
  const item: ListItem = { type: 'listItem', spread: true, children: [paragraph] };
  if (!text) return item;
  text.value = text.value.slice(marker.length);
  const [first] = text.data?.pieces ?? [];
  return first === undefined ? item : { ...item, data: { marker: ledger.splitMarker(first) } };
}

/** A numbered list that a later one counts on takes in what stands between them. */
function joinLists(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let list: List | undefined;
  for (const [index, node] of nodes.entries()) {
    const next = list && (list.start ?? 1) + list.children.length;
    if (isNumbered(node) && list && node.start === next) {
      list.children.push(...node.children);
      list.spread = true;
    } else if (list && node.type !== 'heading' && !isNumbered(node) && goesOn(nodes.slice(index + 1), next))
      list.children.at(-1)?.children.push(node as ListItem['children'][number]);
    else {
      list = isNumbered(node) ? node : undefined;
      result.push(node);
    }
  }
  return result;
}

function isNumbered(node: RootContent): node is List & { start: number } {
  return node.type === 'list' && node.ordered === true;
}

/** Whether a list that counts on comes before the next heading or other list. */
function goesOn(later: readonly RootContent[], next: number | undefined): boolean {
  const stop = later.findIndex((node) => node.type === 'heading' || isNumbered(node));
  const found = later[stop];
  return found !== undefined && isNumbered(found) && found.start === next && next !== undefined && next > 1;
}
