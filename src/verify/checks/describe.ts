/** Words for messages. */
import { createHash } from 'node:crypto';
import type { ProofBox } from '../../model.ts';
import type { Block } from '../blocks.ts';
import type { Range } from '../match.ts';
import { type Phrase, textOf } from '../phrase.ts';
import { passagesBetween, type Transcript } from '../transcript.ts';

/**
 * Names a place in a file: the page and where on it, or the spine file and the element.
 * @param page `Passage.page`
 * @param range what is meant; absent when only the page or the file is
 */
export type NamePlace = (page: number, range?: Range) => string;

/** The first digits of the SHA-256 of an approved text, as it is compared: folded. Equal texts have equal ones. */
export function digestOf(phrase: Phrase): string {
  return `sha256 ${createHash('sha256').update(textOf(phrase)).digest('hex').slice(0, 8)}\u2026`;
}

/** The places of a stretch of text on the pages of a PDF. */
export type FindBoxes = (range: Range) => readonly ProofBox[];

/** A text on one line. */
export function tidy(text: string): string {
  return text.trim().split(/\s+/u).join(' ');
}

/** At most so many characters of a text, cut at a word. */
export function excerpt(text: string, limit = 60): string {
  const whole = tidy(text);
  if (whole.length <= limit) return whole;
  return `${whole.slice(0, limit).replace(/\s+\S*$/u, '')} \u2026`;
}

/** The lines of the source from the block's first on, as an excerpt. */
export function excerptOf(block: Block, source: string): string {
  const line = source.split('\n')[(block.at?.line ?? 0) - 1] ?? '';
  return excerpt(line.slice((block.at?.column ?? 1) - 1).replace(/^[#|>\s]+|[|\s]+$/gu, ''));
}

/** `segments/03-naltrexone.md:12`. */
export function sourceLine(block: Block, file: string): string {
  return block.at === undefined ? file : `${file}:${block.at.line}`;
}

/** The place of a range on each page that it touches. */
export function placesOf(transcript: Transcript, range: Range, namePlace: NamePlace): readonly string[] {
  return pagesOf(transcript, range).map((page) => namePlace(page, range));
}

/** The pages that a range touches, ascending. */
export function pagesOf(transcript: Transcript, { start, end }: Range): readonly number[] {
  return [...new Set(passagesBetween(transcript, start, end).map((passage) => passage.page))];
}
