/**
 * What is read out is what is seen. A text that stands for another one (ISO 32000-1, 14.9.3 to 14.9.5) is read by
 * screen readers and copied in its place: only for pictures and formulas may it differ.
 */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { type Findings, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import { encloseContent } from './boxes.ts';
import type { Substitute } from './marks.ts';
import { tellPlace } from './place.ts';
import type { PageLayout, PdfReading } from './read.ts';
import type { StructureNode } from './structure.ts';

/** Types that are read out by words of their own. */
const described = new Set(['Figure', 'Formula', 'Form', 'Annot']);

/** Proves that no text stands for another one. Bullets, which are drawn as shapes, have no letters. */
export function checkReadAloud({ layout }: PdfReading, file: string): Findings {
  let count = 0;
  const messages = layout.flatMap((leaf) => {
    const found = [...(leaf.tree ? listSubstitutes(leaf.tree, leaf) : []), ...leaf.substitutes];
    count += found.length;
    return found
      .filter(({ said, drawn }) => /[\p{L}\p{N}]/u.test(said) && fold(said) !== fold(drawn))
      .map((substitute) => tell(substitute, leaf, file));
  });
  return judge('read-aloud', `${count} texts that stand for others, each for the same words`, messages);
}

function tell({ said, drawn, ids }: Substitute, leaf: PageLayout, file: string): Message {
  const where = tellPlace(leaf, encloseContent(leaf, ids));
  return createMessage('proof-read-aloud', { said: excerpt(said), drawn: excerpt(drawn), where }, { file });
}

function* listSubstitutes(node: StructureNode, leaf: PageLayout): Generator<Substitute> {
  if (described.has(node.role ?? '')) return;
  if (node.substitute !== undefined) {
    const ids = new Set(listContent(node));
    const drawn = leaf.runs.flatMap(({ id, text }) => (ids.has(id) ? text : [])).join('');
    yield { said: node.substitute, drawn, ids };
  }
  for (const child of node.children ?? []) yield* listSubstitutes(child, leaf);
}

function* listContent(node: StructureNode): Generator<string> {
  if (node.role === undefined && node.id !== undefined) yield node.id;
  for (const child of node.children ?? []) yield* listContent(child);
}
