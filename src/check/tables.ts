/**
 * GFM drops cells beyond the last column in silence (GFM 0.29, 4.10): here they are an error. Tables of more
 * columns than the narrow screens of e-readers hold (kobolabs/epub-spec) are a warning.
 */
import type { Table } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Message, Segment } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { Checked } from './checked.ts';

const mostColumns = 4;

export function checkTables({ edition }: Checked): Message[] {
  return edition.segments.flatMap((segment) => {
    const messages: Message[] = [];
    visit(segment.root, 'table', (table) => {
      messages.push(...checkColumns(table, segment), ...checkRows(table, segment));
    });
    return messages;
  });
}

function checkColumns(table: Table, { file }: Segment): Message[] {
  const columns = table.children[0]?.children.length ?? 0;
  if (columns <= mostColumns) return [];
  const values = { columns, most: mostColumns };
  return [createMessage('table-wide', values, { file, place: table.position })];
}

function checkRows(table: Table, { file }: Segment): Message[] {
  const expected = table.children[0]?.children.length ?? 0;
  return table.children.flatMap(({ children }) => {
    const first = children[expected];
    if (first === undefined) return [];
    const excerpt = children
      .slice(expected)
      .map((cell) => toText(cell))
      .join(' | ');
    const values = { found: children.length, expected, excerpt };
    return [createMessage('table-cells', values, { file, place: first.position })];
  });
}
