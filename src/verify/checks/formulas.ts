/** Every formula is marked as one, with its words: they stand for what is drawn when a file is read aloud. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Message, Segment } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, gather, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import { decodeEntities } from '../raw-text.ts';

const formula = /<math\b((?:"[^"]*"|'[^']*'|[^<>"'])*)>/gi;
const words = /\salttext\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/**
 * Proves that the formulas of the segments are among those of a file.
 * @param found words of the file's formulas, in any order
 * @param nameStart where a segment begins in the file, for messages
 */
export function checkFormulas(
  segments: readonly Segment[],
  found: readonly string[],
  file: string,
  nameStart: (segment: Segment) => string,
): Findings {
  const left = found.map(fold);
  const expected = segments.flatMap((segment) => listWords(segment.root).map((alt) => ({ alt, segment })));
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

/** As the source writes them. */
function listWords(root: Root): string[] {
  const found: string[] = [];
  visit(root, 'html', ({ value }) => {
    for (const [, attributes = ''] of value.replace(/<!--[\s\S]*?-->/g, '').matchAll(formula)) {
      const [, double, single, bare] = words.exec(attributes) ?? [];
      found.push(decodeEntities(double ?? single ?? bare ?? ''));
    }
  });
  return found;
}
