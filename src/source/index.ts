/** Content folder → Edition: everything read once, every fault told at once. */
import type { Edition, Message } from '../model.ts';
import { hasErrors } from '../rules.ts';
import { readDisclaimer } from './disclaimer.ts';
import { openFolder } from './folder.ts';
import { defaultLanguage, readMetadata } from './metadata.ts';
import { readPictures } from './pictures.ts';
import { readSegments } from './segments.ts';

export { readTemplates } from './templates.ts';

/** An edition, unless a message refuses it. */
export interface EditionResult {
  readonly edition?: Edition;
  readonly messages: readonly Message[];
}

/**
 * Reads a content folder.
 * @throws MachineError when the folder is not there or may not be read
 */
export async function readEdition(name: string): Promise<EditionResult> {
  const folder = await openFolder(name);
  const metadata = await readMetadata(folder);
  const [disclaimer, segments] = await Promise.all([
    readDisclaimer(folder, metadata.metadata?.language ?? defaultLanguage),
    readSegments(folder, metadata),
  ]);
  const pictures = await readPictures(folder, segments.segments);
  const messages = [metadata, disclaimer, segments, pictures].flatMap((part) => part.messages);
  if (hasErrors(messages) || !metadata.metadata || !disclaimer.disclaimer) return { messages };
  const edition = {
    metadata: metadata.metadata,
    disclaimer: disclaimer.disclaimer,
    segments: segments.segments,
    pictures: pictures.pictures,
  };
  return { edition, messages };
}
