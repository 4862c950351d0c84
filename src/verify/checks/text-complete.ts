/** No block of the source is lost, and its words are those of the source. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { literalPhrase, textOf } from '../phrase.ts';
import { passageOf } from '../transcript.ts';
import { findChangedWords } from '../words.ts';
import type { Alignment } from './align.ts';
import { excerptOf, type NamePlace, placesOf, sourceLine } from './describe.ts';
import type { Stretch } from './stretch.ts';

/** A message for the first lost block of a segment, and for each whose words are run together or torn apart. */
export function checkText(
  stretch: Stretch,
  alignment: Alignment,
  file: string,
  namePlace: NamePlace,
): Message[] {
  const words = checkWords(stretch, alignment, file, namePlace);
  return [...words, ...checkLost(stretch, alignment, file, namePlace)];
}

function checkWords(
  { segment, transcript, heading }: Stretch,
  { found }: Alignment,
  file: string,
  namePlace: NamePlace,
): Message[] {
  const title = literalPhrase(segment.title);
  const opening = { start: heading.end - textOf(title).length, end: heading.end };
  const all = [
    { phrase: title, at: opening, source: segment.file },
    ...found.map(({ block, at }) => ({ phrase: block.phrase, at, source: sourceLine(block, segment.file) })),
  ];
  return all.flatMap(({ phrase, at, source }): Message[] => {
    const changed = findChangedWords(transcript, phrase, at);
    if (changed === undefined) return [];
    const page = passageOf(transcript, changed.at)?.page ?? 0;
    const where = namePlace(page, { start: changed.at - 1, end: changed.at + 1 });
    const values = { ...changed, chapter: segment.title, source, where };
    return [createMessage('proof-words', values, { file })];
  });
}

function checkLost(stretch: Stretch, { lost }: Alignment, file: string, namePlace: NamePlace): Message[] {
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
