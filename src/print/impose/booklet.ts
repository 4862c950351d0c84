/** A printed booklet, its spare blank pages taken out, on its sheets. */
import type { Imposition, Message, Paper } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import type { PDFDocument } from '../pdf-lib.ts';
import { impose } from './impose.ts';
import { roundToSheets, splitSheets } from './order.ts';
import { type Size, sheetsPerFold } from './place.ts';

/** Landscape, in pt. */
const sheetSizes: Readonly<Record<Paper, Size>> = {
  letter: { width: 792, height: 612 },
  a4: { width: 841.89, height: 595.276 },
};

export interface Imposed {
  /** Sides of sheets: the pages that the file now has. */
  readonly sides: number;
  readonly messages: readonly Message[];
}

/**
 * Imposes a document of pages numbered from 1; tells when it is too thick for one fold.
 *
 * Blank pages at its end are printed with it, as many as may be needed. Those that no sheet needs are taken out: no
 * pass is spent on counting first.
 */
export function imposeBooklet(
  pdf: PDFDocument,
  { paper, direction, blanks }: Imposition,
  file: string,
): Imposed {
  const pages = roundToSheets(pdf.getPageCount() - blanks);
  const labels = Array.from({ length: pages }, (_, index) => `${index + 1}`);
  impose(pdf, { sheet: sheetSizes[paper], direction, labels });
  const sheets = pages / 4;
  const folds = splitSheets(sheets, sheetsPerFold);
  const sides = pages / 2;
  if (folds.length === 1) return { sides, messages: [] };
  const values = { sheets, folds: folds.length, sizes: listSizes(folds) };
  return { sides, messages: [createMessage('booklet-folds', values, { file })] };
}

/** `10, 10 and 9`. */
function listSizes(folds: readonly number[]): string {
  return `${folds.slice(0, -1).join(', ')} and ${folds.at(-1)}`;
}
