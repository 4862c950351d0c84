/** On paper a link is its address: it stands behind the words of each link to the web, unless it is among them. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { isInternal } from '../address.ts';
import { listAdditions } from '../match.ts';
import { passageOf } from '../transcript.ts';
import type { Alignment } from './align.ts';
import { type NamePlace, sourceLine } from './describe.ts';
import type { Stretch } from './stretch.ts';

/** A message for each link of the blocks that were found whose address is not printed. */
export function checkAddresses(
  { segment, transcript }: Stretch,
  { found }: Alignment,
  file: string,
  namePlace: NamePlace,
): Message[] {
  return found.flatMap(({ block, at }) =>
    listAdditions(transcript.text, block.phrase, at).flatMap(({ gap, text }): Message[] => {
      if (gap.kind !== 'link' || gap.isSaid || isInternal(gap.url) || text !== '') return [];
      const where = namePlace(passageOf(transcript, at.start)?.page ?? 0, at);
      const source = sourceLine(block, segment.file);
      const values = { address: gap.url, chapter: segment.title, source, where };
      return [createMessage('proof-address', values, { file })];
    }),
  );
}
