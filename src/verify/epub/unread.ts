/**
 * Text that a screen may show although the proof does not read it with the rest, because assistive technology
 * passes over it or a browser shows something else in its place.
 */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { fold } from '../fold.ts';
import { type Furniture, openFurniture } from '../furniture.ts';
import type { SourceEdition } from '../source.ts';
import type { Unread, XhtmlPage } from './page.ts';
import { tellElement } from './place.ts';
import type { InspectPage } from './read.ts';
import { nameCells } from './table.ts';
import { tokens, type XmlElement } from './xml.ts';

/** What no reader shows as text in any case: names of drawings, scripts and styles. */
const never: ReadonlySet<string> = new Set('head script style template title desc metadata'.split(' '));

/** A message for each that is neither the name of a cell's column nor, in a hidden list of places, a line of the edition. */
export function openUnread(edition: SourceEdition, file: string): InspectPage {
  const furniture = openFurniture(edition);
  return ({ page, unread }) =>
    unread.filter((it) => !isExplained(it, furniture)).map((it) => tell(page, it, file));
}

function isExplained({ element, around }: Unread, furniture: Furniture): boolean {
  const text = shownText(element);
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  const isPlaces = element.name === 'nav' && element.attributes.hidden !== undefined;
  if (isPlaces && !tokens(element, 'epub:type').includes('toc'))
    return listTexts(element).every((piece) => furniture.explains(fold(piece), 'numbers'));
  return namesCell(fold(text), around);
}

/** Before a cell's text, the name of its column with a colon. */
function namesCell(text: string, around: readonly XmlElement[]): boolean {
  const table = around.findLast(({ name }) => name === 'table');
  const cell = around.findLast(({ name }) => name === 'td' || name === 'th');
  if (!table || !cell) return false;
  return nameCells(table).get(cell) === text.replace(/[:\uff1a]$/u, '');
}

function shownText(element: XmlElement): string {
  return listTexts(element).join('');
}

function listTexts({ name, children }: XmlElement): string[] {
  if (never.has(name)) return [];
  return children.flatMap((child) => (typeof child === 'string' ? [child] : listTexts(child)));
}

function tell({ path }: XhtmlPage, { element, around }: Unread, file: string): Message {
  const values = {
    excerpt: excerpt(shownText(element)),
    where: tellElement(path, element, around),
    chapter: 'what is hidden from screen readers',
  };
  return createMessage('proof-text-added', values, { file });
}
