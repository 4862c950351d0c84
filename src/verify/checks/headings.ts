/** Every heading of the source is a heading in the file, in order and with its text. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import type { Block } from '../blocks.ts';
import { matchAt } from '../match.ts';
import type { Phrase } from '../phrase.ts';
import { type Passage, passagesBetween, type Transcript } from '../transcript.ts';
import { excerptOf, type NamePlace, sourceLine } from './describe.ts';
import type { Stretch } from './stretch.ts';

/** A message for each heading of the segment that is not found behind the one before it. */
export function checkHeadings(
  stretch: Stretch,
  blocks: readonly Block[],
  file: string,
  namePlace: NamePlace,
): Message[] {
  const { segment, transcript, range } = stretch;
  const printed = passagesBetween(transcript, range.start, range.end).filter((it) => it.level !== undefined);
  const messages: Message[] = [];
  let next = 0;
  for (const block of blocks.filter((it) => it.level !== undefined)) {
    const at = printed.findIndex((it, index) => index >= next && isHeading(transcript, it, block));
    if (at !== -1) next = at + 1;
    else {
      const before = printed[next - 1] ?? stretch.heading;
      messages.push(report(block, segment, file, `${namePlace(before.page, before)} or after`));
    }
  }
  return messages;
}

function isHeading(transcript: Transcript, passage: Passage, { phrase, lead }: Block): boolean {
  for (let start = passage.start; start <= Math.min(passage.start + lead, passage.end); start += 1) {
    if (endsWith(transcript.text, phrase, start, passage.end)) return true;
  }
  return false;
}

function endsWith(text: string, phrase: Phrase, start: number, end: number): boolean {
  return matchAt(text, phrase, start).includes(end);
}

function report(block: Block, segment: Stretch['segment'], file: string, where: string): Message {
  const values = {
    heading: excerptOf(block, segment.text),
    chapter: segment.title,
    source: sourceLine(block, segment.file),
    where,
  };
  return createMessage('proof-heading-missing', values, { file });
}
