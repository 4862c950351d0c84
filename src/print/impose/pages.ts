/** The pages of a file, taken out and put in. */
import type { PDFObject } from '@cantoo/pdf-lib';
import { listStreams } from '../finish/content/streams.ts';
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from '../pdf-lib.ts';

const key = {
  contents: PDFName.of('Contents'),
  pages: PDFName.of('Pages'),
  kids: PDFName.of('Kids'),
  parent: PDFName.of('Parent'),
};

/** Puts sides in place of the pages; nothing of the old tree stays in the file. */
export function replacePages(pdf: PDFDocument, sides: readonly PDFRef[]): void {
  deleteTree(pdf, pdf.catalog.get(key.pages));
  const tree = pdf.context.register(
    pdf.context.obj({ Type: 'Pages', Count: sides.length, Kids: [...sides] }),
  );
  for (const side of sides) pdf.context.lookup(side, PDFDict).set(key.parent, tree);
  pdf.catalog.set(key.pages, tree);
}

function deleteTree(pdf: PDFDocument, object: PDFObject | undefined): void {
  const node: PDFDict | undefined = pdf.context.lookupMaybe(object as PDFRef, PDFDict);
  const kids = node?.lookupMaybe(key.kids, PDFArray);
  for (const kid of kids?.asArray() ?? []) deleteTree(pdf, kid);
  const streams = node && !kids ? listStreams(pdf, node.get(key.contents)) : [];
  for (const stream of streams) pdf.context.delete(stream);
  if (object instanceof PDFRef) pdf.context.delete(object);
}
