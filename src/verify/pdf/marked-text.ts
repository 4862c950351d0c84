/** The text of one page by the marked content that holds it. */
import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';

/** Text by the id that the structure tree names. */
export type TextById = ReadonlyMap<string, string>;

/** A page's text, tagged and untagged, and the fonts that draw it. */
export interface MarkedText {
  readonly tagged: TextById;
  /** What stands outside the structure tree: page margins, decoration. Item by item, in drawing order. */
  readonly untagged: readonly string[];
  /** pdf.js's names, unique in the document. */
  readonly fonts: ReadonlySet<string>;
}

/** Stands for no marked content, in place of an id. */
const outside = '';

/**
 * Sorts a page's text items by marked content. A sequence without an id (Chromium's `Span` around each
 * ligature) belongs to the one around it, or the ligature is lost; an artifact belongs to none.
 */
export function sortMarkedText(content: TextContent): MarkedText {
  const texts = new Map<string, string>();
  const fonts = new Set<string>();
  const untagged: string[] = [];
  const open: string[] = [];
  for (const item of content.items) {
    if ('str' in item) {
      const id = open.at(-1) ?? outside;
      if (id === outside) untagged.push(item.str);
      else texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? '\n' : ''));
      if (item.str.trim() !== '') fonts.add(item.fontName);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(tagOf(item) === 'Artifact' ? outside : (item.id ?? open.at(-1) ?? outside));
  }
  return { tagged: texts, untagged, fonts };
}

/** pdf.js's types leave the tag out. */
function tagOf(item: object): unknown {
  return 'tag' in item ? item.tag : undefined;
}
