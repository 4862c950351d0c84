/** The proof that nothing was lost: the finished files are read back and held against the pieces of the post. */
import assert from 'node:assert/strict';
import { countWords, type Entry } from './ledger.ts';
import { splitWords } from './words.ts';

/** Words of the post and their ends; `in` is `kept` + `moved` + `dropped`. */
export interface Words {
  readonly in: number;
  readonly kept: number;
  readonly moved: number;
  readonly dropped: number;
}

/**
 * Settles the account.
 * @param texts of the finished places, as read back from the files, by `Fate.where`
 * @param numbers of the lists in them, in order
 * @param wordsIn words of the input, counted apart from the pieces
 * @throws AssertionError when words are lost, changed or in another order: a fault of the import
 */
export function settleAccount(
  entries: readonly Entry[],
  texts: ReadonlyMap<string, string>,
  numbers: ReadonlyMap<string, readonly number[]>,
  wordsIn: number,
): Words {
  for (const [where, text] of texts) {
    assertSameWords(splitWords(text), listWords(entries, where), where);
    settleNumbers(entries, where, numbers.get(where) ?? []);
  }
  const counts = countWords(entries);
  const sum = (kind: Entry['fate']['kind']) =>
    entries.reduce((total, { fate }, index) => total + (fate.kind === kind ? (counts[index] ?? 0) : 0), 0);
  const words = { in: wordsIn, kept: sum('kept'), moved: sum('moved'), dropped: sum('dropped') };
  assert.equal(words.kept + words.moved + words.dropped, words.in, 'Words of the post are not accounted for');
  return words;
}

/** Words that belong in a place; pieces of one block may share a word. */
function listWords(entries: readonly Entry[], where: string): string[] {
  let block: number | undefined;
  const texts = entries.flatMap(({ piece, fate }) => {
    if (fate.kind === 'dropped' || fate.where !== where || piece.isMarker) return [];
    const gap = piece.block === block ? '' : ' ';
    block = piece.block;
    return [gap, piece.text];
  });
  return splitWords(texts.join(''));
}

function assertSameWords(found: readonly string[], expected: readonly string[], where: string): void {
  const at = expected.findIndex((word, index) => word !== found[index]);
  const wanted = at === -1 ? undefined : `“${expected[at]}”`;
  assert.ok(
    found.length === expected.length && at === -1,
    `Words of the post are lost or changed in ${where}: ${found[at === -1 ? expected.length : at] ?? 'nothing'}, expected ${wanted ?? 'nothing'}`,
  );
}

/** Every number typed by hand is a number of the finished list, in order. */
function settleNumbers(entries: readonly Entry[], where: string, numbers: readonly number[]): void {
  let at = 0;
  for (const { piece, fate } of entries) {
    if (!piece.isMarker || fate.kind === 'dropped' || fate.where !== where) continue;
    const typed = Number.parseInt(piece.text, 10);
    if (Number.isNaN(typed)) continue;
    at = numbers.indexOf(typed, at) + 1;
    assert.ok(at > 0, `Number ${typed} of line ${piece.line} is lost in ${where}`);
  }
}
