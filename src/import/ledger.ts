/** The account of an import: every piece of the post and what became of it. */
import assert from 'node:assert/strict';
import type { Fate, Piece } from './types.ts';
import { splitWords } from './words.ts';

/** A piece and its end. */
export interface Entry {
  readonly piece: Piece;
  readonly fate: Fate;
}

/** Grows while a post is read, and is settled when its files are made. */
export class Ledger {
  readonly pieces: Piece[] = [];
  readonly #fates = new Map<number, Fate>();
  #blocks = 0;

  /** Number for the pieces of a new block. */
  openBlock(): number {
    this.#blocks += 1;
    return this.#blocks;
  }

  /** Enters a piece. `block`: pieces of one block may share a word; without it, the piece is a block of its own. */
  add(line: number, text: string, block = this.openBlock()): number {
    const id = this.pieces.length;
    this.pieces.push({ id, line, block, text });
    return id;
  }

  /** Enters a number or bullet typed by hand. */
  addMarker(line: number, text: string): number {
    const id = this.pieces.length;
    this.pieces.push({ id, line, block: this.openBlock(), text, isMarker: true });
    return id;
  }

  /** Parts the number typed by hand from the piece that begins with it. @returns the number's piece */
  splitMarker(id: number): number {
    const piece = this.pieces[id];
    const marker = /^\s*(\S+)(?=\s|$)/u.exec(piece?.text ?? '');
    if (!piece || marker?.[1] === undefined) throw new TypeError('Unexpected piece without its number');
    this.pieces[id] = { ...piece, text: piece.text.slice(marker[0].length) };
    return this.addMarker(piece.line, marker[1]);
  }

  textOf(id: number): string {
    return this.pieces[id]?.text ?? '';
  }

  /** @param hidden the report must not show its words */
  drop(ids: Iterable<number>, why: string, hidden = false): void {
    for (const id of ids) this.#settle(id, { kind: 'dropped', why, ...(hidden && { hidden }) });
  }

  move(ids: Iterable<number>, where: string): void {
    for (const id of ids) this.#settle(id, { kind: 'moved', where });
  }

  keep(ids: Iterable<number>, where: string): void {
    for (const id of ids) this.#settle(id, { kind: 'kept', where });
  }

  fateOf(id: number): Fate | undefined {
    return this.#fates.get(id);
  }

  /** Every piece with its fate, by lines. @throws AssertionError when one has none */
  settle(): Entry[] {
    return [...this.pieces]
      .sort((a, b) => a.line - b.line || a.id - b.id)
      .map((piece) => {
        const fate = this.#fates.get(piece.id);
        assert.ok(fate, `Line ${piece.line} of the post is not accounted for: “${piece.text.slice(0, 80)}”`);
        return { piece, fate };
      });
  }

  #settle(id: number, fate: Fate): void {
    const known = this.#fates.get(id);
    assert.ok(
      known === undefined || (known.kind === fate.kind && known.kind !== 'dropped'),
      `Line ${this.pieces[id]?.line} of the post has two ends: ${known?.kind} and ${fate.kind}`,
    );
    if (known === undefined) this.#fates.set(id, fate);
  }
}

/** Words of each entry; a word that runs over several pieces counts where it begins. */
export function countWords(entries: readonly Entry[]): number[] {
  const counts: number[] = [];
  let open = false;
  let block = -1;
  for (const { piece } of entries) {
    const runsOn = piece.block === block && open && /^\S/u.test(piece.text);
    counts.push(Math.max(0, splitWords(piece.text).length - (runsOn ? 1 : 0)));
    if (piece.text !== '') open = /\S$/u.test(piece.text);
    block = piece.block;
  }
  return counts;
}
