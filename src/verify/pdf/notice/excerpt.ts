/** Some letters of a disclaimer, for messages. */
import { excerpt } from '../../checks/describe.ts';

/** The first neighbours of which something is so. */
export function excerptOf<Glyph extends { readonly text: string }>(
  glyphs: readonly Glyph[],
  isSo: (glyph: Glyph) => boolean,
): string | undefined {
  const start = glyphs.findIndex(isSo);
  if (start === -1) return undefined;
  const rest = glyphs.slice(start);
  const end = rest.findIndex((glyph) => !isSo(glyph));
  return excerpt((end === -1 ? rest : rest.slice(0, end)).map(({ text }) => text).join(''), 40);
}
