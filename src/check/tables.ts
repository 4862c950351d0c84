/**
 * GFM drops cells beyond the last column in silence (GFM 0.29, 4.10): here they are an error, and so are tables
 * of more columns than print can hold.
 */
import type { Table } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import type { Message, ParsedSegment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

/** On a page of A5 more than these leave no room for a word. */
const mostInPrint = 6;

export function checkTables({ edition }: Checked): Message[] {
  return edition.segments.flatMap((segment) => {
    const messages: Message[] = [];
    visit(segment.root, 'table', (table) => {
      messages.push(...checkColumns(table, segment), ...checkRows(table, segment));
    });
    return messages;
  });
}

function checkColumns(table: Table, { file }: ParsedSegment): Message[] {
  const columns = table.children[0]?.children.length ?? 0;
  if (columns <= mostInPrint) return [];
  const values = { found: columns, limit: mostInPrint };
  return [createMessage('table-columns', values, { file, place: table.position })];
}

function checkRows(table: Table, { file }: ParsedSegment): Message[] {
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
