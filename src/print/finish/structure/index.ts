/** Mends the structure tree that Chromium writes (ISO 14289-1, 7.1 to 7.18). */
import { mendFigures } from './figures.ts';
import { mendLanguages } from './languages.ts';
import { mendLists } from './lists.ts';
import { mapRoles } from './roles.ts';
import { mendSpans } from './spans.ts';
import type { Element, StructureTree } from './tree.ts';

export function mendStructure(tree: StructureTree, elements: readonly Element[]): void {
  mendFigures(tree, elements);
  mendLists(tree, elements);
  mendSpans(tree, elements);
  mendLanguages(tree, elements);
  mapRoles(tree, elements);
}
