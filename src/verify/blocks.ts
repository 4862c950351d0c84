/** The source's blocks in the order in which an edition must show them. */
import type { List, ListItem, Nodes, Root, Table } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Point } from 'unist';
import { eachNode } from './nodes.ts';
import { type Definitions, flattenPhrase, isBare, literalPhrase, type Phrase } from './phrase.ts';
import { RawText } from './raw-text.ts';

/** One paragraph, heading, table cell, code block or raw HTML block of the source. */
export interface Block {
  readonly phrase: Phrase;
  /** Where it begins in the source; absent when the tree has no positions. */
  readonly at?: Point;
  /** 1 to 6 for a heading; absent for the rest. */
  readonly level?: number;
  /** Folded characters that an edition may put before it in the same block: marker, label, box to tick. */
  readonly lead: number;
  /** One entry for each list item that this block opens, outermost first; undefined for an unnumbered one. */
  readonly opens: readonly (number | undefined)[];
}

/** On paper the address of a link is printed behind it; on a screen it is touched. */
export type Medium = 'paper' | 'screen';

/** A segment's blocks; footnotes apart, as editions print them at the end. */
export interface Blocks {
  readonly body: readonly Block[];
  readonly notes: readonly Block[];
  /** Calls of the note that is called most often; each brings a way back. */
  readonly calls: number;
}

const lead = { plain: 0, item: 24, heading: 32, box: 48, note: 12 };

interface Draft {
  readonly medium: Medium;
  readonly body: Block[];
  readonly notes: Block[];
  target: Block[];
  opens: (number | undefined)[];
  lead: number;
  readonly raw: RawText;
  readonly definitions: Definitions;
}

/** Takes a Markdown tree apart into the blocks that show something in a medium. */
export function flattenBlocks(root: Root, medium: Medium): Blocks {
  const body: Block[] = [];
  const definitions = findDefinitions(root);
  const start = { opens: [], lead: lead.plain, raw: new RawText(), definitions };
  const draft: Draft = { medium, body, notes: [], target: body, ...start };
  visitAll(root.children, draft);
  return { body, notes: draft.notes, calls: countCalls(root) };
}

/** Of two with one identifier the first counts (CommonMark 0.31.2, 4.7). */
function findDefinitions(root: Root): Definitions {
  const found = new Map<string, { readonly url: string }>();
  eachNode(root, (node) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  });
  return found;
}

function readPhrase(nodes: readonly Nodes[], { raw, definitions }: Draft, isCell = false): Phrase {
  return flattenPhrase(nodes, raw, isCell, definitions);
}

function visitAll(nodes: readonly Nodes[], draft: Draft): void {
  for (const node of nodes) visitBlock(node, draft);
}

function visitBlock(node: Nodes, draft: Draft): void {
  if (node.type === 'paragraph') add(readPhrase(node.children, draft), node, draft);
  else if (node.type === 'heading') addHeading(node, draft);
  else if (node.type === 'code') add(literalPhrase(node.value), node, draft);
  else if (node.type === 'html') add(readPhrase([node], draft), node, draft);
  else if (node.type === 'list') visitList(node, draft);
  else if (node.type === 'table') visitTable(node, draft);
  else if (node.type === 'footnoteDefinition') visitNote(node.children, draft);
  else if (node.type === 'containerDirective') visitBox(node.children, draft);
  else if ('children' in node) visitAll(node.children as Nodes[], draft);
}

function add(phrase: Phrase, node: Nodes, draft: Draft, level?: number): void {
  if (phrase.length === 0 || (draft.medium === 'screen' && isBare(phrase))) return;
  const at = node.position?.start;
  draft.target.push({
    phrase,
    lead: draft.lead,
    opens: draft.opens,
    ...(at && { at }),
    ...(level && { level }),
  });
  draft.opens = [];
  draft.lead = lead.plain;
}

function addHeading(node: Extract<Nodes, { type: 'heading' }>, draft: Draft): void {
  draft.lead = Math.max(draft.lead, lead.heading);
  add(readPhrase(node.children, draft), node, draft, node.depth);
}

function visitList(list: List, draft: Draft): void {
  let number = list.start ?? 1;
  for (const item of list.children) {
    visitItem(item, list.ordered === true ? number : undefined, draft);
    number += 1;
  }
}

function visitItem(item: ListItem, number: number | undefined, draft: Draft): void {
  const before = draft.opens;
  draft.opens = [...before, number];
  draft.lead = Math.max(draft.lead, lead.item);
  visitAll(item.children, draft);
  if (draft.opens.length > before.length) draft.opens = before;
  draft.lead = lead.plain;
}

function visitTable(table: Table, draft: Draft): void {
  for (const row of table.children)
    for (const cell of row.children) add(readPhrase(cell.children, draft, true), cell, draft);
}

function visitNote(children: readonly Nodes[], draft: Draft): void {
  const { target } = draft;
  draft.target = draft.notes;
  draft.lead = lead.note;
  visitAll(children, draft);
  draft.target = target;
  draft.lead = lead.plain;
}

/** A labelled box: its label may run into the first block. */
function visitBox(children: readonly Nodes[], draft: Draft): void {
  draft.lead = lead.box;
  visitAll(children, draft);
  draft.lead = lead.plain;
}

function countCalls(root: Root): number {
  const counts = new Map<string, number>();
  eachNode(root, (node) => {
    if (node.type === 'footnoteReference')
      counts.set(node.identifier, (counts.get(node.identifier) ?? 0) + 1);
  });
  return Math.max(0, ...counts.values());
}
