/** The numbers of marked content in a content stream: counted, and raised (ISO 32000-1, 14.7.4.2). */
import { applyEdits } from '../finish/content/edit.ts';
import { latin1, packOperator, Scanner } from '../finish/content/scanner.ts';

/** A number after `/MCID`, and where its digits stand. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const openMark = packOperator('BDC');

/** One more than the highest number in a content stream; 0 when it has none. */
export function countNumbers(content: Uint8Array): number {
  return findNumbers(content).reduce((highest, { value }) => Math.max(highest, value + 1), 0);
}

/** Adds `by` to every number, so that two contents can stand on one page without sharing one. */
export function raiseNumbers(content: Uint8Array, by: number): Uint8Array {
  const edits = findNumbers(content).map(({ start, end, value }) => ({ start, end, text: `${value + by}` }));
  return applyEdits(content, edits);
}

function findNumbers(content: Uint8Array): Found[] {
  const scanner = new Scanner(content);
  const found: Found[] = [];
  while (scanner.next()) {
    if (scanner.operator !== openMark) continue;
    const from = scanner.operand(1);
    const match = /\/MCID\s*(\d+)/d.exec(latin1(content, from, scanner.end));
    const [start, end] = match?.indices?.[1] ?? [];
    if (start === undefined || end === undefined) continue;
    found.push({ start: from + start, end: from + end, value: Number(match?.[1]) });
  }
  return found;
}
