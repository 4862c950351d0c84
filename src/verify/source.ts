/** The source as the proof needs it. Of a long edition trees would take most of the memory; their texts are a third. */
import type { Root } from 'mdast';
import type { Edition, ParsedEdition, ParsedSegment, Segment } from '../model.ts';
import { type Blocks, flattenBlocks, type Medium } from './blocks.ts';
import { eachNode } from './nodes.ts';
import { flattenPhrase, isBare, textOf } from './phrase.ts';
import { decodeEntities, RawText } from './raw-text.ts';
import { collectParts, type SourceParts } from './source/parts.ts';
import { listTargets } from './source/targets.ts';

/** What is asked of a segment's text, taken from its tree once. */
export interface SourceFacts extends SourceParts {
  readonly blocks: Readonly<Record<Medium, Blocks>>;
  /** Captions, which stand in the source as titles of pictures, and headings, which stand in the contents too. */
  readonly captions: readonly string[];
  /** Heads of columns, which stand before each cell of a table that is too wide for its page. */
  readonly columnHeads: readonly string[];
  /** Words of formulas, as the source writes them. */
  readonly formulas: readonly string[];
  /** Stretches that are struck out with tildes. */
  readonly deletions: number;
  /** Addresses that it links to, as they are written. */
  readonly targets: readonly string[];
}

/** A segment without its tree. */
export interface SourceSegment extends Segment, SourceFacts {}

/** An edition without the trees of its segments. */
export interface SourceEdition extends Omit<Edition, 'segments'> {
  readonly segments: readonly SourceSegment[];
}

const known = new WeakMap<ParsedEdition, SourceEdition>();

/** Reads the segments of an edition, once. */
export function readSource(edition: ParsedEdition): SourceEdition {
  const source = known.get(edition) ?? { ...edition, segments: edition.segments.map(readSegment) };
  known.set(edition, source);
  return source;
}

/** Reads a segment. */
export function readSegment({ root, ...segment }: ParsedSegment): SourceSegment {
  const targets = listTargets(root);
  return { ...segment, blocks: flattenForBoth(root), targets, ...collectFacts(root), ...collectParts(root) };
}

/** Of a long edition the same is kept once. */
function flattenForBoth(root: Root): SourceFacts['blocks'] {
  const paper = flattenBlocks(root, 'paper');
  const isSame = ![...paper.body, ...paper.notes].some(({ phrase }) => isBare(phrase));
  return { paper, screen: isSame ? paper : flattenBlocks(root, 'screen') };
}

function collectFacts(root: Root): Omit<SourceFacts, 'blocks' | 'targets' | keyof SourceParts> {
  const captions: string[] = [];
  const columnHeads: string[] = [];
  const formulas: string[] = [];
  let deletions = 0;
  eachNode(root, (node) => {
    if ((node.type === 'image' || node.type === 'definition') && node.title) captions.push(node.title);
    if (node.type === 'heading') captions.push(textOf(flattenPhrase(node.children)));
    if (node.type === 'delete') deletions += 1;
    if (node.type === 'html') {
      columnHeads.push(...listWrittenHeads(node.value));
      formulas.push(...listFormulas(node.value));
    }
    if (node.type === 'table')
      for (const cell of node.children[0]?.children ?? [])
        columnHeads.push(textOf(flattenPhrase(cell.children)));
  });
  return { captions, columnHeads, formulas, deletions };
}

/** A head, or a cell that reaches into the rows below: its text is repeated there. */
const writtenHead =
  /<(?:th\b[^>]*|td\b[^>]*\browspan\b[^>]*)>([\s\S]*?)(?=<\/?(?:t[dhr]|thead|tbody|tfoot|table)\b|$)/gi;

/** The heads of a table that is written as HTML. */
function listWrittenHeads(html: string): string[] {
  return [...html.matchAll(writtenHead)].map(([, cell = '']) => new RawText().read(cell).trim());
}

const formula = /<math\b((?:"[^"]*"|'[^']*'|[^<>"'])*)>/gi;
const words = /\salttext\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

function listFormulas(html: string): string[] {
  return [...html.replace(/<!--[\s\S]*?-->/g, '').matchAll(formula)].map(([, attributes = '']) => {
    const [, double, single, bare] = words.exec(attributes) ?? [];
    return decodeEntities(double ?? single ?? bare ?? '');
  });
}
