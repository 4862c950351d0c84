/** Marked content: what holds it, which way its text is drawn, and the text that stands for it. */
import { isRightToLeft } from './bidi.ts';
import { isText, type Operand } from './tokens.ts';

/** Marked content that is open. */
export interface Mark {
  /** What its text belongs to. */
  readonly id: string;
  /** Its glyphs are drawn in the wrong order for reading (ISO 32000-1, 14.8.2.3.3). */
  readonly isReversed: boolean;
  readonly actual?: Actual;
}

/** What a text that stands for another one says, and what is drawn there. */
export interface Substitute {
  readonly said: string;
  readonly drawn: string;
  /** Of the marked content. */
  readonly ids: ReadonlySet<string>;
}

/** A text that stands for what is drawn (ISO 32000-1, 14.9.4). */
export interface Actual {
  readonly text: string;
  /** Text of the glyphs so far. */
  drawn: string;
  /** Whether one of them is the box for what the font lacks. */
  isLacking: boolean;
  glyphs: number;
}

/** Opens a mark inside another; of two texts that stand for the same glyphs the outer one counts. */
export function openMark(
  name: string,
  properties: Operand | undefined,
  id: string,
  around: Mark | undefined,
): Mark {
  const isReversed = name === 'ReversedChars' || around?.isReversed === true;
  if (around?.actual) return { id, isReversed, actual: around.actual };
  const text = readActualText(properties);
  return {
    id,
    isReversed,
    ...(text !== undefined && { actual: { text, drawn: '', isLacking: false, glyphs: 0 } }),
  };
}

/**
 * The text of the glyphs counts, for they are what is seen; unless the font does not tell it, or it runs from
 * right to left: there letters are drawn in parts, and brackets as their mirror images.
 */
export function chooseText({ text, drawn, isLacking }: Actual): string {
  if (isLacking) return '\uFFFD';
  const counts = isRightToLeft(text) || drawn.includes('\uFFFD') || isMirror(text, drawn);
  return counts ? text : drawn;
}

/** Whether one bracket or the like is drawn as its mirror image; undefined for other texts. */
export function findMirrored(text: string, actual: Actual | undefined): boolean | undefined {
  if (!isBracket(text)) return undefined;
  return actual !== undefined && isMirror(text, actual.drawn);
}

function isMirror(text: string, drawn: string): boolean {
  return isBracket(text) && isBracket(drawn) && text !== drawn;
}

/** One sign that has a mirror image. */
function isBracket(text: string): boolean {
  if (text.length > longestSign) return false;
  const known = brackets.get(text);
  if (known !== undefined) return known;
  const found = /^\p{Bidi_Mirrored}$/u.test(text);
  brackets.set(text, found);
  return found;
}

/** One character has at most so many UTF-16 units. */
const longestSign = 2;
/** The same few signs are asked about again and again. */
const brackets = new Map<string, boolean>();

/** In UTF-16 with its byte order mark or, as Chromium writes ASCII, without (ISO 32000-1, 7.9.2.2). */
function readActualText(properties: Operand | undefined): string | undefined {
  const text = properties instanceof Map ? properties.get('ActualText') : undefined;
  if (!isText(text)) return undefined;
  if (text.bytes[0] !== 0xfe || text.bytes[1] !== 0xff) return String.fromCharCode(...text.bytes);
  return new TextDecoder('utf-16be').decode(text.bytes.subarray(2));
}
