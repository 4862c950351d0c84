/** Content folder → Edition: everything read once, every fault told at once. */
import type { Message, ParsedEdition, SourceText } from '../model.ts';
import { hasErrors } from '../rules.ts';
import { readConsents } from './consents.ts';
import { readDisclaimer } from './disclaimer.ts';
import { readFonts } from './edition-fonts.ts';
import { openFolder } from './folder.ts';
import { defaultLanguage, readMetadata } from './metadata.ts';
import { readCover, readPictures } from './pictures.ts';
import { readPrivacy } from './privacy.ts';
import { checkReviewBy, type Today } from './review-by.ts';
import { readSegments } from './segments.ts';

export type { Today } from './review-by.ts';
export { readTemplates } from './templates.ts';

/** An edition, unless a message refuses it; being out of date does not keep it from being read. */
export interface EditionResult {
  readonly edition?: ParsedEdition;
  readonly outdated: boolean;
  readonly messages: readonly Message[];
  /** Every text that was read, by its path as printed in messages. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/**
 * Reads a content folder.
 * @param today without it, dates are not judged
 * @throws MachineError when the folder is not there or may not be read
 */
export async function readEdition(name: string, today?: Today): Promise<EditionResult> {
  const folder = await openFolder(name);
  const metadata = await readMetadata(folder);
  const [disclaimer, segments] = await Promise.all([
    readDisclaimer(folder, metadata.metadata?.language ?? defaultLanguage),
    readSegments(folder, metadata),
  ]);
  const pictures = await readPictures(folder, segments.segments, metadata.metadata?.cover);
  const cover = await readCover(folder, metadata);
  const fonts = await readFonts(folder, metadata);
  const privacy = await readPrivacy(folder);
  const consents = await readConsents(folder, segments.segments);
  const parts = [metadata, disclaimer, segments, pictures, cover, fonts, privacy, consents];
  const faults = parts.flatMap((part) => part.messages);
  const overdue = today ? checkReviewBy(metadata, today) : [];
  const found = {
    messages: [...faults, ...overdue],
    outdated: overdue.length > 0,
    sources: folder.texts(),
  };
  if (hasErrors(faults) || !metadata.metadata || !disclaimer.disclaimer) return found;
  const edition = {
    sha256: folder.digest(),
    furniture: [],
    metadata: metadata.metadata,
    disclaimer: disclaimer.disclaimer,
    segments: segments.segments,
    consents: consents.consents,
    ...(privacy.privacy && { privacy: privacy.privacy }),
    ...(cover.cover && { cover: cover.cover }),
    pictures: pictures.pictures,
    fonts: fonts.fonts,
  };
  return { ...found, edition };
}
