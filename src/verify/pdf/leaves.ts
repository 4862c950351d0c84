/** The pages of a PDF as its reader has them in hand: as they are in the file, or halves of folded sheets. */
import type { MarkedText } from './marked-text.ts';
import type { Box, PdfPage } from './open.ts';

export interface Leaf {
  /** From 1, in the order in which they are read. */
  readonly number: number;
  /** The page of the file that it is, or is a half of. */
  readonly page: PdfPage;
  readonly box: Box;
  readonly text: MarkedText;
  /** Marked content that draws lines and pictures here; absent where the leaf is the whole page. */
  readonly painted?: readonly string[];
  /** Page number as shown by a reader's program; empty when a side of a booklet does not tell it. */
  readonly label: string;
}

/** Finds the leaf, by its number, that marked content stands on. */
export type LocateContent = (page: number, id: string) => number | undefined;

/** @returns a function of the number of the page's object and the id that `contentId` gives */
export function createLocator(leaves: readonly Leaf[]): LocateContent {
  const byPage = new Map<number, number>();
  const byContent = new Map<string, number>();
  for (const { number, page, text, painted = [] } of leaves) {
    if (byPage.has(page.object))
      for (const id of [...painted, ...text.tagged.keys()]) byContent.set(id, number);
    else byPage.set(page.object, number);
  }
  return (page, id) => byContent.get(id) ?? byPage.get(page);
}

/** The leaf on which a place of a page is; `x` in pt. */
export function findLeaf(leaves: readonly Leaf[], page: PdfPage, x: number): Leaf | undefined {
  const here = leaves.filter((leaf) => leaf.page === page);
  return here.find(({ box }) => x >= box.left && x < box.right) ?? here[0];
}
