/** The checks that need the tree of a file: each file is judged when it is read, and its tree is dropped. */
import type { Message } from '../../model.ts';
import { type Findings, gather, judge } from '../findings.ts';
import type { SourceEdition } from '../source.ts';
import { openHiding, openListStyle } from './hiding/index.ts';
import { openMarkup } from './markup.ts';
import type { OpenPage } from './page.ts';
import type { EpubFrame, InspectPage } from './read.ts';
import { seekTraps } from './traps/index.ts';
import { openUnread } from './unread.ts';

/** Sees every file of the manifest once, then tells what it found. */
export interface Inspection {
  readonly see: (page: OpenPage) => void;
  /** Markup and style. */
  readonly judgeMarkup: () => Findings;
  /** What reading systems trip over. */
  readonly listTraps: () => readonly Message[];
  /** Text that is shown and not read. */
  readonly listUnread: () => readonly Message[];
}

/** Makes ready to look at the files of a book; `file` is its path, for messages. */
export function openInspection(frame: EpubFrame, edition: SourceEdition, file: string): Inspection {
  let notices = 0;
  const listStyle = openTally(openListStyle(frame, file));
  const markup = openTally(openMarkup(edition, file));
  const hiding = openTally(
    openHiding(frame, file, () => {
      notices += 1;
    }),
  );
  const traps = openTally(seekTraps(frame, file));
  const unread = openTally(openUnread(edition, file));
  let files = 0;
  return {
    see: (page) => {
      files += 1;
      for (const { see } of [listStyle, markup, hiding, traps, unread]) see(page);
    },
    judgeMarkup: () =>
      gather([
        listStyle.messages.length === 0 ? gather([]) : judge('list-numbers', '', listStyle.messages),
        judge('markup', `${files} files`, markup.messages),
        judge('disclaimer-visible', `${notices} files, nothing hides it`, hiding.messages),
      ]),
    listTraps: () => traps.messages,
    listUnread: () => unread.messages,
  };
}

interface Tally {
  readonly see: (page: OpenPage) => void;
  readonly messages: readonly Message[];
}

function openTally(inspect: InspectPage): Tally {
  const messages: Message[] = [];
  return { see: (page) => void messages.push(...inspect(page)), messages };
}
