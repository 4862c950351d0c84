/** Raw HTML must close what it opens: an open `<s>` would strike through the rest of the segment. */
import type { Html } from 'mdast';
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import { foreignElements, safeHtml } from './safety.ts';
import { findTags, hasOpenComment } from './tags.ts';

/** Elements without an end tag, and those whose end tag may be left out (HTML, 13.1.2.4). */
const open = /^(br|hr|img|input|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot)$/;

const known = new Set(safeHtml.tagNames?.map((name) => name.toLowerCase()));
const foreign = new Set(foreignElements.map((name) => name.toLowerCase()));

interface Opened {
  readonly name: string;
  readonly node: Html;
}

/** Tells end tags without a start, and start tags without an end, over all the raw HTML of a file. */
export function findUnbalanced(written: readonly Html[], file: string): Message[] {
  const opened: Opened[] = [];
  const messages: Message[] = [];
  const tell = (node: Html, tag: string, other: string) =>
    messages.push(createMessage('html-unbalanced', { tag, other }, { file, place: node.position }));
  for (const node of written) {
    if (hasOpenComment(node.value)) tell(node, '<!--', '-->');
    for (const { name, kind, isClosed } of findTags(node.value)) {
      if (open.test(name) || !known.has(name) || (isClosed && foreign.has(name))) continue;
      if (kind === 'start') opened.push({ name, node });
      else if (!close(opened, name)) tell(node, `</${name}>`, `<${name}>`);
    }
  }
  for (const { name, node } of opened) tell(node, `<${name}>`, `</${name}>`);
  return messages;
}

function close(opened: Opened[], name: string): boolean {
  const index = opened.findLastIndex((candidate) => candidate.name === name);
  if (index < 0) return false;
  opened.splice(index, 1);
  return true;
}
