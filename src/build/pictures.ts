/** The pictures of an edition, as photocopiers and e-readers show them. */
import { checkGreyscale } from '../check/index.ts';
import { listDrawings } from '../document/index.ts';
import type { Edition, Message, Picture } from '../model.ts';
import type { PrintBrowser } from '../print/index.ts';
import { createMessage } from '../rules.ts';
import type { Composed } from './types.ts';

/** Looks at every picture as a photocopy would show it; the browser decodes them. Without one nothing is printed. */
export async function checkPictures(
  browser: PrintBrowser | undefined,
  { edition, bodies }: Composed,
): Promise<Message[]> {
  if (!browser) return [];
  const files = [...edition.pictures.values()].map(async (picture) =>
    checkGreyscale(await browser.readPicture(picture), picture.path),
  );
  const drawings = listDrawings(bodies).map(async (drawing) =>
    checkGreyscale(await browser.readPicture(drawing), drawing.name, drawing.where),
  );
  return (await Promise.all([...files, ...drawings])).flat();
}

/** The pictures as every e-reader shows them; only the browser can decode WebP. */
export async function makePortable(
  browser: PrintBrowser | undefined,
  { pictures }: Edition,
): Promise<Pick<Edition, 'pictures'> & { readonly messages: readonly Message[] }> {
  const isWebp = ({ mediaType }: Picture) => mediaType === 'image/webp';
  if (!browser) {
    const messages = [...pictures.values()]
      .filter(isWebp)
      .map(({ path }) => createMessage('image-webp', { url: path }, { file: path }));
    return { pictures, messages };
  }
  const portable = [...pictures].map(
    async ([path, picture]) =>
      [path, isWebp(picture) ? await browser.convertPicture(picture) : picture] as const,
  );
  return { pictures: new Map(await Promise.all(portable)), messages: [] };
}
