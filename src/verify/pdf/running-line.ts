/** The running line in the page margins. */
import { fold } from '../fold.ts';

/** What the margin of each page must show. */
export interface RunningLine {
  /** The disclaimer's shortest form. */
  readonly text: string;
  readonly version: string;
}

/**
 * What is missing in a page's margin; undefined when all is there.
 * @param untagged texts of the page outside the structure tree
 * @param label the page number that the reader's program shows; undefined when the file has none
 */
export function findMarginFault(
  untagged: readonly string[],
  line: RunningLine,
  label: string | undefined,
): string | undefined {
  const margin = fold(untagged.join(' '));
  const text = fold(line.text);
  if (!margin.includes(text)) return `\u201c${line.text}\u201d is missing`;
  const version = fold(line.version);
  if (!margin.includes(version)) return `the version ${line.version} is missing`;
  if (showsNumber(untagged, line, label)) return undefined;
  return `the page number ${label ?? ''} is missing`.replace('  ', ' ');
}

/** Whether a number stands there beside the words of the line and the version. */
function showsNumber(untagged: readonly string[], line: RunningLine, label: string | undefined): boolean {
  const others = new Set([...toWords(line.text), ...toWords(line.version)]);
  const words = toWords(untagged.join(' ')).filter((word) => !others.has(word) || word === label);
  return words.some((word) => (label === undefined ? /^\d+$/.test(word) : word === label));
}

function toWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}.]*[\p{L}\p{N}])?/gu) ?? [];
}
