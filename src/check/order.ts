/** Front segments first, then chapters, then back; at least one chapter; nothing empty. */
import type { Message, ParsedSegment } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { Checked } from './checked.ts';

const ranks = { front: 0, chapter: 1, back: 2 } as const;

export function checkOrder({ edition }: Checked): Message[] {
  const { segments } = edition;
  const messages = segments.flatMap((segment, index) => [
    ...compare(segment, segments[index - 1]),
    ...findEmpty(segment),
  ]);
  if (segments.some(({ kind }) => kind === 'chapter')) return messages;
  return [...messages, createMessage('chapter-missing', {}, { file: 'edition.yaml' })];
}

function compare(segment: ParsedSegment, previous: ParsedSegment | undefined): Message[] {
  if (!previous || ranks[segment.kind] >= ranks[previous.kind]) return [];
  const values = { kind: segment.kind, name: segment.name, previous: previous.kind };
  return [createMessage('segment-order', values, { file: segment.file, place: { line: 1, column: 1 } })];
}

function findEmpty(segment: ParsedSegment): Message[] {
  if (segment.root.children.some(({ type }) => type !== 'html' && type !== 'definition')) return [];
  if (segment.root.children.some((node) => node.type === 'html' && !node.value.startsWith('<!--'))) return [];
  const where = { file: segment.file, place: { line: 1, column: 1 } };
  return [createMessage('segment-empty', { title: segment.title }, where)];
}
