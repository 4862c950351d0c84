/** `privacy.json`: hashes of what tells who commented on the source, written by the import and searched at each build. */
import type { Message, Privacy } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { Folder } from './folder.ts';

const name = 'privacy.json';

/** Absent when the content folder has no such file. */
export async function readPrivacy(folder: Folder): Promise<{ privacy?: Privacy; messages: Message[] }> {
  if (!(await folder.list('.')).includes(name)) return { messages: [] };
  const reading = await folder.readText(name);
  if ('message' in reading) return { messages: [reading.message] };
  const privacy = parse(reading.content);
  if (privacy) return { privacy, messages: [] };
  return { messages: [createMessage('privacy-malformed', {}, { file: folder.show(name) })] };
}

function parse(text: string): Privacy | undefined {
  try {
    const { salt, hashes } = JSON.parse(text);
    const lists = Object.entries(hashes as Record<string, unknown>);
    const sound = lists.every(
      ([size, list]) =>
        /^[1-9]\d?$/.test(size) &&
        Array.isArray(list) &&
        list.every((hash) => /^[0-9a-f]{32}$/.test(String(hash))),
    );
    return typeof salt === 'string' && sound ? { salt, hashes } : undefined;
  } catch {
    return undefined;
  }
}
