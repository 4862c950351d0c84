/** The checks that PDF and EPUB share: disclaimers, headings, text and list numbers of every segment. */
import type { Artifact, Message } from '../../model.ts';
import { type Block, type Blocks, flattenBlocks, type Medium } from '../blocks.ts';
import { type Findings, gather, judge } from '../findings.ts';
import type { Furniture } from '../furniture.ts';
import { listMentions, type Range } from '../match.ts';
import { joinPhrases, type Phrase } from '../phrase.ts';
import type { SourceEdition, SourceSegment } from '../source.ts';
import { passageOf } from '../transcript.ts';
import { checkAddresses } from './addresses.ts';
import { type Alignment, alignBlocks } from './align.ts';
import { excerpt, type FindBoxes, type NamePlace } from './describe.ts';
import { type InspectNotice, proveChapterDisclaimer } from './disclaimer-chapter.ts';
import { checkHeadings } from './headings.ts';
import { checkNumbers } from './list-numbers.ts';
import { checkPictures, type FoundPicture } from './pictures.ts';
import { findBelow, type Stretch } from './stretch.ts';
import { checkTables, type FoundTable } from './tables.ts';
import { findAdditions, tellAddition } from './text-added.ts';
import { checkText } from './text-complete.ts';

/** What is looked for in every segment's stretch of a file, and how to speak of it. */
export interface SegmentDemand {
  readonly medium: Medium;
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
  readonly parts: FoundParts;
}

/** What a file has beside text, in reading order. */
export interface FoundParts {
  readonly pictures: readonly FoundPicture[];
  readonly tables: readonly FoundTable[];
  /** Whether decorative pictures are among them; a PDF does not tag them. */
  readonly hasDecorative: boolean;
}

/** A finished file in which the segments were looked for. */
export interface Located extends SegmentDemand {
  /** Segments that the file must hold. */
  readonly segments: readonly SourceSegment[];
  /** Those that were found, by `SourceSegment.name`. */
  readonly stretches: ReadonlyMap<string, Stretch>;
}

const known = new WeakMap<SourceEdition['disclaimer']['full'], Phrase>();

/** A disclaimer as one phrase, its blocks in one piece; taken from its tree once. */
export function flattenDisclaimer(root: SourceEdition['disclaimer']['full']): Phrase {
  const phrase = known.get(root) ?? joinBlocks(flattenBlocks(root, 'paper'));
  known.set(root, phrase);
  return phrase;
}

