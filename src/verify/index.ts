/**
 * The second opinion: reads finished files back and proves that the disclaimer and the text are in them.
 *
 * The readers load late: a build proves in threads, which load their own.
 */
import type { Artifact, Message, ParsedEdition } from '../model.ts';
import type { BookPages } from './book-pages.ts';
import { readSource } from './source.ts';
import { conclude, type Verification } from './verification.ts';

export type { BookPages } from './book-pages.ts';
export type { Verification } from './verification.ts';
export { openVerifier, type Verifier } from './verifier.ts';

/**
 * Proves an artifact from its bytes. What is wrong with the file becomes a message, never an exception.
 * @param books those that an e-book may be held against
 */
export async function verifyArtifact(
  artifact: Artifact,
  edition: ParsedEdition,
  books?: readonly BookPages[],
): Promise<Verification> {
  const { examine } = await import('./examine.ts');
  return conclude(artifact, await examine(artifact, readSource(edition), books));
}

/** Recognises a file of an edition by its content; the message says why not. */
export async function recogniseFile(
  bytes: Uint8Array,
  fileName: string,
  edition: ParsedEdition,
): Promise<Artifact | Message> {
  const recognise = await import('./recognise.ts');
  return recognise.recogniseFile(bytes, fileName, readSource(edition));
}
