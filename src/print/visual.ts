/** Lines as they are drawn, from left to right, put into the order in which they are read. */

/** Letters of the scripts that run to the left: Hebrew to Arabic Extended-A, and their presentation forms. */
const left = '\\u0590-\\u08ff\\ufb1d-\\ufefc';
const hasLeft = new RegExp(`[${left}]`, 'u');
/** From the first to the last letter or digit between two such letters. */
const right = `(?![${left}])[\\p{L}\\p{N}]`;
const runsRight = new RegExp(`${right}(?:[^${left}]*${right})?`, 'gu');
const runsLeft = new RegExp(`[${left}](?:[^A-Za-z]*[${left}])?`, 'gu');

/**
 * A line in reading order. One direction within another, no deeper: the plainest form of Unicode Standard Annex 9.
 * @param toLeft whether the document runs from right to left
 */
export function readVisualLine(line: string, toLeft: boolean): string {
  if (!hasLeft.test(line)) return line;
  if (!toLeft) return line.replace(runsLeft, reverse);
  return reverse(line).replace(runsRight, reverse);
}

/** Marks stay behind their letters. */
function reverse(text: string): string {
  return (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).reverse().join('');
}
