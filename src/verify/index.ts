/** The second opinion: reads finished files back and proves that the disclaimer and the text are in them. */
import type { Artifact, Edition } from '../model.ts';
import { examine } from './examine.ts';
import { conclude, type Verification } from './verification.ts';

export { recogniseFile } from './recognise.ts';
export type { Verification } from './verification.ts';
export { openVerifier, type Verifier } from './verifier.ts';

/** Proves an artifact from its bytes. What is wrong with the file becomes a message, never an exception. */
export async function verifyArtifact(artifact: Artifact, edition: Edition): Promise<Verification> {
  return conclude(artifact, await examine(artifact, edition));
}
