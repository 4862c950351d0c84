/** A booklet as it is in the reader's hand: its sheets cut, folded and put together. */
import type { Direction } from '../bidi.ts';
import { readPageLabels } from '../labels.ts';
import type { Leaf } from '../leaves.ts';
import { everywhere, type MarkedText, type Strip } from '../marked-text.ts';
import type { PdfFile, PdfPage } from '../open.ts';
import { foldSheets, partFolds } from './fold.ts';
import { PaintReader } from './painted.ts';
import { createSide, findFold, type Half, type Side } from './sheets.ts';

export interface Booklet {
  readonly sides: readonly Side[];
  /** Sheets in each fold, in order; undefined when the page numbers do not make folds. */
  readonly folds: readonly number[] | undefined;
  /** In the order in which they are read. */
  readonly pages: readonly (Half & Leaf)[];
}

/** Reads one page of the file in strips. */
export type ReadStrips = (page: PdfPage, strips: readonly Strip[], paint: PaintReader) => MarkedText[];

/** Cuts and folds the sheets. When their page numbers do not tell the folds, all are taken for one. */
export function readBooklet(file: PdfFile, read: ReadStrips, direction: Direction): Booklet {
  const labels = readPageLabels(file);
  const sides = file.pages.map((page, index) => {
    const paint = new PaintReader(file.resolve);
    const fold = findFold(page);
    const strips = [
      { ...everywhere, right: fold },
      { ...everywhere, left: fold },
    ];
    const texts = read(page, strips, paint) as [MarkedText, MarkedText];
    return createSide(page, texts, paint, labels[index] ?? '');
  });
  const folds = partFolds(sides, direction, readNumber);
  const halves = (folds ?? [sides]).flatMap((fold) => foldSheets(fold, direction));
  return {
    sides,
    folds: folds?.map((fold) => fold.length / 2),
    pages: halves.map((half, index) => ({ ...half, number: index + 1 })),
  };
}

function readNumber({ label }: Half): number | undefined {
  return /^[1-9]\d*$/.test(label) ? Number(label) : undefined;
}
