/** Bullets that are drawn get the text that they stand for (ISO 14289-1, 7.3 and 7.6). */
import type { PDFDict as Dict } from '@cantoo/pdf-lib';
import { PDFDict, PDFHexString, PDFName } from '../../pdf-lib.ts';
import type { StructureTree } from './tree.ts';

const ActualText = PDFName.of('ActualText');

/** By the list's `ListNumbering` (ISO 32000-1, table 347), which follows from CSS's `list-style-type`. */
const texts: Readonly<Record<string, string>> = { Disc: '\u2022', Circle: '\u25E6', Square: '\u25AA' };

/** @param element what holds the drawing; only a list item's label is a bullet */
export function nameBullet(tree: StructureTree, element: Dict): void {
  const item = tree.parent(element);
  const list = item && tree.parent(item);
  if (tree.role(element) !== 'Lbl' || element.has(ActualText) || !list) return;
  const text = texts[readNumbering(tree, list)] ?? '\u2022';
  element.set(ActualText, PDFHexString.fromText(text));
}

function readNumbering(tree: StructureTree, list: Dict): string {
  const attributes = list.get(PDFName.of('A'));
  for (const attribute of tree.asList(attributes)) {
    const dict = tree.context.lookup(attribute);
    const numbering = dict instanceof PDFDict && dict.lookup(PDFName.of('ListNumbering'));
    if (numbering instanceof PDFName) return numbering.decodeText();
  }
  return '';
}
