/** The second opinion: reads finished files back and proves that the disclaimer and the text are in them. */
import type { Artifact, Edition, Message, Proof, Verified } from '../model.ts';
import { createMessage } from '../rules.ts';
import { expectedSegments } from './checks/segments.ts';
import { verifyEpub } from './epub/verify.ts';
import { type Findings, fail } from './findings.ts';
import { verifyPdf } from './pdf/verify.ts';

export { loadPdfReader } from './pdf/open.ts';
export { recogniseFile } from './recognise.ts';

/** What was proved. */
export interface Verification {
  readonly proof: readonly Proof[];
  /** One for each thing that is not proved; each says what to do. */
  readonly messages: readonly Message[];
  /** The artifact, fit to be written; absent when any check failed. */
  readonly verified?: Verified;
}

/** Proves an artifact from its bytes. What is wrong with the file becomes a message, never an exception. */
export async function verifyArtifact(artifact: Artifact, edition: Edition): Promise<Verification> {
  const { proof, messages } = await examine(artifact, edition);
  if (messages.length > 0 || proof.some((it) => it.result === 'fail')) return { proof, messages };
  return { proof, messages, verified: { ...artifact, proof } as unknown as Verified };
}

async function examine(artifact: Artifact, edition: Edition): Promise<Findings> {
  if (expectedSegments(artifact, edition).length === 0) return strange(artifact, edition);
  if (artifact.mediaType === 'application/epub+zip') return verifyEpub(artifact, edition);
  return verifyPdf(artifact, edition);
}

/** With no segment to look for, every check would hold. */
function strange({ path, chapter }: Artifact, { metadata }: Edition): Findings {
  const problem = `it has no segment ${chapter ?? ''}`.trim();
  return fail(
    'readable',
    problem,
    createMessage('artifact-unrecognised', { edition: metadata.title, problem }, { file: path }),
  );
}
