/** The text of a source block as it must be found: literal parts with places where print may add something. */
import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { fold } from './fold.ts';

/** What an edition may add between two parts of a block. */
export type Gap =
  | { readonly kind: 'none' }
  /** A footnote's number or sign. */
  | { readonly kind: 'note' }
  /** The address of a link, or the page that it leads to. */
  | { readonly kind: 'link'; readonly url: string };

/** A literal text, folded, and what may stand behind it. */
export interface Part {
  readonly text: string;
  readonly after: Gap;
}

/** A block's text. Empty when the block shows no text. */
export type Phrase = readonly Part[];

const none: Gap = { kind: 'none' };

/** Flattens phrasing content. Images and comments show no text and give none. */
export function flattenPhrase(nodes: readonly Nodes[]): Phrase {
  const parts: Part[] = [];
  for (const node of nodes) collect(node, parts);
  return join(parts);
}

/** A phrase of one literal part. */
export function literalPhrase(text: string): Phrase {
  return join([{ text: fold(text), after: none }]);
}

/** The phrase without what may be added. */
export function textOf(phrase: Phrase): string {
  return phrase.map((part) => part.text).join('');
}

function collect(node: Nodes, parts: Part[]): void {
  if (node.type === 'footnoteReference') parts.push({ text: '', after: { kind: 'note' } });
  else if (node.type === 'html') parts.push({ text: fold(stripTags(node.value)), after: none });
  else if (node.type === 'link') collectLink(node.children, node.url, parts);
  else if (node.type === 'linkReference') collectLink(node.children, '', parts);
  else if ('children' in node) for (const child of (node as Parents).children) collect(child, parts);
  else if ('value' in node) parts.push({ text: fold(node.value), after: none });
}

function collectLink(children: readonly PhrasingContent[], url: string, parts: Part[]): void {
  for (const child of children) collect(child, parts);
  parts.push({ text: '', after: { kind: 'link', url: fold(url) } });
}

/**
 * The text that an element of raw HTML keeps: comments, declarations and tags have none. A tag in Markdown
 * is a node of its own, so no tag is cut in two here.
 */
export function stripTags(html: string): string {
  return decodeEntities(
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<[/!?]?[a-z][^>]*>/gi, ''),
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decodeEntities(text: string): string {
  return text
    .replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (_, digits: string) => fromCodePoint(digits))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

function fromCodePoint(digits: string): string {
  const value = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  return value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
}

/** Joins neighbouring literals, so that only real gaps part them. */
function join(parts: readonly Part[]): Phrase {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.after.kind === 'none') joined[joined.length - 1] = { ...part, text: last.text + part.text };
    else joined.push(part);
  }
  return joined.filter((part) => part.text !== '' || part.after.kind !== 'none');
}
