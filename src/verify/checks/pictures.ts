/** Every picture of the source is there once, in its place, with its words, and no other picture. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import type { Medium } from '../blocks.ts';
import { fold } from '../fold.ts';
import { matchAt, type Range } from '../match.ts';
import type { SourcePicture } from '../source/pictures.ts';
import type { Alignment, Found } from './align.ts';
import { excerpt } from './describe.ts';
import type { Stretch } from './stretch.ts';

/** A picture of a finished file. */
export interface FoundPicture {
  /** Folded characters of the transcript before it. */
  readonly at: number;
  /** For those who do not see it; empty when they are not told of it. */
  readonly alt: string;
  /** Page and place, or file and element. */
  readonly place: string;
  /** Says what is wrong with the picture itself, as a clause behind “it”; nothing when it is the one of the source. */
  readonly compare: (source: SourcePicture) => string | undefined;
  /** Whether an edition may add it: its words are the edition's own. */
  readonly isLabel?: boolean;
}

/** What the pictures of a segment are held against. */
export interface PictureDemand {
  readonly medium: Medium;
  readonly file: string;
}

/** Where in a transcript a picture may stand: any of these offsets, or anywhere from the first to the last. */
interface Room {
  readonly first: number;
  readonly last: number;
  readonly exactly?: readonly number[];
}

interface Expected {
  readonly picture: SourcePicture;
  readonly room: Room;
}

/**
 * A message for the first picture of a segment that is not as it should be; another one behind it may seem wrong for
 * the same reason.
 * @param sources those of the segment that the file must hold
 * @param found pictures of the stretch, in order
 */
export function checkPictures(
  { segment, transcript, range }: Stretch,
  alignment: Alignment,
  sources: readonly SourcePicture[],
  found: readonly FoundPicture[],
  { medium, file }: PictureDemand,
): Message[] {
  const isBody = new Set(segment.blocks[medium].body);
  const placed = {
    body: alignment.found.filter(({ block }) => isBody.has(block)),
    notes: alignment.found.filter(({ block }) => !isBody.has(block)),
  };
  const expected = sources
    .map((picture): Expected => {
      const blocks = picture.isNote ? placed.notes : placed.body;
      return { picture, room: findRoom(picture, blocks, transcript.text, range) };
    })
    .sort((a, b) => a.room.first - b.room.first);
  let next = 0;
  for (const { picture, room } of expected) {
    const isOwn = (one: FoundPicture) => isIn(one, room) && findFault(one, picture) === undefined;
    while (found[next]?.isLabel && !isOwn(found[next] as FoundPicture)) next += 1;
    const one = found[next];
    next += 1;
    if (one && one.at < room.first) return [tellAdded(one, `“${segment.title}”`, file)];
    const problem = one && isIn(one, room) ? findFault(one, picture) : 'is not there';
    if (problem) return [tell(picture, segment, problem, one?.place ?? 'the end of the chapter', file)];
  }
  const more = found.slice(next).find(({ isLabel }) => !isLabel);
  return more ? [tellAdded(more, `“${segment.title}”`, file)] : [];
}

function isIn({ at }: FoundPicture, { last, exactly }: Room): boolean {
  return at <= last && (exactly === undefined || exactly.includes(at));
}

function findFault(found: FoundPicture, source: SourcePicture): string | undefined {
  const other = found.compare(source);
  if (other) return `is another one: it ${other}`;
  if (fold(found.alt) === fold(source.alt)) return undefined;
  const said = found.alt === '' ? 'nothing' : `“${excerpt(found.alt)}”`;
  return `says ${said} to those who do not see it`;
}

/** In its block, behind the text that it is behind in the source; without text beside it, between its neighbours. */
function findRoom(picture: SourcePicture, blocks: readonly Found[], text: string, range: Range): Room {
  const offset = picture.block?.offset;
  if (offset === undefined) return { first: range.start, last: range.end };
  const next = blocks.findIndex(({ block }) => (block.at?.offset ?? 0) >= offset);
  const previous = blocks[(next === -1 ? blocks.length : next) - 1];
  const first = previous?.at.end ?? range.start;
  const own = blocks[next];
  const end = own && own.at.start >= first ? own.at.start : range.end; // notes may stand in another order
  if (own?.block.at?.offset !== offset) return { first, last: end };
  if (picture.before.length === 0) return { first, last: own.at.start };
  const exactly = matchAt(text, picture.before, own.at.start);
  return { first: own.at.start, last: own.at.end, exactly };
}

function tell(
  { path, shapes, alt, at }: SourcePicture,
  { title, file: source }: Stretch['segment'],
  problem: string,
  where: string,
  file: string,
): Message {
  const picture = path ?? (shapes.length > 0 && alt !== '' ? `“${excerpt(alt)}”` : '<svg>');
  const values = {
    picture,
    chapter: title,
    source: at ? `${source}:${at.line}` : source,
    problem,
    where,
  };
  return createMessage('proof-picture', values, { file });
}

/** The message for a picture that the source does not have. */
export function tellAdded(
  { alt, place }: Pick<FoundPicture, 'alt' | 'place'>,
  chapter: string,
  file: string,
): Message {
  const picture = alt === '' ? 'picture' : `picture “${excerpt(alt)}”`;
  return createMessage('proof-picture-added', { picture, where: place, chapter }, { file });
}
