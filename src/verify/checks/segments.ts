/** The checks that PDF and EPUB share: disclaimers, headings, text and list numbers of every segment. */
import type { Artifact, Message } from '../../model.ts';
import { type Block, type Blocks, flattenBlocks } from '../blocks.ts';
import { type Findings, gather, judge } from '../findings.ts';
import type { Furniture } from '../furniture.ts';
import { listMentions, type Range } from '../match.ts';
import type { Phrase } from '../phrase.ts';
import type { SourceEdition, SourceSegment } from '../source.ts';
import { passageOf } from '../transcript.ts';
import { type Alignment, alignBlocks } from './align.ts';
import { excerpt, type FindBoxes, type NamePlace } from './describe.ts';
import { type InspectNotice, proveChapterDisclaimer } from './disclaimer-chapter.ts';
import { checkHeadings } from './headings.ts';
import { checkNumbers } from './list-numbers.ts';
import { findBelow, type Stretch } from './stretch.ts';
import { findAdditions, tellAddition } from './text-added.ts';
import { checkText } from './text-complete.ts';

/** A finished file in which the segments were looked for. */
export interface Located {
  /** Segments that the file must hold. */
  readonly segments: readonly SourceSegment[];
  /** Those that were found, by `SourceSegment.name`. */
  readonly stretches: ReadonlyMap<string, Stretch>;
  /** The chapter disclaimer. */
  readonly disclaimer: Phrase;
  /** Path of the file, for messages. */
  readonly file: string;
  readonly namePlace: NamePlace;
  readonly furniture: Furniture;
  /** Further demands on the disclaimer's element; absent when there are none. */
  readonly inspectNotice?: InspectNotice;
  /** PDF only. */
  readonly findBoxes?: FindBoxes;
}

/** A disclaimer as one phrase, its blocks in one piece. */
export function flattenDisclaimer(root: SourceEdition['disclaimer']['full']): Phrase {
  const { body, notes } = flattenBlocks(root);
  return [...body, ...notes].flatMap((block) => block.phrase);
}

/** The segments that an artifact must hold: its own chapter, or all. */
export function expectedSegments(
  { kind, chapter }: Artifact,
  { segments }: SourceEdition,
): readonly SourceSegment[] {
  return kind === 'chapter-handout' ? segments.filter((segment) => segment.name === chapter) : segments;
}

/** What was proved, and where the text was found: paragraphs, items and cells, no headings. */
export interface ProvedSegments {
  readonly findings: Findings;
  readonly texts: readonly Range[];
}

/** Proves each segment: one proof for each disclaimer, one for headings, text and numbers of all together. */
export function proveSegments(located: Located): ProvedSegments {
  const { segments, stretches, disclaimer, file, namePlace, inspectNotice, findBoxes } = located;
  const notices = segments.map((segment) =>
    proveChapterDisclaimer(segment, stretches.get(segment.name), {
      phrase: disclaimer,
      file,
      namePlace,
      inspectNotice,
      findBoxes,
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
  const meant: string[] = [];
  const added: Message[] = [];
  for (const stretch of located.stretches.values()) {
    const { blocks } = stretch.segment;
    const alignment = alignSegment(stretch, blocks, located.disclaimer);
    headings.messages.push(...checkHeadings(stretch, blocks.body, located.file, located.namePlace));
    headings.count += countHeadings(blocks.body) + 1;
    texts.messages.push(...checkText(stretch, alignment, located.file, located.namePlace));
    texts.count += alignment.found.length;
    ranges.push(...alignment.found.flatMap(({ block, at }) => (block.level === undefined ? [at] : [])));
    const additions = findAdded(stretch, alignment, located);
    meant.push(...additions.meant);
    if (additions.isWhole) added.push(...additions.messages);
    const checked = checkNumbers(stretch, alignment, located.file, located.namePlace);
    numbers.messages.push(...checked.messages);
    numbers.count += checked.items;
  }
  const places = `${located.stretches.size} of ${located.segments.length} segments`;
  return [
    judge('headings', `${headings.count} headings in ${places}`, headings.messages),
    judge('text-complete', `${texts.count} blocks in ${places}`, texts.messages),
    judge('text-added', nameAdditions(meant), added),
    judge('list-numbers', `${numbers.count} numbered items in ${places}`, numbers.messages),
  ];
}

function alignSegment(stretch: Stretch, blocks: Blocks, disclaimer: Phrase): Alignment {
  const below = findBelow(stretch.transcript, stretch.heading, disclaimer);
  const start = below?.end ?? stretch.range.start;
  return alignBlocks(stretch.transcript, { start, end: stretch.range.end }, blocks);
}

/** When a block or the disclaimer is lost, something seems added in its place: then only the loss is told. */
function findAdded(stretch: Stretch, { found, lost }: Alignment, located: Located) {
  const { transcript, heading, range, segment } = stretch;
  const below = findBelow(transcript, heading, located.disclaimer);
  const texts = [...found.map(({ at }) => at), ...(below ? [below] : [])];
  const name = `\u201c${segment.title}\u201d`;
  const { furniture, file, namePlace } = located;
  const additions = findAdditions({ transcript, range, texts, name }, furniture, file, namePlace);
  const mentions = found.flatMap(({ block, at }) =>
    listMentions(transcript.text, block.phrase, at)
      .filter((text) => !furniture.explains(text, 'numbers'))
      .flatMap((text) => {
        const passage = passageOf(transcript, at.start);
        return passage ? [tellAddition({ text, at: passage }, name, located)] : [];
      }),
  );
  additions.messages.push(...mentions);
  return { ...additions, isWhole: lost === undefined && below !== undefined };
}

const namedAdditions = 12;

/** Labels and lines that an edition adds, the commonest first. */
export function nameAdditions(meant: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of meant) counts.set(excerpt(text, 40), (counts.get(excerpt(text, 40)) ?? 0) + 1);
  const sorted = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([text, count]) => `\u201c${text}\u201d ${count} ×`);
  const more = sorted.length - namedAdditions;
  const list = sorted.slice(0, namedAdditions).join(', ');
  if (sorted.length === 0) return 'nothing';
  return `labels and lines of the edition only: ${list}${more > 0 ? ` and ${more} more` : ''}`;
}

function countHeadings(blocks: readonly Block[]): number {
  return blocks.filter((block) => block.level !== undefined).length;
}
