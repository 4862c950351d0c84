/** What the proof says of a file, in the ids of its checks. */
import assert from 'node:assert/strict';
import type { Artifact, ParsedEdition } from '../../../src/model.ts';
import { verifyArtifact } from '../../../src/verify/index.ts';

/** The checks that fail, each once, sorted, and all messages in one text. A file with one is never let out. */
export async function judgeFile(artifact: Artifact, edition: ParsedEdition) {
  const { proof, messages, verified } = await verifyArtifact(artifact, edition);
  const failed = proof.filter(({ result }) => result === 'fail').map(({ check }) => check);
  assert.equal(verified === undefined, failed.length > 0, 'a file with a fault was let out');
  assert.equal(
    messages.some(({ fatal }) => fatal),
    failed.length > 0,
  );
  const text = messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`).join('\n');
  return { failed: [...new Set(failed)].sort(), text, proof };
}

/** Replaces a text that must be there. */
export function replace(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `nothing to replace: ${from}`);
  return changed;
}
