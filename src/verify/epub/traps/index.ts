/**
 * Traps of reading systems: what a valid book may hold and some shop or reader refuses, hides or garbles.
 * Each is a file here and a line in this table.
 */
import type { Message } from '../../../model.ts';
import type { EpubFrame, EpubReading, InspectPage } from '../read.ts';
import { findContainerFaults, findUnsafeNames } from './container.ts';
import { findDeepContents, findLostEntries } from './contents.ts';
import { seekMissingGlyphs } from './glyphs.ts';
import { seekBodyIds, seekMissingDeclarations, seekMissingSources } from './markup.ts';
import { seekNoteFaults } from './notes.ts';
import { seekUnmarkedNotices } from './notices.ts';
import { findLargeFiles } from './size.ts';
import { findStyleFaults, seekOwnStyle } from './style.ts';
import { seekWideTables } from './tables.ts';

/** Looks for one trap in the whole book; `file` is the path of the e-book, for messages. */
export type FindTrap = (reading: EpubReading, file: string) => readonly Message[];
/** Makes ready to look for one trap in each file. */
export type SeekTrap = (file: string, frame: EpubFrame) => InspectPage;

const inBook: readonly FindTrap[] = [
  findContainerFaults,
  findUnsafeNames,
  findDeepContents,
  findLostEntries,
  findStyleFaults,
  findLargeFiles,
];
const inFiles: readonly SeekTrap[] = [
  seekMissingDeclarations,
  seekBodyIds,
  seekMissingSources,
  seekOwnStyle,
  seekUnmarkedNotices,
  seekMissingGlyphs,
  seekNoteFaults,
  seekWideTables,
];

/** How many traps are looked for. */
export const trapCount = inBook.length + inFiles.length;

/** All that reading systems would trip over in the book as a whole. */
export function findTraps(reading: EpubReading, file: string): readonly Message[] {
  return inBook.flatMap((find) => find(reading, file));
}

/** All that they would trip over in a file. */
export function seekTraps(frame: EpubFrame, file: string): InspectPage {
  const inspectors = inFiles.map((seek) => seek(file, frame));
  return (page) => inspectors.flatMap((inspect) => inspect(page));
}
