/**
 * The last guard on raw HTML: whatever the HTML parser and the sanitiser did, every letter and digit that was
 * there before is there after, in the same order. An open `<col>` or `<table>` can take a whole segment with it.
 */
import type { Root } from 'hast';
import type {} from 'mdast-util-to-hast';
import type { Message } from '../model.ts';
import { createMessage, type Where } from '../rules.ts';
import { visit } from '../visit.ts';
import { textOf } from './tags.ts';

interface Piece {
  readonly text: string;
  /** Letters and digits only: white space may move. */
  readonly letters: string;
  readonly place: Where['place'];
}

/**
 * Compares a tree before and after the parsing of its raw HTML.
 * @returns a message where each run of text that is gone begins, or one for the first piece out of place
 */
export function findMangled(before: Root, after: Root, file: string): Message[] {
  const letters = collectPieces(after)
    .map((piece) => piece.letters)
    .join('');
  const pieces = collectPieces(before);
  const moved = firstOutOfOrder(pieces, letters);
  if (!moved) return [];
  const isLost = (piece: Piece | undefined) => piece !== undefined && !letters.includes(piece.letters);
  const lost = pieces.filter((piece, index) => isLost(piece) && !isLost(pieces[index - 1]));
  const tell = ({ text, place }: Piece, fate: string) =>
    createMessage('html-mangled', { fate, excerpt: excerptOf(text) }, { file, place });
  return lost.length > 0 ? lost.map((piece) => tell(piece, 'lose')) : [tell(moved, 'move or lose')];
}

function collectPieces(tree: Root): Piece[] {
  const pieces: Piece[] = [];
  visit(tree, (node) => {
    if (node.type !== 'text' && node.type !== 'raw') return;
    for (const text of node.type === 'raw' ? textOf(node.value).split(/\s+/) : [node.value]) {
      const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
      if (letters !== '') pieces.push({ text, letters, place: node.position });
    }
  });
  return pieces;
}

/** The first piece that `letters` does not continue with; letters between the pieces are passed over. */
function firstOutOfOrder(pieces: readonly Piece[], letters: string): Piece | undefined {
  let from = 0;
  return pieces.find((piece) => {
    const at = letters.indexOf(piece.letters, from);
    from = at + piece.letters.length;
    return at < 0;
  });
}

function excerptOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
