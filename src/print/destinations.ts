/** Reads from a PDF on which page each linked element is. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFName } from './pdf-lib.ts';

/**
 * Page of each element that a link points to: 1 for the first page of the file.
 *
 * Chromium writes the catalog's `/Dests` dictionary of PDF 1.1 (ISO 32000-1, 12.3.2.3); its names are the
 * percent-encoded fragments of the links. An element that no link points to has no entry.
 */
export function readPagesOfIds(pdf: PDFDocument): Map<string, number> {
  const destinations = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const physical = new Map(pdf.getPages().map((page, index) => [page.ref, index + 1]));
  const pages = new Map<string, number>();
  for (const [name] of destinations?.entries() ?? []) {
    const page = physical.get(destinations?.lookupMaybe(name, PDFArray)?.get(0) as never);
    if (page) pages.set(decodeFragment(name.decodeText()), page);
  }
  return pages;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
