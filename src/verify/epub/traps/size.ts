/** How large a file of the book may be. */
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import type { EpubReading } from '../read.ts';

/** Bytes unpacked: old readers on Adobe's engine do not open larger files. */
const limit = 300 * 1024;

/** Names the files that such readers would not open. */
export function findLargeFiles({ archive, pages }: EpubReading, file: string): readonly Message[] {
  return [...pages.keys()].flatMap((path) => {
    const bytes = archive.texts.get(path)?.length ?? 0;
    if (bytes <= limit) return [];
    const values = { where: path, kilobytes: Math.ceil(bytes / 1024), most: limit / 1024 };
    return [createMessage('proof-file-large', values, { file })];
  });
}
