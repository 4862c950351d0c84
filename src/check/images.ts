/**
 * Every picture has words for readers who cannot see it, or is said to be decorative; a caption needs a picture
 * that stands alone.
 */
import type { Definition, Image, ImageReference, Paragraph, Root } from 'mdast';
import type { Message, ParsedSegment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

/** In place of a caption: the picture says nothing that a reader who cannot see it would miss. */
const decorative = 'decorative';

export function checkImages({ edition }: Checked): Message[] {
  return edition.segments.flatMap(checkSegment);
}

function checkSegment({ root, file }: ParsedSegment): Message[] {
  const messages: Message[] = [];
  visit(root, (node, _, parent) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    const where = { file, place: node.position };
    const url = node.type === 'image' ? node.url : node.identifier;
    const title = node.type === 'image' ? node.title : titleOf(node.identifier, root);
    const isDecorative = title === decorative;
    const alt = node.alt?.trim();
    if (!alt && !isDecorative) messages.push(createMessage('image-alt-missing', { url }, where));
    if (alt && isDecorative) messages.push(createMessage('image-decorative', { url, alt }, where));
    if (title && !isDecorative && !standsAlone(node, parent))
      messages.push(createMessage('image-caption-inline', { title }, where));
  });
  return messages;
}

/** The title in the first definition of a label, which is the one that counts. */
function titleOf(identifier: string, root: Root): string | null | undefined {
  let found: Definition | undefined;
  visit(root, 'definition', (node) => {
    if (node.identifier === identifier) found ??= node;
  });
  return found?.title;
}

function standsAlone(image: Image | ImageReference, parent: unknown): boolean {
  const paragraph = parent as Paragraph | undefined;
  return (
    paragraph?.type === 'paragraph' && paragraph.children.length === 1 && paragraph.children[0] === image
  );
}
