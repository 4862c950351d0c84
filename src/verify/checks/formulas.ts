/** Every formula is marked as one, with its words: they stand for what is drawn when a file is read aloud. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, gather, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import type { SourceSegment } from '../source.ts';

/**
 * Proves that the formulas of the segments are among those of a file.
 * @param found words of the file's formulas, in any order
 * @param nameStart where a segment begins in the file, for messages
 */
export function checkFormulas(
  segments: readonly SourceSegment[],
  found: readonly string[],
  file: string,
  nameStart: (segment: SourceSegment) => string,
): Findings {
  const left = found.map(fold);
  const expected = segments.flatMap((segment) => segment.formulas.map((alt) => ({ alt, segment })));
  if (expected.length === 0) return gather([]);
  const messages = expected.flatMap(({ alt, segment }): Message[] => {
    const at = left.indexOf(fold(alt));
    if (at < 0) {
      const values = { alt, chapter: segment.title, where: nameStart(segment) };
      return [createMessage('proof-formula', values, { file })];
    }
    left.splice(at, 1);
    return [];
  });
  return judge('formulas', `${expected.length} formulas`, messages);
}
