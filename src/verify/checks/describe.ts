/** Words for messages. */
import type { Block } from '../blocks.ts';
import type { Range } from '../match.ts';
import { passagesBetween, type Transcript } from '../transcript.ts';

/** Names a place in a file from `Passage.page`: "page 12", or the spine file's name. */
export type NamePlace = (page: number) => string;

/** At most so many characters of a text, cut at a word. */
export function excerpt(text: string, limit = 60): string {
  const tidy = text.replace(/\s+/gu, ' ').trim();
  if (tidy.length <= limit) return tidy;
  return `${tidy.slice(0, limit).replace(/\s+\S*$/u, '')} \u2026`;
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

/** The pages that a range touches, ascending. */
export function pagesOf(transcript: Transcript, { start, end }: Range): readonly number[] {
  return [...new Set(passagesBetween(transcript, start, end).map((passage) => passage.page))];
}
