/** Figures are pictures, and bullets have a text (ISO 14289-1, 7.3). */

import { PDFName } from '../../pdf-lib.ts';
import type { Element, StructureTree } from './tree.ts';

const Alt = PDFName.of('Alt');
const ActualText = PDFName.of('ActualText');

/**
 * HTML's `figure` holds a picture, a table or a quotation with its caption; in a PDF it is a Figure only when it has
 * an alternative text. A picture without one stays a Figure: what it shows is not known here.
 */
export function mendFigures(tree: StructureTree, elements: readonly Element[]): void {
  for (const { dict } of elements) {
    if (tree.role(dict) !== 'Figure' || dict.has(Alt) || dict.has(ActualText)) continue;
    if (tree.kids(dict).some((kid) => tree.asElement(kid))) tree.setRole(dict, 'Div');
  }
}
