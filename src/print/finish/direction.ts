/** Which way the pages of a document are turned (ISO 32000-1, 12.2). */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentInfo } from '../../model.ts';
import { PDFDict, PDFName } from '../pdf-lib.ts';

/** Right to left is said: programs that show two pages side by side then put the first on the right. */
export function setDirection(pdf: PDFDocument, { direction }: DocumentInfo): void {
  if (direction !== 'rtl') return;
  const key = PDFName.of('ViewerPreferences');
  const found = pdf.catalog.lookup(key);
  const preferences = found instanceof PDFDict ? found : pdf.context.obj({});
  preferences.set(PDFName.of('Direction'), PDFName.of('R2L'));
  pdf.catalog.set(key, preferences);
}
