/** How much paper a handout or a booklet takes, printed on both sides. */
import type { Artifact, Message, Sheets } from './model.ts';
import { createMessage } from './rules.ts';

/** Two sides a sheet. Only a chapter handout, meant for as few as possible, and a booklet have a count. */
export function countSheets({
  kind,
  pages,
  tearOff,
}: Pick<Artifact, 'kind' | 'pages' | 'tearOff'>): Sheets | undefined {
  if ((kind !== 'chapter-handout' && kind !== 'booklet') || pages === undefined) return undefined;
  const all = Math.ceil(pages / 2);
  return { all, tearOff: tearOff === undefined ? 0 : all - Math.floor(tearOff / 2) };
}

/**
 * Names the chapters whose text takes more than one sheet; what is to be torn off comes on top.
 * @param file what the message is about: the content folder's metadata
 */
export function reportSheets(artifacts: readonly Artifact[], file: string): Message[] {
  const long = artifacts.flatMap((artifact) => {
    const sheets = countSheets(artifact);
    const text = sheets ? sheets.all - sheets.tearOff : 0;
    return text > 1 && artifact.kind === 'chapter-handout' ? [`${artifact.chapter} (${text})`] : [];
  });
  if (long.length === 0) return [];
  return [createMessage('handout-sheets', { chapters: long.join(', ') }, { file })];
}
