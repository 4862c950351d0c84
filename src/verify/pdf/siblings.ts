/**
 * Marked content is cut where something else is drawn between, an underline perhaps; in a line from right to
 * left its pieces then lie in the order in which they are drawn. Together they can be read.
 */
import { type Direction, isRightToLeft } from './bidi.ts';
import type { Ends } from './gaps.ts';
import { type Drawn, readDrawn } from './lines.ts';
import type { MarkedText } from './marked-text.ts';
import type { StructureNode } from './structure.ts';

/**
 * The texts of a page, those of neighbours in one element read together: the first has the whole, the others
 * nothing.
 */
export function joinSiblings(
  root: StructureNode,
  text: MarkedText,
  base: Direction,
): Pick<MarkedText, 'tagged' | 'ends'> {
  let joined: { tagged: Map<string, string>; ends: Map<string, Ends> } | undefined;
  for (const ids of findRuns(root)) {
    const drawn = ids.flatMap((id) => text.drawn.get(id) ?? []);
    if (base === 'ltr' && !drawn.some(runsFromRight)) continue;
    joined ??= { tagged: new Map(text.tagged), ends: new Map(text.ends) };
    const whole = readDrawn(drawn, base);
    for (const [index, id] of ids.entries()) {
      joined.tagged.set(id, index === 0 ? whole.text : '');
      if (index === 0) joined.ends.set(id, whole);
      else joined.ends.delete(id);
    }
  }
  return joined ?? text;
}

function runsFromRight({ clusters, isReversed }: Drawn): boolean {
  return isReversed || clusters.some(isRightToLeft);
}

/** Ids of contents that follow one another in one element, two or more. */
function* findRuns(node: StructureNode): Generator<readonly string[]> {
  let run: string[] = [];
  for (const child of node.children ?? []) {
    if (child.role === undefined && child.id !== undefined) run.push(child.id);
    else {
      if (run.length > 1) yield run;
      run = [];
      yield* findRuns(child);
    }
  }
  if (run.length > 1) yield run;
}
