/** Containers are known by name; an unknown one would be printed without its meaning. */
import { closest, distance } from 'fastest-levenshtein';
import { visit } from 'unist-util-visit';
import type { Message, Segment } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { Checked } from './index.ts';

/** Names that may follow `:::`. */
export const containers: readonly string[] = ['warning', 'editor', 'key-points', 'questions'];

export function checkContainers({ edition }: Checked): Message[] {
  return edition.segments.flatMap(checkSegment);
}

function checkSegment({ root, file }: Segment): Message[] {
  const messages: Message[] = [];
  visit(root, 'containerDirective', (node) => {
    const where = { file, place: node.position };
    if (!containers.includes(node.name)) {
      messages.push(
        createMessage(
          'directive-unknown',
          { name: `:::${node.name}`, suggestion: suggest(node.name) },
          where,
        ),
      );
    }
    if (node.children.length === 0)
      messages.push(createMessage('container-empty', { name: `:::${node.name}` }, where));
    for (const key of Object.keys(node.attributes ?? {})) {
      if (key !== 'id')
        messages.push(createMessage('container-attribute', { key, name: `:::${node.name}` }, where));
    }
    if (node.children[0]?.data && 'directiveLabel' in node.children[0].data) {
      messages.push(createMessage('container-label', { name: `:::${node.name}` }, where));
    }
  });
  return messages;
}

function suggest(name: string): string {
  const nearest = closest(name, containers);
  if (distance(name, nearest) <= 3) return `\`:::${nearest}\``;
  return containers.map((known) => `\`:::${known}\``).join(', ');
}
