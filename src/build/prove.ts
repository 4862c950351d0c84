/** The proof of one file. */
import assert from 'node:assert/strict';
import type { Artifact, Message } from '../model.ts';
import { hasErrors } from '../rules.ts';
import type { BookPages } from '../verify/index.ts';
import type { Made, Means } from './types.ts';

export async function prove(
  { verifier }: Means,
  { artifact, messages }: { readonly artifact: Artifact; readonly messages: readonly Message[] },
  books?: readonly BookPages[],
): Promise<Made> {
  const proved = await verifier.verify(artifact, books);
  assert.ok(proved.verified || hasErrors(proved.messages), `${artifact.path} is neither proved nor refused`);
  return { messages: [...messages, ...proved.messages], verified: proved.verified, book: proved.book };
}
