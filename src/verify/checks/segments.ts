/** The checks that PDF and EPUB share: disclaimers, headings, text and list numbers of every segment. */
import type { Artifact, Edition, Message, Segment } from '../../model.ts';
import { type Block, type Blocks, flattenBlocks } from '../blocks.ts';
import { type Findings, gather, judge } from '../findings.ts';
import type { Range } from '../match.ts';
import type { Phrase } from '../phrase.ts';
import { type Alignment, alignBlocks } from './align.ts';
import type { NamePlace } from './describe.ts';
import { type InspectNotice, proveChapterDisclaimer } from './disclaimer-chapter.ts';
import { checkHeadings } from './headings.ts';
import { checkNumbers } from './list-numbers.ts';
import { findBelow, type Stretch } from './stretch.ts';
import { checkText } from './text-complete.ts';

/** A finished file in which the segments were looked for. */
export interface Located {
  /** Segments that the file must hold. */
  readonly segments: readonly Segment[];
  /** Those that were found, by `Segment.name`. */
  readonly stretches: ReadonlyMap<string, Stretch>;
  /** The chapter disclaimer. */
  readonly disclaimer: Phrase;
  /** Path of the file, for messages. */
  readonly file: string;
  readonly namePlace: NamePlace;
  /** Further demands on the disclaimer's element; absent when there are none. */
  readonly inspectNotice?: InspectNotice;
}

/** A disclaimer as one phrase, its blocks in one piece. */
export function flattenDisclaimer(root: Edition['disclaimer']['full']): Phrase {
  const { body, notes } = flattenBlocks(root);
  return [...body, ...notes].flatMap((block) => block.phrase);
}

/** The segments that an artifact must hold: its own chapter, or all. */
export function expectedSegments({ kind, chapter }: Artifact, { segments }: Edition): readonly Segment[] {
  return kind === 'chapter-handout' ? segments.filter((segment) => segment.name === chapter) : segments;
}

/** What was proved, and where the text was found: paragraphs, items and cells, no headings. */
export interface ProvedSegments {
  readonly findings: Findings;
  readonly texts: readonly Range[];
}

/** Proves each segment: one proof for each disclaimer, one for headings, text and numbers of all together. */
export function proveSegments(located: Located): ProvedSegments {
  const { segments, stretches, disclaimer, file, namePlace, inspectNotice } = located;
  const notices = segments.map((segment) =>
    proveChapterDisclaimer(segment, stretches.get(segment.name), {
      phrase: disclaimer,
      file,
      namePlace,
      inspectNotice,
    }),
  );
  const texts: Range[] = [];
  return { findings: gather([...notices, ...proveTexts(located, texts)]), texts };
}

interface Tally {
  readonly messages: Message[];
  count: number;
}

function proveTexts(located: Located, ranges: Range[]): Findings[] {
  const headings: Tally = { messages: [], count: 0 };
  const texts: Tally = { messages: [], count: 0 };
  const numbers: Tally = { messages: [], count: 0 };
  for (const stretch of located.stretches.values()) {
    const blocks = flattenBlocks(stretch.segment.root);
    const alignment = alignSegment(stretch, blocks, located.disclaimer);
    headings.messages.push(...checkHeadings(stretch, blocks.body, located.file));
    headings.count += countHeadings(blocks.body) + 1;
    texts.messages.push(...checkText(stretch, alignment, located.file, located.namePlace));
    texts.count += alignment.found.length;
    ranges.push(...alignment.found.flatMap(({ block, at }) => (block.level === undefined ? [at] : [])));
    const checked = checkNumbers(stretch, alignment, located.file, located.namePlace);
    numbers.messages.push(...checked.messages);
    numbers.count += checked.items;
  }
  const places = `${located.stretches.size} of ${located.segments.length} segments`;
  return [
    judge('headings', `${headings.count} headings in ${places}`, headings.messages),
    judge('text-complete', `${texts.count} blocks in ${places}`, texts.messages),
    judge('list-numbers', `${numbers.count} numbered items in ${places}`, numbers.messages),
  ];
}

function alignSegment(stretch: Stretch, blocks: Blocks, disclaimer: Phrase): Alignment {
  const below = findBelow(stretch.transcript, stretch.heading, disclaimer);
  const start = below?.end ?? stretch.range.start;
  return alignBlocks(stretch.transcript, { start, end: stretch.range.end }, blocks);
}

function countHeadings(blocks: readonly Block[]): number {
  return blocks.filter((block) => block.level !== undefined).length;
}
