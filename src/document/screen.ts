/** Tables on the screens of telephones and e-readers, which cut off what is too wide: there is no scrolling sideways. */
import type { Element } from 'hast';
import { visit } from '../visit.ts';
import { fitTables, type Room } from './tables/fit.ts';
import type { Words } from './words.ts';

/**
 * A telephone 360 px wide with margins of 30 px, at twice the usual size of type, which a table must bear too
 * (WCAG 2.2, 1.4.4): in ems of 32 px. Cells have half an em on either side and a line: `templates/ebook/style.css`.
 */
const room: Room = { width: 300 / 32, smallest: 1, gap: { usual: 1.05, narrow: 1.05 } };

/** What a row of a table or a part of it is, in the terms of WAI-ARIA 1.2. */
const roles: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tfoot: 'rowgroup',
  tr: 'row',
  td: 'cell',
};

/** Sets every table that may not fit as records; each stays a table to a screen reader. */
export function fitOnScreen(content: Element, words: Words): void {
  fitTables(content, room, words);
  visit(content, 'element', (table) => {
    if (table.tagName === 'table' && isRecords(table)) keepRoles(table);
  });
}

function isRecords({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('records');
}

/** A style that lays out rows and cells as blocks takes their roles away, unless they are written down. */
function keepRoles(table: Element): void {
  visit(table, 'element', (element) => {
    if (element.tagName === 'th')
      element.properties.role = isRowHeader(element) ? 'rowheader' : 'columnheader';
    const role = roles[element.tagName];
    if (role) element.properties.role = role;
  });
}

function isRowHeader({ properties }: Element): boolean {
  const { className, scope } = properties;
  return (
    scope === 'row' || scope === 'rowgroup' || (Array.isArray(className) && className.includes('record'))
  );
}
