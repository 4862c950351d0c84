/** Applies edits to a content stream. */
import type { Edit } from './plan.ts';

/** @param edits sorted, and none inside another */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const growth = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const result = Buffer.alloc(bytes.length + growth);
  let from = 0;
  let to = 0;
  for (const { start, end, text } of edits) {
    result.set(bytes.subarray(from, start), to);
    to += start - from;
    to += result.write(text, to, 'latin1');
    from = end;
  }
  result.set(bytes.subarray(from), to);
  return result;
}
