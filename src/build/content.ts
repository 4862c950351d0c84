/** The content of an edition, read, composed and checked. */
import { checkConsentScopes, checkEdition, listReadingLevels } from '../check/index.ts';
import { composeBodies, forgetPlaces, listFurniture, listWords, markOutdated } from '../document/index.ts';
import type { Edition, Message, ParsedEdition } from '../model.ts';
import { hasErrors } from '../rules.ts';
import { readEdition, readTemplates, type Today } from '../source/index.ts';
import type { BuildOptions, Composed } from './types.ts';

/** Reads an edition, with what its language adds to it; past its `reviewBy` it is marked as out of date. */
export async function readMarked(content: string, today: Today) {
  const { edition: read, messages, outdated, sources } = await readEdition(content, today);
  if (!read) return { messages, sources };
  const edition: ParsedEdition = { ...read, furniture: listFurniture(read) };
  return { edition: outdated ? markOutdated(edition) : edition, messages, sources };
}

/** What is to be built. */
export interface Wanted extends Pick<BuildOptions, 'kinds' | 'paper'> {
  /** Is shown an edition without errors before its trees are let go. */
  readonly show: (edition: ParsedEdition) => void;
}

/** @param wanted absent when nothing is to be built */
export async function readAndCheck(
  content: string,
  today: Today,
  wanted?: Wanted,
): Promise<{ readonly composed?: Composed; readonly messages: readonly Message[] }> {
  const [{ edition: read, messages, sources }, templates] = await Promise.all([
    readMarked(content, today),
    readTemplates(),
  ]);
  if (!read) return { messages };
  const paper = wanted?.paper;
  const edition = paper ? { ...read, metadata: { ...read.metadata, paper } } : read;
  const { bodies, messages: dropped } = composeBodies(edition);
  const words = listWords(edition.metadata.language);
  const scopes = wanted ? checkConsentScopes(edition, wanted.kinds) : [];
  const found = checkEdition({ edition, bodies, templates, words });
  const all = [...messages, ...dropped, ...found, ...scopes];
  if (!wanted || hasErrors(all)) return { messages: all };
  wanted.show(edition);
  for (const body of bodies) forgetPlaces(body);
  const levels = listReadingLevels(edition);
  return { composed: { edition: withoutTrees(edition), bodies, templates, sources, levels }, messages: all };
}

/** Everything has been made of the trees: of a long edition they would take half of the memory. */
function withoutTrees({ segments, ...others }: ParsedEdition): Edition {
  return { ...others, segments: segments.map(({ root: _, ...segment }) => segment) };
}
