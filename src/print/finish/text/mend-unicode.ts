/**
 * Parts of letters have no character of their own, and Chromium maps them to U+0000, which ISO 14289-1, 7.21.7
 * forbids; the text around them says what they stand for (`ActualText`).
 */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { PDFDict, PDFName, PDFRef } from '../../pdf-lib.ts';
import { decodeStream, findStream, replaceStream } from '../content/streams.ts';

const ToUnicode = PDFName.of('ToUnicode');

/** Maps them to U+FFFD, the character for what is not known. */
export function mendUnicode(pdf: PDFDocument): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const ref = object instanceof PDFDict ? object.get(ToUnicode) : undefined;
    if (!(ref instanceof PDFRef)) continue;
    const cmap = Buffer.from(decodeStream(findStream(pdf, ref))).toString('latin1');
    const mended = cmap.replace(/beginbfchar[\s\S]*?endbfchar/g, (section) =>
      section.replace(/(<\w+>\s*)<0000>(?=\s*(?:\n|endbfchar))/g, '$1<FFFD>'),
    );
    if (mended !== cmap) replaceStream(pdf, ref, Buffer.from(mended, 'latin1'));
  }
}
