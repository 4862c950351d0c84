/** Characters that the fonts of e-readers lack, or that spoil looking up words. */
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import { tellElement } from '../place.ts';
import type { InspectPage } from '../read.ts';
import { findFirst, textOf, type XmlElement } from '../xml.ts';

/**
 * The hooked arrows (Kobo's fonts have none), soft hyphens (they break looking up words), the replacement
 * character, and characters of private use, which only a font of one's own could show.
 * Source: standardebooks/tools, `se_epub_build.py`; kobolabs/epub-spec.
 */
const missing = /[\u00ad\u21a9\u21aa\ufffd\ue000-\uf8ff]/gu;

/** One message for each such character of each file. */
export function seekMissingGlyphs(file: string): InspectPage {
  return ({ page, tree }) => {
    const body = findFirst(tree, 'body') ?? tree;
    return [...new Set(textOf(body).match(missing) ?? [])].map((character): Message => {
      const where = tellElement(page.path, findHolder(body, character));
      return createMessage('proof-glyph', { code: nameOf(character), where }, { file });
    });
  };
}

/** The innermost element that has a character, where it first stands. */
function findHolder(element: XmlElement, character: string): XmlElement {
  const first = element.children.find((child) =>
    (typeof child === 'string' ? child : textOf(child)).includes(character),
  );
  return first === undefined || typeof first === 'string' ? element : findHolder(first, character);
}

function nameOf(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${digits.padStart(4, '0')}`;
}
