/** What a finished file says, in reading order, in one form for PDF and EPUB. */
import { foldWords, Joints, joint } from './spacing.ts';

/** A run of text between two block boundaries: a paragraph, a heading, a cell, or the part of it on one page. */
export interface Passage {
  /** Half-open stretch of `Transcript.text`, in folded characters. */
  readonly start: number;
  readonly end: number;
  /** As read, for counting words and for excerpts. */
  readonly raw: string;
  /** 1 to 6; absent when it is not in a heading. */
  readonly level?: number;
  /** Physical page, from 1; for an EPUB the position of its file in the spine, from 1. */
  readonly page: number;
  /** A table's cell. */
  readonly isCell: boolean;
  /** All of it is code. */
  readonly isCode: boolean;
  /** Marked content that it was read from, in order; empty for an EPUB. */
  readonly sources: readonly string[];
}

/** The visible marker of a list item: `13.`; a drawn bullet has an empty text. */
export interface Marker {
  /** Where the item's text begins in `Transcript.text`. */
  readonly at: number;
  readonly text: string;
}

/** A stretch of text inside one element. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Everything readable of a PDF or of one spine file, in reading order. */
export interface Transcript {
  /** Folded and joined. */
  readonly text: string;
  /** White space and ends of lines in it; passages are apart. */
  readonly joints: Pick<Joints, 'between' | 'equal'>;
  readonly passages: readonly Passage[];
  readonly markers: readonly Marker[];
}

/** What a piece of text was read from. */
export interface Origin {
  /** Of the heading around it; absent when there is none. */
  readonly level?: number | undefined;
  readonly isCell?: boolean | undefined;
  readonly isCode?: boolean | undefined;
  /** Id of the marked content that holds it. */
  readonly source?: string | undefined;
}

/** Grows a transcript piece by piece. */
export interface Scribe {
  /** Ends the present passage: what follows belongs to another block. */
  breakBlock(): void;
  write(raw: string, page: number, origin?: Origin): void;
  mark(text: string): void;
  /** Folded characters so far. */
  position(): number;
  finish(): Transcript;
}

/** Starts an empty transcript. */
export function openTranscript(): Scribe {
  const parts: string[] = [];
  const passages: Passage[] = [];
  const markers: Marker[] = [];
  const joints = new Joints();
  let length = 0;
  let open = false;
  return {
    breakBlock: () => {
      open = false;
    },
    write: (raw, page, { level, isCell = false, isCode = false, source } = {}) => {
      const { text, spacing } = foldWords(raw);
      const last = open ? passages.at(-1) : undefined;
      if (last === undefined && text === '') return;
      parts.push(text);
      if (last === undefined) joints.add(length, joint.lineEnd);
      joints.addAll(length, spacing);
      const end = length + text.length;
      const sources = source === undefined ? [] : [source];
      if (last === undefined)
        passages.push({ start: length, end, raw, page, isCell, isCode, sources, ...(level && { level }) });
      else
        passages[passages.length - 1] = {
          ...last,
          end,
          raw: last.raw + raw,
          isCode: last.isCode && isCode,
          sources: [...last.sources, ...sources],
        };
      length = end;
      open = true;
    },
    mark: (text) => {
      markers.push({ at: length, text });
    },
    position: () => length,
    finish: () => ({ text: parts.join(''), joints, passages, markers }),
  };
}

/** Index of the passage that holds an offset: the last one that begins at or before it; -1 before the first. */
export function passageAt(passages: readonly Passage[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle];
    if (passage !== undefined && passage.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The passage that holds an offset. */
export function passageOf({ passages }: Transcript, offset: number): Passage | undefined {
  return passages[passageAt(passages, offset)];
}

/** The passages that lie in a stretch, wholly or in part. */
export function passagesBetween({ passages }: Transcript, start: number, end: number): readonly Passage[] {
  if (end <= start) return [];
  return passages.slice(Math.max(0, passageAt(passages, start)), passageAt(passages, end - 1) + 1);
}