function joinBlocks({ body, notes }: Blocks): Phrase {
  return joinPhrases([...body, ...notes].map(({ phrase }) => phrase));
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

/** What was found of one segment. */
export interface SegmentFindings {
  readonly notice: Findings;
  /** Absent when its heading was not found. */
  readonly text?: TextFindings;
}

interface Tally {
  readonly messages: readonly Message[];
  readonly count: number;
}

interface TextFindings {
  readonly headings: Tally;
  readonly texts: Tally;
  readonly numbers: Tally;
  readonly pictures: Tally;
  readonly tables: Tally;
  /** Additions that were meant. */
  readonly meant: readonly string[];
  readonly added: readonly Message[];
  readonly ranges: readonly Range[];
}

/** Proves each segment: one proof for each disclaimer, one for headings, text and numbers of all together. */
export function proveSegments(located: Located): ProvedSegments {
  const { segments, stretches } = located;
  return gatherSegments(segments.map((it) => proveSegment(it, stretches.get(it.name), located)));
}

/** @param stretch undefined when the segment's heading was not found */
export function proveSegment(
  segment: SourceSegment,
  stretch: Stretch | undefined,
  demand: SegmentDemand,
): SegmentFindings {
  const { disclaimer: phrase, file, namePlace, inspectNotice, findBoxes } = demand;
  const notice = proveChapterDisclaimer(segment, stretch, {
    phrase,
    file,
    namePlace,
    inspectNotice,
    findBoxes,
  });
  return { notice, ...(stretch && { text: proveText(stretch, demand) }) };
}

function proveText(stretch: Stretch, demand: SegmentDemand): TextFindings {
  const { medium, file, namePlace } = demand;
  const blocks = stretch.segment.blocks[medium];
  const alignment = alignSegment(stretch, blocks, demand.disclaimer);
  const additions = findAdded(stretch, alignment, demand);
  const { messages, items } = checkNumbers(stretch, alignment, file, namePlace);
  const addresses = medium === 'paper' ? checkAddresses(stretch, alignment, file, namePlace) : [];
  return {
    headings: {
      messages: checkHeadings(stretch, blocks.body, file, namePlace),
      count: countHeadings(blocks.body) + 1,
    },
    texts: {
      messages: [...checkText(stretch, alignment, file, namePlace), ...addresses],
      count: alignment.found.length,
    },
    numbers: { messages, count: items },
    ...proveParts(stretch, alignment, demand),
    meant: additions.meant,
    added: additions.isWhole ? additions.messages : [],
    ranges: alignment.found.flatMap(({ block, at }) => (block.level === undefined ? [at] : [])),
  };
}

/** While a block is lost, nobody knows what stands beside what. */
function proveParts(
  stretch: Stretch,
  alignment: Alignment,
  demand: SegmentDemand,
): Pick<TextFindings, 'pictures' | 'tables'> {
  const { segment, range } = stretch;
  const isHere = (at: number) => at >= range.start && at <= range.end;
  const pictures = demand.parts.pictures.filter(({ at }) => isHere(at));
  const tables = demand.parts.tables.filter((table) => isHere(table.range.start));
  const isWhole = alignment.lost === undefined;
  const { hasDecorative } = demand.parts;
  const expected = segment.pictures.filter(({ alt }) => hasDecorative || alt.trim() !== '');
  return {
    pictures: {
      messages: isWhole ? checkPictures(stretch, alignment, expected, pictures, demand) : [],
      count: segment.pictures.length,
    },
    tables: { messages: isWhole ? checkTables(stretch, tables, demand) : [], count: segment.tables.length },
  };
}

type Counted = 'headings' | 'texts' | 'numbers' | 'pictures' | 'tables';

/** Puts together what was found of the segments, in reading order. */
export function gatherSegments(all: readonly SegmentFindings[]): ProvedSegments {
  const found = all.flatMap(({ text }) => text ?? []);
  const places = `${found.length} of ${all.length} segments`;
  const total = (name: Counted) => found.reduce((sum, text) => sum + text[name].count, 0);
  const told = (name: Counted) => found.flatMap((text) => text[name].messages);
  const findings = gather([
    ...all.map(({ notice }) => notice),
    judge('headings', `${total('headings')} headings in ${places}`, told('headings')),
    judge('text-complete', `${total('texts')} blocks in ${places}`, told('texts')),
    judge(
      'text-added',
      nameAdditions(found.flatMap(({ meant }) => meant)),
      found.flatMap(({ added }) => added),
    ),
    judge('list-numbers', `${total('numbers')} numbered items in ${places}`, told('numbers')),
    judge('pictures', `${total('pictures')} pictures in ${places}`, told('pictures')),
    judge('tables', `${total('tables')} tables in ${places}`, told('tables')),
  ]);
  return { findings, texts: found.flatMap(({ ranges }) => ranges) };
}

function alignSegment(stretch: Stretch, blocks: Blocks, disclaimer: Phrase): Alignment {
  const below = findBelow(stretch.transcript, stretch.heading, disclaimer);
  const start = below?.end ?? stretch.range.start;
  return alignBlocks(stretch.transcript, { start, end: stretch.range.end }, blocks);
}

/** When a block or the disclaimer is lost, something seems added in its place: then only the loss is told. */
function findAdded(stretch: Stretch, { found, lost }: Alignment, located: SegmentDemand) {
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
