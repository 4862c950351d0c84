/** Words in another language (ISO 14289-1, 7.2). */
import { PDFName } from '../../pdf-lib.ts';
import type { Element, StructureTree } from './tree.ts';

const Lang = PDFName.of('Lang');
const inline = new Set(['NonStruct', 'Span', 'Em', 'Strong', 'Code', 'Link', '']);

/** A reader may pass over a NonStruct and its language with it: around words it becomes a Span. */
export function mendLanguages(tree: StructureTree, elements: readonly Element[]): void {
  for (const { dict } of elements) {
    if (tree.role(dict) !== 'NonStruct' || !dict.has(Lang)) continue;
    if (tree.kids(dict).every((kid) => inline.has(tree.roleOf(kid)))) tree.setRole(dict, 'Span');
  }
}
