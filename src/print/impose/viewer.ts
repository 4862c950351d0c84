/** What a viewer and a printer should know of an imposed file. */
import { PDFDict, type PDFDocument, PDFHexString, PDFName } from '../pdf-lib.ts';

/**
 * Asks for two-sided printing, turned over the short edge, at actual size (ISO 32000-1, 12.2). Many viewers take it
 * over into their print dialogue; others do not, so that the README says it too.
 */
export function setPrinting(pdf: PDFDocument): void {
  const name = PDFName.of('ViewerPreferences');
  const preferences = pdf.catalog.lookupMaybe(name, PDFDict) ?? PDFDict.withContext(pdf.context);
  preferences.set(PDFName.of('Duplex'), PDFName.of('DuplexFlipShortEdge'));
  preferences.set(PDFName.of('PrintScaling'), PDFName.of('None'));
  pdf.catalog.set(name, preferences);
}

/** Names each side by the numbers of its pages, left and right: `16 | 1` (12.4.2). */
export function nameSides(pdf: PDFDocument, names: readonly string[]): void {
  const ranges = names.flatMap((name, index) => [
    pdf.context.obj(index),
    pdf.context.obj({ P: PDFHexString.fromText(name) }),
  ]);
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: ranges }));
}
