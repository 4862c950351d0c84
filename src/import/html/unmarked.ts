/** Comments that no mark tells from the rest of a page: found by their words, as on a page saved as plain text. */
import type { Element, Nodes, Root } from 'hast';
import { visit } from '../../visit.ts';
import { tellParts } from '../below.ts';
import type { Page } from '../furniture.ts';
import type { Ledger } from '../ledger.ts';
import { type FoundComments, readComments } from '../text/comments.ts';
import { type Line, toPageLine } from '../text/lines.ts';
import { toLine } from '../words.ts';
import { isBlock, unseen } from './elements.ts';
import { type PieceMap, piecesIn } from './enter.ts';

/** Takes the comments and the reply form that stand in or below an article out of the page, and settles them. */
export function takeUnmarked(
  root: Root,
  article: Root | Element,
  pieces: PieceMap,
  ledger: Ledger,
  page: Page,
): FoundComments {
  const inside = new Set(piecesIn(article, pieces));
  const all = listLines(root, pieces, ledger).filter(({ pieces: [piece = -1] }) => !ledger.fateOf(piece));
  const lines = all.slice(
    Math.max(
      0,
      all.findIndex(({ pieces: [piece = -1] }) => inside.has(piece)),
    ),
  );
  const parts = tellParts(lines.map(toPageLine), page);
  const first = lines.findIndex(({ indent }, at) => at > 0 && indent === 0 && parts[at] !== 'body');
  if (first === -1) return { comments: [], unseen: [] };
  const below = lines.slice(first);
  const found = readComments(
    below.filter((_, index) => parts[first + index] === 'comments'),
    ledger,
    page,
  );
  const settled = new Set(found.comments.flatMap((it) => it.paragraphs.flatMap((part) => part.pieces)));
  const gone = below.flatMap((line) => line.pieces);
  const rest = gone.filter((piece) => !settled.has(piece) && ledger.fateOf(piece) === undefined);
  ledger.drop(rest, 'comments without marks, below the post', true);
  blank(root, new Set(gone), pieces);
  return found;
}

interface PiecedLine extends Line {
  readonly pieces: readonly number[];
}

/** Lines of a page as a reader sees them; those of lists are indented. */
function listLines(root: Root, pieces: PieceMap, ledger: Ledger): PiecedLine[] {
  const lines: PiecedLine[] = [];
  let open: number[] = [];
  let afterGap = true;
  const close = (depth: number, gap: boolean): void => {
    const text = toLine(open.map((piece) => ledger.textOf(piece)).join(''));
    const number = ledger.pieces[open[0] ?? -1]?.line ?? 0;
    if (text !== '') lines.push({ number, indent: depth * 2, text, afterGap, pieces: open });
    if (text !== '') afterGap = false;
    if (gap) afterGap = true;
    open = [];
  };
  const walk = (node: Nodes, depth: number): void => {
    const piece = node.type === 'text' ? pieces.get(node.position?.start.offset ?? Number.NaN) : undefined;
    if (piece !== undefined) open.push(piece);
    if (!('children' in node) || (node.type === 'element' && unseen.has(node.tagName))) return;
    const block = isBlock(node);
    if (block) close(depth, node.tagName !== 'br');
    const inner = block && /^(ol|ul)$/.test(node.tagName) ? depth + 1 : depth;
    for (const child of node.children) walk(child, inner);
    if (block) close(inner, node.tagName !== 'br');
  };
  walk(root, 0);
  close(0, true);
  return lines;
}

function blank(root: Root, gone: ReadonlySet<number>, pieces: PieceMap): void {
  visit(root, 'text', (text) => {
    const piece = pieces.get(text.position?.start.offset ?? Number.NaN);
    if (piece !== undefined && gone.has(piece)) text.value = '';
  });
}
