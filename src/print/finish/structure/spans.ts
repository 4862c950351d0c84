/**
 * Rows and columns that a cell covers (ISO 32000-1, 14.8.5.7). Where cells are set as blocks, Chromium takes all to
 * cover one, and names the headers of other columns: what they cover stands behind their language, where
 * `document/tables/spans.ts` has put it.
 */
import type { PDFDict as Dict } from '@cantoo/pdf-lib';
import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '../../pdf-lib.ts';
import type { Element, StructureTree } from './tree.ts';

const A = PDFName.of('A');
const O = PDFName.of('O');
const Lang = PDFName.of('Lang');
const Headers = PDFName.of('Headers');
const RowSpan = PDFName.of('RowSpan');
const ColSpan = PDFName.of('ColSpan');

const cells = new Set(['TH', 'TD']);
const mark = /(?:-x)?-spans-r(\d+)-c(\d+)-d\d+$/;

/** Gives all cells their spans, and those of tables in which one has any the headers that these lead to. */
export function mendSpans(tree: StructureTree, elements: readonly Element[]): void {
  for (const { dict } of elements) takeMark(tree, dict);
  for (const { dict } of elements) if (tree.role(dict) === 'Table') mendHeaders(tree, dict);
}

function takeMark(tree: StructureTree, dict: Dict): void {
  const language = readLanguage(dict);
  const [, rows, columns] = mark.exec(language ?? '') ?? [];
  if (language === undefined || rows === undefined) return;
  const own = language.replace(mark, '');
  if (own === findLanguage(tree, tree.parent(dict))) dict.delete(Lang);
  else dict.set(Lang, PDFString.of(own));
  if (!cells.has(tree.role(dict))) return; // of a table that Chromium takes for mere layout
  setSpan(tree, dict, RowSpan, Number(rows));
  setSpan(tree, dict, ColSpan, Number(columns));
}

function readLanguage(dict: Dict): string | undefined {
  return dict.lookupMaybe(Lang, PDFString, PDFHexString)?.decodeText();
}

/** The language of an element's text, without marks. */
function findLanguage(tree: StructureTree, dict: Dict | undefined): string | undefined {
  if (dict === undefined) return undefined;
  return readLanguage(dict)?.replace(mark, '') ?? findLanguage(tree, tree.parent(dict));
}

function setSpan(tree: StructureTree, cell: Dict, key: PDFName, span: number): void {
  const found = listAttributes(tree, cell).find((attribute) => attribute.has(key));
  const attribute = found ?? tree.context.obj({});
  attribute.set(O, PDFName.of('Table'));
  attribute.set(key, PDFNumber.of(span));
  if (!found) cell.set(A, tree.context.obj([...tree.asList(cell.get(A)), attribute]));
}

function listAttributes(tree: StructureTree, cell: Dict): Dict[] {
  const attributes = tree.asList(cell.get(A)).map((attribute) => tree.context.lookup(attribute));
  return attributes.filter((attribute) => attribute instanceof PDFDict);
}

/** Of a cell over several columns Chromium names the header of the first alone: the scopes of all say it better. */
function mendHeaders(tree: StructureTree, table: Dict): void {
  const found = listCells(tree, table);
  const spans = (cell: Dict) =>
    listAttributes(tree, cell).some((attribute) =>
      [RowSpan, ColSpan].some((key) => (attribute.lookupMaybe(key, PDFNumber)?.asNumber() ?? 1) > 1),
    );
  if (!found.some(spans)) return;
  for (const cell of found) {
    const kept = listAttributes(tree, cell).filter((attribute) => !attribute.has(Headers));
    cell.set(A, tree.context.obj(kept));
  }
}

/** The cells of a table, without those of tables in them. */
function listCells(tree: StructureTree, parent: Dict): Dict[] {
  return tree.kids(parent).flatMap((kid) => {
    const element = tree.asElement(kid);
    if (!element) return [];
    return cells.has(tree.role(element.dict)) ? [element.dict] : listCells(tree, element.dict);
  });
}
