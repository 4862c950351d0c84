/** Page labels: reading programs show the numbers that are printed (ISO 32000-1, 12.4.2). */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { PDFHexString, PDFName } from './pdf-lib.ts';

/**
 * Labels the pages: the cover by its name, the front matter in roman, the body from 1.
 * @param front how many pages stand before the body
 * @param cover label of the first page; absent when it is numbered like the others
 */
export function labelPages(pdf: PDFDocument, front: number, cover: string | undefined): void {
  const { context } = pdf;
  const ranges: unknown[] = [];
  if (cover !== undefined) ranges.push(0, { P: PDFHexString.fromText(cover) });
  const skipped = cover === undefined ? 0 : 1;
  if (front > skipped) ranges.push(skipped, { S: PDFName.of('r'), St: skipped + 1 });
  const body = Math.max(front, skipped);
  if (body < pdf.getPageCount()) ranges.push(body, { S: PDFName.of('D'), St: body - front + 1 });
  pdf.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: ranges as never }));
}
