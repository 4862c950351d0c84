/** The document information dictionary (ISO 32000-1, 14.3.3). */
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { DocumentInfo } from '../../model.ts';
import { PDFHexString, PDFString } from '../pdf-lib.ts';

export const creator = 'Caveat';
export const producer = 'Caveat, with Chromium';

/** A new dictionary: the browser's own names its user agent and the time of day. */
export function replaceInfo(pdf: PDFDocument, info: DocumentInfo): void {
  const date = PDFString.of(createPdfDate(info.date));
  const entries = {
    Title: PDFHexString.fromText(info.title),
    Author: PDFHexString.fromText(info.author),
    Subject: PDFHexString.fromText(info.subject),
    Keywords: PDFHexString.fromText(info.keywords.join(', ')),
    Creator: PDFHexString.fromText(creator),
    Producer: PDFHexString.fromText(producer),
    CreationDate: date,
    ModDate: date,
  };
  const ref = pdf.context.trailerInfo.Info ?? pdf.context.nextRef();
  pdf.context.assign(ref as PDFRef, pdf.context.obj(entries));
  pdf.context.trailerInfo.Info = ref;
}

/** `2026-01-31T12:00:00Z` → `D:20260131120000Z` (ISO 32000-1, 7.9.4). */
function createPdfDate(iso: string): string {
  const digits = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(iso);
  if (!digits) throw new TypeError(`Unexpected date ${iso}, expected the form 2026-01-31T12:00:00Z`);
  return `D:${digits.slice(1).join('')}Z`;
}
