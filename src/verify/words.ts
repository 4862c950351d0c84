/** Words are apart in a finished file where they are apart in the source, and one where they are one. */
import { placeParts, type Range } from './match.ts';
import type { Phrase } from './phrase.ts';
import { forEachJoint, joint, unspaced } from './spacing.ts';
import type { Transcript } from './transcript.ts';

/** A place where the words of a phrase are not those of the source. */
export interface ChangedWords {
  /** The words around it, without what may look otherwise in a file: as they stand there, and as they should. */
  readonly found: string;
  readonly expected: string;
  /** In the transcript's text. */
  readonly at: number;
}

/** Letters of the longest word that stays whole: a longer one may be too long for its line, as addresses are. */
const longestWhole = 11;
/** A line may end behind these (Unicode Standard Annex 14), and before a long dash. */
const endsLine = /[-\u2013\u2014\u058a\u05be/\\|?!\u2026}&=_~+]/u;
const endsNumberLine = /[-\u2013\u2014/]/u;
const pictograph = /\p{Extended_Pictographic}/u;

/** What the source says of the places between letters: kinds of joints by place in the transcript, ascending. */
type Wanted = ReadonlyMap<number, number>;

/** How the words of a text that is proved as a whole are changed. */
export function tellWords({ found, expected }: ChangedWords): string {
  return `its words are changed, found \u201c${found}\u201d, expected \u201c${expected}\u201d`;
}

/** The first place where a phrase that was found has its white space otherwise than the source; undefined when none. */
export function findChangedWords(
  { text, joints }: Pick<Transcript, 'text' | 'joints'>,
  phrase: Phrase,
  range: Range,
): ChangedWords | undefined {
  const [first] = phrase;
  if (phrase.length === 1 && first && joints.equal(range.start, first)) return undefined;
  const isPlain = phrase.length === 1 && first?.after.kind === 'none';
  const places = isPlain ? [range] : placeParts(text, phrase, range);
  const wanted = listWanted(phrase, places);
  const found = new Map(joints.between(range.start, range.end));
  const added = listAdded(places, range);
  const isBetween = (at: number) => at > range.start && at < range.end;
  const judged = (at: number) => isBetween(at) && !added.some(({ start, end }) => at >= start && at < end);
  for (const at of [...new Set([...wanted.keys(), ...found.keys()])].sort((a, b) => a - b))
    if (judged(at) && !isAlike(text, wanted, at, found.get(at) ?? 0, range))
      return describe(text, wanted, at, range);
  return undefined;
}

/** Stretches that the file adds behind parts: the sign of a note, an address. */
function listAdded(places: readonly Range[], range: Range): Range[] {
  return places.flatMap(({ end }, index) => {
    const next = places[index + 1]?.start ?? range.end;
    return next > end ? [{ start: end, end: next }] : [];
  });
}

function listWanted(phrase: Phrase, places: readonly Range[]): Wanted {
  const wanted = new Map<number, number>();
  const add = (at: number, kind: number) => wanted.set(at, (wanted.get(at) ?? 0) | kind);
  for (const [index, { spacing, text }] of phrase.entries()) {
    const place = places[index];
    if (!place) continue;
    const next = places[index + 1];
    if (next && next.start > place.end) add(next.start, joint.unclear);
    forEachJoint(spacing, (at, kind) => {
      // White space before what is added must be found behind it, where the text goes on; but not that before a picture.
      const closing = next && text !== '' && (kind & joint.unclear) === 0 ? next.start : place.end;
      add(at < text.length ? place.start + at : closing, kind);
    });
  }
  return wanted;
}

function isApart(kind: number): boolean {
  return (kind & (joint.space | joint.lineEnd)) !== 0;
}

/** Whether what is found between two letters may stand for what the source has there. */
function isAlike(text: string, wanted: Wanted, at: number, found: number, range: Range): boolean {
  const kind = wanted.get(at) ?? 0;
  if (isApart(kind)) return isApart(found) && (found & joint.unclear) === 0;
  if ((kind & joint.unclear) !== 0) return true;
  if ((found & joint.unclear) !== 0) return false;
  if (!isApart(found)) return true;
  if ((found & joint.lineEnd) === 0) return false;
  return (
    (kind & joint.hyphen) !== 0 || mayEndLine(text, at) || lengthAround(wanted, at, range) > longestWhole
  );
}

/** Whether a line may end between two letters of a word. */
function mayEndLine(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (unspaced.test(text.slice(Math.max(0, at - 2), at + 2))) return true;
  if (/\p{N}/u.test(after)) return endsNumberLine.test(before);
  return (
    endsLine.test(before) || after === '\u2014' || pictograph.test(text.slice(Math.max(0, at - 2), at + 2))
  );
}

/** The words of the source in a range, whatever the source has at one place in it: where each begins, and the end. */
function listBounds(wanted: Wanted, at: number, { start, end }: Range): number[] {
  const apart = [...wanted].flatMap(([place, kind]) => (isApart(kind) && place !== at ? [place] : []));
  const inside = apart.filter((place) => place > start && place < end).sort((a, b) => a - b);
  return [start, ...inside, end];
}

function lengthAround(wanted: Wanted, at: number, range: Range): number {
  const bounds = listBounds(wanted, at, range);
  const last = bounds.findIndex((bound) => bound > at);
  return (bounds[last] ?? range.end) - (bounds[last - 1] ?? range.start);
}

/** With a word before and a word behind: "take 5 0 mg". */
function describe(text: string, wanted: Wanted, at: number, range: Range): ChangedWords {
  const bounds = listBounds(wanted, at, range);
  const last = bounds.findIndex((bound) => bound > at);
  const near = bounds.slice(Math.max(0, last - 2), last + 2);
  const show = (places: readonly number[]) =>
    places
      .map((place, index) => text.slice(place, places[index + 1] ?? place))
      .join(' ')
      .trim();
  const apart = show([...near, at].sort((a, b) => a - b));
  const joined = show(near);
  const isOne = !isApart(wanted.get(at) ?? 0);
  return { at, found: isOne ? apart : joined, expected: isOne ? joined : apart };
}
