/** The browser's profile: an empty folder of its own for each run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MachineError } from '../../rules.ts';

/** @throws MachineError when there is no temporary folder to write to */
export async function createProfile(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'caveat-browser-'));
  } catch (cause) {
    throw new MachineError(
      `The temporary folder ${tmpdir()} cannot be written to. Set TMPDIR to a folder that you can write to.`,
      { cause },
    );
  }
}

/** Tries again for a while: processes of a killed browser may still be writing. */
export async function removeProfile(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }).catch(() => undefined);
}
