/**
 * Finishes a PDF: what Chromium leaves out of PDF/UA-1 (ISO 14289-1), and document properties, dates and identifiers
 * that depend on the content alone. Nothing that is painted moves.
 */
import { createHash } from 'node:crypto';
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentInfo } from '../../model.ts';
import { PDFHeader, PDFHexString, PDFName, PDFString } from '../pdf-lib.ts';
import { markContent } from './content/index.ts';
import { setDirection } from './direction.ts';
import { renumberElements } from './element-ids.ts';
import { replaceInfo } from './info.ts';
import { mendLinks } from './links.ts';
import { mendStructure } from './structure/index.ts';
import { ParentTree } from './structure/parent-tree.ts';
import { dissolveRuns } from './structure/runs.ts';
import { StructureTree } from './structure/tree.ts';
import { mendUnicode } from './text/mend-unicode.ts';
import { setMetadata } from './xmp.ts';

/** 16 bytes in hexadecimal, as ISO 32000-1, 14.4 has it. */
const blankId = '0'.repeat(32);

/** Mends a printed document. Outline and destinations stay as the browser wrote them. */
export function mend(pdf: PDFDocument, info: DocumentInfo): void {
  pdf.context.header = PDFHeader.forVersion(1, 7); // Chromium says 1.4 and uses what came later
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of(info.language));
  setDirection(pdf, info);
  replaceInfo(pdf, info);
  setMetadata(pdf, info);
  mendUnicode(pdf);
  const tree = StructureTree.open(pdf);
  if (!tree) return;
  const elements = tree.elements();
  renumberElements(tree, elements);
  mendStructure(tree, elements);
  mendLinks(pdf, tree, elements);
  const parents = new ParentTree(tree);
  markContent(pdf, tree, parents);
  dissolveRuns(tree, parents);
}

/**
 * Gives the final bytes of a mended document.
 *
 * The same content gives the same bytes, whenever and in whichever tab it was printed.
 */
export async function save(pdf: PDFDocument, info: DocumentInfo): Promise<Uint8Array> {
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
