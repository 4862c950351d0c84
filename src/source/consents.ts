/** Segments with words of a reader name a consent record: `consents/ID.yaml`. A changed text voids it. */
import { createHash } from 'node:crypto';
import type { Consent, Message, Segment } from '../model.ts';
import { createMessage } from '../rules.ts';
import schema from './consent.schema.json' with { type: 'json' };
import type { Folder } from './folder.ts';
import { readYaml } from './yaml.ts';

/** Consents that hold, by name of segment. */
export interface ConsentsResult {
  readonly consents: ReadonlyMap<string, Consent>;
  readonly messages: readonly Message[];
}

/** Reads the records that segments name. */
export async function readConsents(folder: Folder, segments: readonly Segment[]): Promise<ConsentsResult> {
  const consents = new Map<string, Consent>();
  const messages: Message[] = [];
  for (const segment of segments) {
    if (segment.consent === undefined) continue;
    const found = await readConsent(folder, segment, segment.consent);
    messages.push(...found.messages);
    if (found.consent) consents.set(segment.name, found.consent);
  }
  return { consents, messages };
}

async function readConsent(
  folder: Folder,
  segment: Segment,
  id: string,
): Promise<{ consent?: Consent; messages: readonly Message[] }> {
  const path = `consents/${id}.yaml`;
  const reading = await folder.readText(path);
  if ('message' in reading) return { messages: [reading.message] };
  const source = { file: folder.show(path), text: reading.content, firstLine: 1 };
  const { value, messages } = readYaml<Consent>(source, schema);
  if (!value) return { messages };
  const found = hashText(segment.text);
  if (found === value.sha256) return { consent: value, messages };
  const where = { file: segment.file, place: { line: 1, column: 1 } };
  return { messages: [...messages, createMessage('consent-void', { id, found }, where)] };
}

/** Of the text below the front matter, with single spaces: line ends and empty lines do not matter. */
function hashText(text: string): string {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  const words = body.split(/\s+/u).filter((word) => word !== '');
  return createHash('sha256').update(words.join(' ')).digest('hex');
}
