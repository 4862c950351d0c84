/** The sides of a booklet's sheets, cut apart at the fold. */
import { excerpt } from '../../checks/describe.ts';
import type { Leaf } from '../leaves.ts';
import type { MarkedText } from '../marked-text.ts';
import type { PdfPage } from '../open.ts';
import type { SheetSide } from './fold.ts';
import type { Extent, PaintReader } from './painted.ts';

/** Half of a side: a page of the booklet, before it has its place among the others. */
export interface Half extends Omit<Leaf, 'number'> {
  /** Nothing but its margins is printed on it. */
  readonly isBlank: boolean;
}

export interface Side extends SheetSide<Half> {
  /** What lies across the fold, in words; absent when nothing does. */
  readonly crossing?: string;
}

/** Letters and lines may reach over by so much, in pt: both keep their distance from the fold by far more. */
const tolerance = 0.5;

/** Where a side is folded, in pt from the left. */
export function findFold({ box }: PdfPage): number {
  return (box.left + box.right) / 2;
}

/**
 * Puts together what was read of a side.
 * @param texts of its left and of its right half
 * @param label its name in reading programs, the numbers of its pages: `16 | 1`
 */
export function createSide(
  page: PdfPage,
  texts: readonly [left: MarkedText, right: MarkedText],
  paint: PaintReader,
  label: string,
): Side {
  const fold = findFold(page);
  const [left = '', right = ''] = label.split(' | ');
  const crossing = findCrossing(texts, paint, fold);
  return {
    left: createHalf(page, { ...page.box, right: fold }, texts[0], paint, left),
    right: createHalf(page, { ...page.box, left: fold }, texts[1], paint, right),
    ...(crossing !== undefined && { crossing }),
  };
}

function createHalf(
  page: PdfPage,
  box: Leaf['box'],
  text: MarkedText,
  paint: PaintReader,
  label: string,
): Half {
  const hasPicture = paint.pictures.some(({ left, right }) => left < box.right && right > box.left);
  const painted = [...paint.marked].flatMap(([id, left]) => (left >= box.left && left < box.right ? id : []));
  return { page, box, text, label, painted, isBlank: !hasPicture && text.tagged.size === 0 };
}

/** Text, a drawing, or a piece of marked content that has text on both halves. */
function findCrossing(
  [left, right]: readonly [MarkedText, MarkedText],
  paint: PaintReader,
  fold: number,
): string | undefined {
  const crosses = (extent: Extent) => extent.left < fold - tolerance && extent.right > fold + tolerance;
  const across = [...left.runs, ...right.runs].find(crosses);
  if (across) return `the text \u201c${excerpt(across.text)}\u201d`;
  if ([...paint.drawings, ...paint.pictures].some(crosses)) return 'a line, an area or a picture';
  const onBoth = right.runs.find(({ id }) => left.tagged.has(id));
  return onBoth && `one piece of tagged text, with \u201c${excerpt(onBoth.text)}\u201d`;
}
