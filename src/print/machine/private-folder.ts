/** A cache folder that no other user of the machine can write to: what is run from it is what we put there. */
import { lstat, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { MachineError } from '../../rules.ts';

/**
 * Opens, and makes if need be, `caveat/NAME` in the user's cache folder.
 *
 * @param name versioned: `chromium-147.0.0`
 * @returns its absolute path
 * @throws MachineError when it cannot be made, or is not a real folder that only the user can write to
 */
export async function openPrivateFolder(name: string): Promise<string> {
  const house = join(findCacheHome(), 'caveat');
  const folder = join(house, name);
  await makeFolders(folder);
  await refuseShared(house);
  await refuseShared(folder);
  return folder;
}

/** https://specifications.freedesktop.org/basedir-spec: a relative XDG_CACHE_HOME is to be ignored. */
function findCacheHome(): string {
  const home = process.env.XDG_CACHE_HOME;
  return home?.startsWith('/') ? home : join(homedir(), '.cache');
}

async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(join(folder, '..'), { recursive: true, mode: 0o700 });
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new MachineError(
      `The browser's cache folder ${folder} cannot be made. Set XDG_CACHE_HOME to a folder that you can write to.`,
      { cause },
    );
  }
}

async function refuseShared(folder: string): Promise<void> {
  const fault = await findFault(folder);
  if (!fault) return;
  throw new MachineError(
    `The browser's cache folder ${folder} ${fault}. Remove it, or set XDG_CACHE_HOME to a folder of your own.`,
  );
}

async function findFault(folder: string): Promise<string | undefined> {
  const status = await lstat(folder);
  if (!status.isDirectory()) return 'is not a folder';
  if (status.uid !== process.getuid?.()) return 'belongs to another user';
  if ((status.mode & 0o022) !== 0) return 'can be written to by others';
  return undefined;
}
