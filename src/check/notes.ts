/** Footnotes and link definitions that nothing calls would vanish, and calls without one would print as typed. */
import type { Definition, FootnoteDefinition } from 'mdast';
import type { Message, ParsedSegment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

export function checkNotes({ edition }: Checked): Message[] {
  return edition.segments.flatMap((segment) => [...checkDefinitions(segment), ...checkCalls(segment)]);
}

function checkDefinitions({ root, file }: ParsedSegment): Message[] {
  const called = new Set<string>();
  const seen = new Set<string>();
  const definitions: (FootnoteDefinition | Definition)[] = [];
  visit(root, (node) => {
    if (node.type === 'footnoteReference') called.add(`^${node.identifier}`);
    if (node.type === 'linkReference' || node.type === 'imageReference') called.add(node.identifier);
    if (node.type === 'footnoteDefinition' || node.type === 'definition') definitions.push(node);
  });
  return definitions.flatMap((node) => {
    const key = node.type === 'definition' ? node.identifier : `^${node.identifier}`;
    const values = { label: key };
    const where = { file, place: node.position };
    if (seen.has(key)) return [createMessage('note-duplicate', values, where)];
    seen.add(key);
    return called.has(key) ? [] : [createMessage('note-unused', values, where)];
  });
}

/** `[^x]`, `[words][x]` and `![words][x]` without a definition stay text, as `\[^x]` is meant to. */
function checkCalls({ root, file, text }: ParsedSegment): Message[] {
  const messages: Message[] = [];
  visit(root, 'text', (node) => {
    const typed = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    for (const match of typed.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      messages.push(createMessage('note-missing', { label: `^${match[1]}` }, { file, place: node.position }));
    }
    for (const [call] of typed.matchAll(/(?<!\\)!?(?<!\\)\[[^[\]]+\]\[[^[\]]*\]/g)) {
      messages.push(createMessage('reference-missing', { text: call }, { file, place: node.position }));
    }
  });
  return messages;
}
