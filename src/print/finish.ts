/** Finishes a PDF: document properties, dates and identifiers that depend on the content alone. */
import { createHash } from 'node:crypto';
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { DocumentInfo } from '../model.ts';
import { renumberElements } from './elements.ts';
import { PDFHeader, PDFHexString, PDFName, PDFString } from './pdf-lib.ts';

/** 16 bytes in hexadecimal, as ISO 32000-1, 14.4 has it. */
const blankId = '0'.repeat(32);

/**
 * Gives the final bytes of a printed document. Tags, outline and destinations stay as the browser wrote them.
 *
 * The same content gives the same bytes, whenever and in whichever tab it was printed.
 */
export async function finish(pdf: PDFDocument, info: DocumentInfo): Promise<Uint8Array> {
  replaceInfo(pdf, info);
  renumberElements(pdf);
  pdf.context.header = PDFHeader.forVersion(1, 7); // Chromium says 1.4 and uses what came later
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of(info.language));
  const id = PDFHexString.of(blankId);
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  const bytes = await pdf.save({
    // Compressed objects would be a third smaller, and take twice as long to write and to read.
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  return writeId(bytes, info.id);
}

/** A new dictionary: the browser's own names its user agent and the time of day. */
function replaceInfo(pdf: PDFDocument, info: DocumentInfo): void {
  const date = PDFString.of(createPdfDate(info.date));
  const entries = {
    Title: PDFHexString.fromText(info.title),
    Author: PDFHexString.fromText(info.author),
    Subject: PDFHexString.fromText(info.subject),
    Keywords: PDFHexString.fromText(info.keywords.join(', ')),
    Creator: PDFHexString.fromText('Caveat'),
    Producer: PDFHexString.fromText('Caveat, with Chromium'),
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

/** Both halves of `/ID` are alike: they differ only in files that were changed after they were made. */
function writeId(bytes: Uint8Array, seed: string): Uint8Array {
  const digest = createHash('sha256')
    .update(seed)
    .update(bytes)
    .digest('hex')
    .slice(0, blankId.length)
    .toUpperCase();
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const second = file.lastIndexOf(blankId);
  const first = file.lastIndexOf(blankId, second - 1);
  file.write(digest, first, 'latin1');
  file.write(digest, second, 'latin1');
  return bytes;
}
