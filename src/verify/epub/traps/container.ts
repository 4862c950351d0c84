/** The zip itself: its first entry and its names. */
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import type { EpubReading } from '../read.ts';

/** What a local file header is followed by (APPNOTE 6.3.10, section 4.3.7): name, extra field, content. */
const headerBytes = 30;
const start = 'mimetypeapplication/epub+zip';
const safeName = /^[A-Za-z0-9._/-]+$/;

/** `mimetype` comes first, stored, without an extra field: programs know an EPUB by bytes 30 to 57 (OCF 3.3, 4.3). */
export function findContainerFaults({ bytes }: EpubReading, file: string): readonly Message[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isStored = view.getUint16(8, true) === 0;
  const extraBytes = view.getUint16(28, true);
  const head = String.fromCharCode(...bytes.subarray(headerBytes, headerBytes + start.length));
  if (isStored && extraBytes === 0 && head === start) return [];
  return [createMessage('proof-mimetype', {}, { file })];
}

/** Kindle refuses books with blanks or other than ASCII letters in the names of files. */
export function findUnsafeNames({ archive }: EpubReading, file: string): readonly Message[] {
  return [...archive.names]
    .filter((name) => !safeName.test(name))
    .map((name) => createMessage('proof-file-name', { name }, { file }));
}
