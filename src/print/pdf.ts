/** All that is done to the bytes of a PDF: read, ask for pages, finish. */
import { PDFDocument } from './pdf-lib.ts';

export { readPagesOfIds } from './destinations.ts';
export { mend, save } from './finish/index.ts';
export { imposeBooklet } from './impose/booklet.ts';
export { labelPages } from './page-labels.ts';
export { readPageTexts } from './page-texts.ts';

/** Reads a PDF as the browser wrote it. */
export function parse(bytes: Uint8Array) {
  return PDFDocument.load(bytes, { updateMetadata: false });
}
