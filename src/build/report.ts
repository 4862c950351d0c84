/** The report of a build. */
import type { Generator, Message } from '../model.ts';
import { composeReport } from '../report/index.ts';
import { countSheets } from '../sheets.ts';
import type { Composed, MadeAll } from './types.ts';

/**
 * Composes the report when the last page is drawn.
 * @param close ends the threads: their memory is free before the page takes its own
 */
export async function tell(
  { edition, templates, sources, levels }: Composed,
  { verified, pictures }: MadeAll,
  messages: readonly Message[],
  generator: Generator,
  close: () => Promise<unknown>,
): Promise<string> {
  const files = await Promise.all(
    verified.map(async (artifact) => {
      const sheets = countSheets(artifact);
      const pages = (await pictures.get(artifact.path)) ?? [];
      return { artifact, pictures: pages, ...(sheets && { sheets }) };
    }),
  );
  await close();
  return composeReport({ edition, templates, sources, files, messages, levels, generator });
}
