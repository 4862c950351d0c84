/** Whether the fonts that draw text are embedded. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A font that another machine must supply. */
export interface MissingFont {
  readonly name: string;
  readonly page: number;
}

/** What pdf.js tells of a font, as far as it concerns us. */
interface LoadedFont {
  readonly name?: string;
  readonly missingFile?: boolean;
  readonly isType3Font?: boolean;
}

/**
 * Looks at the fonts of a page that were not seen before. A font's file is known only after the page's drawing
 * operators are read, which costs some 5 to 20 ms; so they are read only on a page that brings a new font,
 * a handful in a book.
 * @param seen names of fonts already judged; grows
 */
export async function findMissingFonts(
  page: PDFPageProxy,
  fonts: ReadonlySet<string>,
  seen: Set<string>,
): Promise<MissingFont[]> {
  const fresh = [...fonts].filter((name) => !seen.has(name));
  if (fresh.length === 0) return [];
  for (const name of fresh) seen.add(name);
  await page.getOperatorList();
  return fresh
    .map((name) => ({ id: name, font: loadedFont(page, name) }))
    .filter(({ font }) => font === undefined || (font.missingFile === true && font.isType3Font !== true))
    .map(({ id, font }) => ({ name: font?.name ?? id, page: page.pageNumber }));
}

function loadedFont(page: PDFPageProxy, name: string): LoadedFont | undefined {
  return page.commonObjs.has(name) ? (page.commonObjs.get(name) as LoadedFont) : undefined;
}
