/** Unpacks a part of the browser once: wholly or not at all, however many builds do it at the same time. */
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { MachineError } from '../../rules.ts';

/** 4 MiB: the browser has 190 MiB, and small chunks cost a third more time. */
const chunkBytes = 1 << 22;
const hourMs = 3_600_000;
const unfinished = '.unpacking-';

/** What `provide` needs to make a part. */
export interface Part {
  /** Private folder that parts are kept in. */
  readonly folder: string;
  /** File name of the part in it. */
  readonly name: string;
  /** Puts the part's files into an empty folder. */
  fill(into: string): Promise<void>;
}

/**
 * Gives the path of a part, and makes it first if it is not there.
 *
 * It is filled beside its place and then renamed: a build that is stopped half-way leaves no half part, and of
 * two builds that fill the same part at once the later one takes what the earlier one put there.
 *
 * @throws MachineError when the disk is full or cannot be written to
 */
export async function provide({ folder, name, fill }: Part): Promise<string> {
  const place = join(folder, name);
  if (await exists(place)) return place;
  const beside = await createBeside(place, folder);
  try {
    await fill(beside);
    await moveUnlessThere(beside, place);
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') throw cause;
    throw cannotUnpack(folder, cause);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return place;
}

/** Unpacks a Brotli file into one executable file. */
export async function unpackFile(from: string, to: string, signal?: AbortSignal): Promise<void> {
  const file = createWriteStream(to, { mode: 0o700, flush: true, highWaterMark: chunkBytes });
  await pipeline(read(from), createBrotliDecompress({ chunkSize: chunkBytes }), file, {
    ...(signal && { signal }),
  });
}

/** Unpacks a Brotli-packed tar file into a folder. Its files belong to the user, even to root, and not to the packer. */
export async function unpackTar(from: string, into: string, signal?: AbortSignal): Promise<void> {
  // The default alone: what is bundled in parts has no other name of a CommonJS module.
  const { default: tar } = await import('tar-fs');
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const files = tar.extract(into, { map: (header) => ({ ...header, uid, gid }) });
  await pipeline(read(from), createBrotliDecompress(), files, { ...(signal && { signal }) });
}

function read(file: string) {
  return createReadStream(file, { highWaterMark: chunkBytes });
}

async function createBeside(place: string, folder: string): Promise<string> {
  try {
    const beside = await mkdtemp(join(folder, unfinished));
    await removeLeftovers(folder, beside);
    return beside;
  } catch (cause) {
    throw cannotUnpack(place, cause);
  }
}

/** What a killed build left: unfinished parts an hour older, by the disk's own clock, than the one just begun. */
async function removeLeftovers(folder: string, newest: string): Promise<void> {
  const { mtimeMs } = await stat(newest);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(unfinished)) continue;
    const path = join(folder, name);
    const status = await stat(path).catch(() => undefined);
    if (status && mtimeMs - status.mtimeMs > hourMs) await rm(path, { recursive: true, force: true });
  }
}

async function moveUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(await exists(to))) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function cannotUnpack(place: string, cause: unknown): MachineError {
  return new MachineError(
    `The browser cannot be unpacked into ${place} (${(cause as Error).message}). ` +
      'Make room there (200 MB), or set XDG_CACHE_HOME to a folder that you can write to.',
    { cause },
  );
}
