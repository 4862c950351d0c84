/** Containers are known by name; an unknown one would be printed without its meaning. */
import { closest, distance } from 'fastest-levenshtein';
import type { Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Point } from 'unist';
import type { Message, ParsedSegment } from '../model.ts';
import { createMessage, type Where } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

/** Names that may follow `:::`. */
export const containers: readonly string[] = ['warning', 'editor', 'key-points', 'questions', 'medicines'];

/** Rows of a form to write in; more do not fit on two pages. */
const mostRows = 30;

export function checkContainers({ edition }: Checked): Message[] {
  return edition.segments.flatMap(checkSegment);
}

function checkSegment(segment: ParsedSegment): Message[] {
  const messages: Message[] = [];
  visit(segment.root, (node) => {
    if (node.type === 'containerDirective') messages.push(...checkContainer(node, segment));
    if (node.type === 'text') messages.push(...findStray(node, segment));
  });
  return messages;
}

function checkContainer(node: ContainerDirective, { file, text }: ParsedSegment): Message[] {
  const where = { file, place: node.position };
  const name = `:::${node.name}`;
  const unknown = containers.includes(node.name)
    ? []
    : [createMessage('directive-unknown', { name, suggestion: suggest(node.name) }, where)];
  const unclosed = isClosed(node, text) ? [] : [createMessage('container-unclosed', { name }, where)];
  const isForm = node.name === 'medicines';
  const empty = isForm || hasContent(node) ? [] : [createMessage('container-empty', { name }, where)];
  const attributes = Object.keys(node.attributes ?? {})
    .filter((key) => key !== 'id' && !(isForm && key === 'rows'))
    .map((key) =>
      createMessage(
        'container-attribute',
        { key, name, expected: isForm ? '`#id` and `rows`' : '`#id`' },
        where,
      ),
    );
  const rows = isForm ? checkRows(node.attributes?.rows, name, where) : [];
  const label = hasLabel(node) ? [createMessage('container-label', { name }, where)] : [];
  return [...unknown, ...unclosed, ...empty, ...attributes, ...rows, ...label];
}

function checkRows(rows: string | null | undefined, name: string, where: Where): Message[] {
  if (rows === undefined || (/^[1-9]\d?$/.test(rows ?? '') && Number(rows) <= mostRows)) return [];
  return [createMessage('container-rows', { rows: rows ?? '', name, most: mostRows }, where)];
}

function hasLabel({ children: [first] }: ContainerDirective): boolean {
  return first?.data !== undefined && 'directiveLabel' in first.data;
}

/** Something to print: comments and definitions are not. */
function hasContent({ children }: ContainerDirective): boolean {
  return children.some((child) => child.type !== 'html' && child.type !== 'definition');
}

/** A container that nobody ends goes on to the end of what it stands in. */
function isClosed({ position }: ContainerDirective, text: string): boolean {
  const source = text.slice(position?.start.offset, position?.end.offset);
  return /\n[ \t>]*:{3,}[ \t]*$/.test(source);
}

/** `::: warning` and an end without a beginning stay text, and the box they were meant for is missing. */
function findStray(node: Text, { file, text }: ParsedSegment): Message[] {
  const { start, end } = node.position ?? {};
  const source = text.slice(start?.offset, end?.offset);
  return [...source.matchAll(/^[ \t>]*(:{3,}.*)$/gm)].map((match) =>
    createMessage(
      'container-stray',
      { text: match[1] ?? '' },
      { file, place: placeIn(source, match, start) },
    ),
  );
}

function placeIn(source: string, match: RegExpExecArray, start: Point | undefined): Point | undefined {
  if (start === undefined) return undefined;
  const before = source.slice(0, match.index).split('\n').length - 1;
  const indent = match[0].length - (match[1] ?? '').length;
  return { line: start.line + before, column: (before === 0 ? start.column : 1) + indent };
}

function suggest(name: string): string {
  const nearest = closest(name, containers);
  if (distance(name, nearest) <= 3) return `\`:::${nearest}\``;
  return containers.map((known) => `\`:::${known}\``).join(', ');
}
