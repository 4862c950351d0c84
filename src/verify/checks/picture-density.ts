/** Pictures: pixels an inch at the size at which they are printed. */
import type { Picture } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, passWith } from '../findings.ts';
import type { PlacedImage } from '../pdf/images.ts';
import { tellPlace } from '../pdf/place.ts';
import type { PageLayout } from '../pdf/read.ts';

/** Fewer look coarse in print. */
const floor = 150;
/** In pt, 5 mm: smaller ones are ornaments, and no one looks into them. */
const ornament = 14;

interface Seen {
  readonly page: PageLayout;
  readonly image: PlacedImage;
  /** Pixels an inch. */
  readonly density: number;
}

/**
 * Warns of each picture of the edition that is printed too coarse. It is known by its number of pixels; drawings
 * have none.
 */
export function checkDensity(
  pages: readonly PageLayout[],
  pictures: readonly Picture[],
  file: string,
): Findings {
  const seen = pages.flatMap((page) =>
    page.images
      .filter(({ width, height }) => width > ornament && height > ornament)
      .map((image): Seen => ({ page, image, density: densityOf(image) })),
  );
  const warnings = pictures.flatMap((picture) => {
    const own = seen.filter(({ image }) => isOf(picture, image));
    const [coarsest] = [...own].sort((a, b) => a.density - b.density);
    if (coarsest === undefined || Math.round(coarsest.density) >= floor) return [];
    const values = {
      url: picture.path,
      where: tellPlace(coarsest.page, coarsest.image),
      found: Math.round(coarsest.density),
      floor,
      needed: Math.ceil((widthOfText(coarsest) / 72) * floor),
    };
    return [createMessage('picture-density', values, { file })];
  });
  return passWith('picture-density', `${seen.length} pictures of pixels`, warnings);
}

function isOf({ widthPx, heightPx }: Picture, image: PlacedImage): boolean {
  return image.widthPx === widthPx && image.heightPx === heightPx;
}

function densityOf({ widthPx, heightPx, width, height }: PlacedImage): number {
  return 72 * Math.min(widthPx / width, heightPx / height);
}

/** A picture with more pixels is printed wider, until it is as wide as the text. */
function widthOfText({ page, image }: Seen): number {
  const seen = page.runs.filter(({ id, left }) => id !== '' && Number.isFinite(left));
  const left = Math.min(...seen.map((run) => run.left));
  const right = Math.max(...seen.map((run) => run.right));
  return seen.length === 0 ? image.width : Math.max(image.width, right - left);
}
