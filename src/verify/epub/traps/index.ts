/**
 * Traps of reading systems: what a valid book may hold and some shop or reader refuses, hides or garbles.
 * Each is a file here and a line in this table.
 */
import type { Message } from '../../../model.ts';
import type { EpubReading } from '../read.ts';
import { findContainerFaults, findUnsafeNames } from './container.ts';
import { findDeepContents, findLostEntries } from './contents.ts';
import { findMissingGlyphs } from './glyphs.ts';
import { findBodyIds, findMissingDeclarations, findMissingSources } from './markup.ts';
import { findNoteFaults } from './notes.ts';
import { findUnmarkedNotices } from './notices.ts';
import { findLargeFiles } from './size.ts';
import { findStyleFaults } from './style.ts';
import { findWideTables } from './tables.ts';

/** Looks for one trap; `file` is the path of the e-book, for messages. */
export type FindTrap = (reading: EpubReading, file: string) => readonly Message[];

const traps: readonly FindTrap[] = [
  findContainerFaults,
  findUnsafeNames,
  findMissingDeclarations,
  findBodyIds,
  findMissingSources,
  findDeepContents,
  findLostEntries,
  findStyleFaults,
  findUnmarkedNotices,
  findMissingGlyphs,
  findLargeFiles,
  findNoteFaults,
  findWideTables,
];

/** How many traps are looked for. */
export const trapCount = traps.length;

/** All that reading systems would trip over. */
export function findTraps(reading: EpubReading, file: string): readonly Message[] {
  return traps.flatMap((find) => find(reading, file));
}
