/** Lines → Markdown blocks: paragraphs, verse, quotations, and lists with what belongs to their items. */
import type { BlockContent, List, ListItem, RootContent } from 'mdast';
import type { Ledger } from '../ledger.ts';
import { type Line, type Marker, readMarker } from './lines.ts';
import { composeParagraph } from './paragraph.ts';

/** Lines that stand together; the first one may have a marker. */
interface Chunk {
  readonly lines: Line[];
  readonly marker?: Marker;
}

interface OpenList {
  readonly node: List;
  /** Column of the last marker. */
  markerColumn: number;
  /** Column of the last item's text. */
  textColumn: number;
  /** Number of the last item; absent in a list with bullets. */
  number?: number;
}

interface Builder {
  readonly ledger: Ledger;
  /** Characters of a full line when the text is hard-wrapped; absent when it is not. */
  readonly wrap: number | undefined;
  readonly root: RootContent[];
  /** Outermost first. */
  readonly open: OpenList[];
}

/** @param wrap characters of a full line when the text is hard-wrapped */
export function composeBlocks(lines: readonly Line[], ledger: Ledger, wrap?: number): RootContent[] {
  const chunks = chunk(lines);
  const builder: Builder = { ledger, wrap, root: [], open: [] };
  for (const [index, it] of chunks.entries()) {
    const level = it.marker && findLevel(builder, it);
    if (level === undefined) addParagraph(builder, it, chunks.slice(index + 1));
    else addItem(builder, it, level);
  }
  return builder.root;
}

function chunk(lines: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const line of lines) {
    const marker = readMarker(line);
    const last = chunks.at(-1);
    const runsOn = !line.afterGap && (marker === undefined || !followsOn(marker, last));
    if (last && runsOn) last.lines.push(line);
    else chunks.push({ lines: [line], ...(marker && { marker }) });
  }
  return chunks;
}

/** Without an empty line before it, a number begins an item only where it counts on. */
function followsOn({ number }: Marker, last: Chunk | undefined): boolean {
  if (number === undefined) return true;
  return number === 1 || last?.marker?.number === number - 1;
}

/** Depth at which an item goes on or begins a list; absent when it is none. */
function findLevel({ open }: Builder, { lines, marker }: Chunk): number | undefined {
  const indent = lines[0]?.indent ?? 0;
  const number = marker?.number;
  const isNext = (list: OpenList) =>
    number === undefined ? list.number === undefined : list.number === number - 1;
  const same = open.findLastIndex((list) => isNext(list) && Math.abs(list.markerColumn - indent) <= 2);
  if (same !== -1) return same;
  const inside = open.findLastIndex((list) => indent >= list.textColumn - 1);
  if (number === undefined || number <= 1 || indent > 0) {
    const afresh = open.findIndex((list) => Math.abs(list.markerColumn - indent) <= 2);
    return Math.max(inside + 1, afresh === -1 ? 0 : afresh);
  }
  const counted = open.findIndex(isNext);
  return counted === -1 ? undefined : counted;
}

function addItem(builder: Builder, { lines, marker }: Chunk, level: number): void {
  const [first, ...others] = lines;
  if (!first || !marker) throw new TypeError('Unexpected item without a marker');
  const { ledger, open } = builder;
  open.length = Math.min(open.length, level + 1);
  const known = open[level];
  const goesOn = known !== undefined && countsOn(known, marker);
  const list = goesOn ? known : openList(builder, marker, level);
  list.markerColumn = first.indent;
  list.textColumn = marker.column;
  if (marker.number !== undefined) list.number = marker.number;
  const item: ListItem = {
    type: 'listItem',
    spread: true,
    children: [],
    data: { marker: ledger.addMarker(first.number, marker.text) },
  };
  list.node.children.push(item);
  const text = { ...first, text: marker.rest, indent: marker.column };
  item.children.push(...asBlocks(composeParagraph([text, ...others], ledger, builder.wrap)));
}

function countsOn({ number }: OpenList, marker: Marker): boolean {
  return number === undefined ? marker.number === undefined : marker.number === number + 1;
}

function openList(builder: Builder, { number }: Marker, level: number): OpenList {
  const { open } = builder;
  open.length = level;
  const node: List = {
    type: 'list',
    ordered: number !== undefined,
    spread: true,
    children: [],
    ...(number !== undefined && { start: number }),
  };
  place(builder, [node]);
  const list: OpenList = { node, markerColumn: 0, textColumn: 0 };
  open.push(list);
  return list;
}

/** A paragraph belongs to the item below which it is indented, or whose list goes on behind it. */
function addParagraph(builder: Builder, { lines }: Chunk, later: readonly Chunk[]): void {
  const { open } = builder;
  const indent = lines[0]?.indent ?? 0;
  const inside = open.findLastIndex(
    ({ textColumn, markerColumn }) => indent > 0 && indent >= Math.min(textColumn - 2, markerColumn + 2),
  );
  const interrupted = open.findLastIndex((list) =>
    takesUp(
      list,
      later.find((chunk) => isBeside(list, chunk)),
    ),
  );
  open.length = Math.max(inside, interrupted) + 1;
  place(builder, composeParagraph(lines, builder.ledger, builder.wrap));
}

/** The next number below those of a list either takes the list up or begins another. */
function isBeside({ markerColumn }: OpenList, { marker, lines }: Chunk): boolean {
  return marker?.number !== undefined && Math.abs((lines[0]?.indent ?? 0) - markerColumn) <= 2;
}

function takesUp({ number }: OpenList, next: Chunk | undefined): boolean {
  return number !== undefined && next?.marker?.number === number + 1;
}

function place({ root, open }: Builder, nodes: readonly RootContent[]): void {
  const item = open.at(-1)?.node.children.at(-1);
  if (item) item.children.push(...asBlocks(nodes));
  else root.push(...nodes);
}

function asBlocks(nodes: readonly RootContent[]): BlockContent[] {
  return nodes as BlockContent[];
}
