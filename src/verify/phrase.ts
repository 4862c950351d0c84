/** The text of a source block as it must be found: literal parts with places where print may add something. */
import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { fold } from './fold.ts';
import { RawText } from './raw-text.ts';

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

/** Flattens phrasing content. Images, drawings and comments show no text and give none. */
export function flattenPhrase(nodes: readonly Nodes[], raw = new RawText()): Phrase {
  const parts: Part[] = [];
  raw.beginBlock();
  for (const node of nodes) collect(node, parts, raw);
  return joinParts(parts);
}

/** A phrase of one literal part. */
export function literalPhrase(text: string): Phrase {
  return joinParts([{ text: fold(text), after: none }]);
}

/** The phrase without what may be added. */
export function textOf(phrase: Phrase): string {
  return phrase.map((part) => part.text).join('');
}

function collect(node: Nodes, parts: Part[], raw: RawText): void {
  const add = (text: string) => parts.push({ text: fold(text), after: none });
  if (node.type === 'html') add(raw.read(node.value));
  else if (raw.isHidden) return;
  else if (node.type === 'footnoteReference') parts.push({ text: '', after: { kind: 'note' } });
  else if (node.type === 'link') collectLink(node.children, node.url, parts, raw);
  else if (node.type === 'linkReference') collectLink(node.children, '', parts, raw);
  else if ('children' in node) for (const child of (node as Parents).children) collect(child, parts, raw);
  else if ('value' in node) add(node.value);
}

function collectLink(children: readonly PhrasingContent[], url: string, parts: Part[], raw: RawText): void {
  for (const child of children) collect(child, parts, raw);
  parts.push({ text: '', after: { kind: 'link', url: fold(url) } });
}

/** Joins neighbouring literals, so that only real gaps part them. */
export function joinParts(parts: readonly Part[]): Phrase {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.after.kind === 'none') joined[joined.length - 1] = { ...part, text: last.text + part.text };
    else joined.push(part);
  }
  return joined.filter((part) => part.text !== '' || part.after.kind !== 'none');
}
