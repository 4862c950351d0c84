/** The content of an edition, read, composed and checked. */
import { checkConsentScopes, checkEdition } from '../check/index.ts';
import { composeBodies, listFurniture, listWords, markOutdated } from '../document/index.ts';
import { readEdition, readTemplates, type Today } from '../source/index.ts';
import type { BuildOptions } from './types.ts';

/** Reads an edition, with what its language adds to it; past its `reviewBy` it is marked as out of date. */
export async function readMarked(content: string, today: Today) {
  const { edition: read, messages, outdated, sources } = await readEdition(content, today);
  if (!read) return { messages, sources };
  const edition = { ...read, furniture: listFurniture(read) };
  return { edition: outdated ? markOutdated(edition) : edition, messages, sources };
}

/** @param wanted what is to be built; absent when nothing is */
export async function readAndCheck(
  content: string,
  today: Today,
  wanted?: Pick<BuildOptions, 'kinds' | 'paper'>,
) {
  const [{ edition: read, messages, sources }, templates] = await Promise.all([
    readMarked(content, today),
    readTemplates(),
  ]);
  if (!read) return { messages };
  const paper = wanted?.paper;
  const edition = paper ? { ...read, metadata: { ...read.metadata, paper } } : read;
  const { bodies, messages: dropped } = composeBodies(edition);
  const composed = { edition, bodies, templates, sources };
  const words = listWords(edition.metadata.language);
  const scopes = wanted ? checkConsentScopes(edition, wanted.kinds) : [];
  const found = checkEdition({ ...composed, words });
  return { composed, messages: [...messages, ...dropped, ...found, ...scopes] };
}
