/** What a segment has beside text. */
import type { Root } from 'mdast';
import { type EventListener, tellEvents } from './events.ts';
import { PictureCollector, type SourcePicture } from './pictures.ts';
import { type SourceTable, TableCollector } from './tables.ts';

/** Pictures and tables of a segment, in the order in which they are written. */
export interface SourceParts {
  readonly pictures: readonly SourcePicture[];
  readonly tables: readonly SourceTable[];
}

/** Takes pictures and tables from a segment's tree. */
export function collectParts(root: Root): SourceParts {
  const pictures = new PictureCollector();
  const tables = new TableCollector();
  const both: EventListener = {
    beginBlock: (at, isNote) => {
      pictures.beginBlock(at, isNote);
      tables.beginBlock(at, isNote);
    },
    open: (name, attributes, at) => {
      pictures.open(name, attributes, at);
      tables.open(name, attributes, at);
    },
    close: (name) => {
      pictures.close(name);
      tables.close(name);
    },
    add: (part) => {
      pictures.add(part);
      tables.add(part);
    },
    whisper: (text) => pictures.whisper(text),
    show: (picture, at) => pictures.show(picture, at),
    label: () => tables.label(),
  };
  tellEvents(root, both);
  return { pictures: pictures.pictures, tables: tables.tables };
}
