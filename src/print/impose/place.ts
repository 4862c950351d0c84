/** Where the two pages of a side stand on the sheet. Lengths in pt, from the sheet's lower left corner. */
import type { Side } from './order.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One half of a side. */
export interface Place {
  /** The page, from 1. */
  readonly page: number;
  /** Lower left corner of the page. */
  readonly x: number;
  readonly y: number;
  /** Left edge of the half: nothing of the page is painted beyond the fold. */
  readonly halfX: number;
}

/**
 * More sheets than this in one fold spring open and resist a stapler: makers of booklet finishers for office
 * copiers allow about fifteen of 80 g/m².
 */
export const sheetsPerFold = 15;

/** Thickness of a sheet of 80 g/m² office paper: 0.1 mm. */
const sheetThickness = (0.1 / 25.4) * 72;

/**
 * Puts the pages of a side against the fold, in the middle of the sheet's height.
 *
 * Creep: each sheet inside another sticks out at the fore edge by the thickness of a sheet, and its pages are moved
 * by as much towards the fold, so that the outer margins are alike when the edge is cut.
 */
export function placePages(side: Side, page: Size, sheet: Size): readonly [left: Place, right: Place] {
  const fold = sheet.width / 2;
  const creep = side.depth * sheetThickness;
  const y = (sheet.height - page.height) / 2;
  return [
    { page: side.left, x: fold - page.width + creep, y, halfX: 0 },
    { page: side.right, x: fold - creep, y, halfX: fold },
  ];
}
