/** Figures are pictures (ISO 14289-1, 7.3), and formulas are Formulas (7.7). */

import { PDFName } from '../../pdf-lib.ts';
import type { Element, StructureTree } from './tree.ts';

const A = PDFName.of('A');
const Alt = PDFName.of('Alt');
const ActualText = PDFName.of('ActualText');

/**
 * HTML's `figure` holds a picture, a table or a quotation with its caption; in a PDF it is a Figure only when it has
 * an alternative text. A picture without one stays a Figure: what it shows is not known here. A picture has no
 * elements in it: a Figure that has both an alternative text and elements is MathML with the role of a picture.
 */
export function mendFigures(tree: StructureTree, elements: readonly Element[]): void {
  for (const { dict } of elements) {
    if (tree.role(dict) !== 'Figure') continue;
    const kids = tree.kids(dict).flatMap((kid) => tree.asElement(kid) ?? []);
    const hasWords = dict.has(Alt) || dict.has(ActualText);
    if (kids.length > 0) tree.setRole(dict, hasWords ? 'Formula' : 'Div');
    if (hasWords) for (const kid of kids) clearAttributes(tree, kid.dict);
  }
}

/** Chromium gives the cells of `mtable` the attributes of table cells, but not their role. */
function clearAttributes(tree: StructureTree, dict: Element['dict']): void {
  dict.delete(A);
  for (const kid of tree.kids(dict)) {
    const element = tree.asElement(kid);
    if (element) clearAttributes(tree, element.dict);
  }
}
