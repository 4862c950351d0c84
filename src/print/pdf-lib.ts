/**
 * pdf-lib, loaded as CommonJS: as ES modules its 400 files take 0.7 s under tsx, as CommonJS 0.3 s.
 *
 * Import this file only from what is itself loaded late: see `document.ts`.
 */
import { createRequire } from 'node:module';
import type * as Library from '@cantoo/pdf-lib';

const library = createRequire(import.meta.url)('@cantoo/pdf-lib') as typeof Library;

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

export type PDFArray = Library.PDFArray;
export type PDFDict = Library.PDFDict;
export type PDFDocument = Library.PDFDocument;
export type PDFName = Library.PDFName;
export type PDFNumber = Library.PDFNumber;
export type PDFRef = Library.PDFRef;
