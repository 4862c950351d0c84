/**
 * pdf-lib, loaded as CommonJS: as ES modules its 400 files take 0.7 s under tsx, as CommonJS 0.3 s.
 *
 * Import this file only from what is itself loaded late: see `document.ts`.
 */
import { createRequire } from 'node:module';

const library = createRequire(import.meta.url)('@cantoo/pdf-lib') as typeof import('@cantoo/pdf-lib');

export const {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} = library;
