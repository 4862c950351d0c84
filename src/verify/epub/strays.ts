/** Pictures outside of the segments: that of the cover, and no other. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { tellAdded } from '../checks/pictures.ts';
import { type Findings, gather, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import { openFurniture } from '../furniture.ts';
import type { SourceEdition } from '../source.ts';
import type { Places } from './chapters.ts';
import type { XhtmlPage } from './page.ts';
import type { EpubPicture } from './pictures.ts';
import type { EpubReading } from './read.ts';
import { readEntry } from './unzip.ts';

/** A message for each picture that is not of the edition, and for another cover. */
export function checkStrays(
  reading: EpubReading,
  places: Places,
  edition: SourceEdition,
  file: string,
): Findings {
  const cover = reading.package.items.find(({ properties }) => properties.includes('cover-image'))?.path;
  const strays = new Map([...places.values()].map(({ page, strays: found }) => [page, found]));
  const messages = [...reading.pages.values()].flatMap((page) => {
    const isCover = (picture: EpubPicture) => picture.path !== undefined && picture.path === cover;
    const found = strays.get(page) ?? page.pictures.filter((picture) => !isCover(picture));
    const covers = strays.has(page) ? [] : page.pictures.filter(isCover);
    return [
      ...found.map((picture) => tellAdded(picture, page.path, file)),
      ...covers.flatMap((picture) => checkWords(picture, edition, page, file)),
    ];
  });
  messages.push(...checkBytes(reading, cover, edition, file));
  return messages.length === 0 ? gather([]) : judge('pictures', '', messages);
}

/** A designed cover is described by title and author. */
function checkWords(
  { alt, place }: EpubPicture,
  edition: SourceEdition,
  { path }: XhtmlPage,
  file: string,
): Message[] {
  const { coverAlt, title } = edition.metadata;
  const isMeant =
    edition.cover && coverAlt ? fold(alt) === fold(coverAlt) : openFurniture(edition).explains(fold(alt));
  if (isMeant) return [];
  const problem = `says “${excerpt(alt)}” to those who do not see it`;
  const values = { picture: path, chapter: title, source: 'edition.yaml', problem, where: place };
  return [createMessage('proof-picture', values, { file })];
}

/** What a designed cover shows is not known here. */
function checkBytes(
  { bytes, package: book }: EpubReading,
  path: string | undefined,
  { cover, metadata }: SourceEdition,
  file: string,
): Message[] {
  if (!cover) return [];
  const found = path === undefined ? undefined : readEntry(bytes, path);
  if (found && Buffer.compare(found, cover.bytes) === 0) return [];
  const picture = metadata.cover ?? 'of the cover';
  const problem = found ? 'has other bytes' : 'is not there';
  const values = {
    picture,
    chapter: metadata.title,
    source: 'edition.yaml',
    problem,
    where: path ?? book.path,
  };
  return [createMessage('proof-picture', values, { file })];
}
