/** Renumbers the ids of a PDF's structure elements. */
import type { PDFDocument, PDFObject, PDFString as Text } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFName, PDFString } from '../pdf-lib.ts';

/** Where such ids stand: an element, a table cell's attributes, and the nodes of `/IDTree`. */
const idKeys = new Set(['ID', 'Headers', 'Limits', 'Names'].map((key) => PDFName.of(key)));
const elementId = /^node\d{8}$/;

/** An id and how to write another one in its place. */
interface Found {
  readonly id: string;
  replace(by: Text): void;
}

/**
 * Chromium names structure elements after DOM nodes, which it counts per process: the same cell is `node00000011`
 * in a fresh tab and `node00001536` in a tab that printed before. Counted from 1 they depend on the document alone.
 *
 * All keep their order and have the same width, so that `/IDTree` stays sorted (ISO 32000-1, 7.9.6).
 */
export function renumberElements(pdf: PDFDocument): void {
  const found: Found[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) collect(object, false, found);
  const ids = [...new Set(found.map(({ id }) => id))].sort();
  const renumbered = new Map(
    ids.map((id, index) => [id, PDFString.of(`node${`${index + 1}`.padStart(8, '0')}`)]),
  );
  for (const { id, replace } of found) replace(renumbered.get(id) as Text);
}

function collect(object: PDFObject, holdsIds: boolean, found: Found[]): void {
  if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      if (idKeys.has(key)) collectId(value, (by) => object.set(key, by), found);
      collect(value, idKeys.has(key), found);
    }
  } else if (object instanceof PDFArray) {
    object.asArray().forEach((value, index) => {
      if (holdsIds) collectId(value, (by) => object.set(index, by), found);
      collect(value, holdsIds, found);
    });
  }
}

function collectId(value: PDFObject, replace: Found['replace'], found: Found[]): void {
  if (!(value instanceof PDFString)) return;
  const id = value.asString();
  if (elementId.test(id)) found.push({ id, replace });
}
