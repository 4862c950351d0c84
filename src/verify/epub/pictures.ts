/** The pictures of an XHTML file: files and drawings. */
import type { FoundPicture } from '../checks/pictures.ts';
import { resolveHref } from './paths.ts';
import { tellElement } from './place.ts';
import { findFirst, textOf, type XmlElement } from './xml.ts';

/** A picture as a file has it. */
export interface EpubPicture extends Omit<FoundPicture, 'compare'> {
  /** In the archive; absent for a drawing and for an address that leads nowhere. */
  readonly path?: string;
  /** Absent for a file. */
  readonly drawing?: XmlElement;
}

/** Reads a picture. @param around its ancestors, the outermost first */
export function readPicture(
  element: XmlElement,
  at: number,
  from: string,
  around: readonly XmlElement[],
): EpubPicture {
  const { attributes } = element;
  const seen = { at, place: tellElement(from, element, around) };
  const isSilent = attributes['aria-hidden'] === 'true';
  if (element.name === 'svg') {
    const title = findFirst(element, 'title');
    const alt = attributes['aria-label'] ?? (title ? textOf(title) : '');
    return { ...seen, alt: isSilent ? '' : alt, drawing: element };
  }
  // Without `alt`, programs read the name of the file.
  const { src = '', alt = src } = attributes;
  const path = resolveHref(src, from)?.path;
  return { ...seen, alt: isSilent ? '' : alt, ...(path !== undefined && { path }) };
}
