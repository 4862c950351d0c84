/** No block of the source is lost. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import type { Alignment } from './align.ts';
import { excerptOf, type NamePlace, placesOf, sourceLine } from './describe.ts';
import type { Stretch } from './stretch.ts';

/** A message for the first lost block of a segment; none when all are there. */
export function checkText(
  stretch: Stretch,
  { lost }: Alignment,
  file: string,
  namePlace: NamePlace,
): Message[] {
  if (lost === undefined) return [];
  const { segment, transcript } = stretch;
  const before = { start: lost.expectedAt - 1, end: lost.expectedAt };
  const [place = namePlace(stretch.heading.page, stretch.heading)] = placesOf(transcript, before, namePlace);
  const values = {
    chapter: segment.title,
    excerpt: excerptOf(lost.block, segment.text),
    source: sourceLine(lost.block, segment.file),
    where: `${place} or after`,
  };
  return [createMessage('proof-text-lost', values, { file })];
}
