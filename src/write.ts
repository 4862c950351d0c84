/** The only writer of the output folder: everything is written beside it, then swapped in at once. */
import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Records } from './manifest.ts';
import type { SettledLayout, Verified } from './model.ts';
import { MachineError } from './rules.ts';

/** Names that every build writes besides its artifacts. */
const own = ['manifest.json', 'SHA256SUMS'];
/** Name that only a sum shows to be ours: others write reports, too. */
const report = 'report.html';

/**
 * Sees to it, before the work, that the output folder may be replaced: it is not there, or empty, or holds
 * nothing that Caveat did not write.
 * @returns the layouts of the last build by path: whatever they say, the passes of this build decide
 * @throws MachineError that says which file stands in the way, or what may not be written
 */
export async function prepareOutput(out: string): Promise<ReadonlyMap<string, SettledLayout>> {
  const place = await locate(out);
  const files = await listFiles(place, out);
  const recorded = await readManifest(place);
  const known = new Set([...own, ...(await readReport(place)), ...recorded.map(({ path }) => path)]);
  const [foreign] = files.filter((file) => !known.has(file));
  if (foreign !== undefined) {
    throw new MachineError(
      `${join(out, foreign)} was not written by Caveat, and the whole folder would be replaced: move the file away or choose another --out.`,
    );
  }
  const probe = await stage(place, out);
  await rm(probe, { recursive: true, force: true });
  return new Map(recorded.flatMap((artifact) => readLayout(artifact)));
}

function readLayout({ path, layout }: Recorded): [string, SettledLayout][] {
  if (typeof layout?.numbers !== 'object' || !Array.isArray(layout.blanks)) return [];
  const numbers = Object.entries(layout.numbers).filter(([, number]) =>
    /^(\d{1,5}|[ivxlcdm]{1,12})$/.test(number),
  );
  return [[path, { of: String(layout.of), numbers: new Map(numbers), blanks: new Set(layout.blanks) }]];
}

/**
 * Sees to it that a folder for looking at is neither in the content nor in what will be replaced.
 * @throws MachineError that says which it is in
 */
export async function prepareFolder(folder: string, others: readonly string[]): Promise<void> {
  const place = await locate(folder);
  for (const other of others) {
    const way = relative(await locate(other), place);
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) continue;
    throw new MachineError(`${folder} is in ${other}: choose another folder for --keep-html.`);
  }
}

/**
 * Replaces the output folder. After any failure it is exactly as it was.
 * @throws MachineError when the disk is full or the folder may not be written
 */
export async function writeOutput(
  out: string,
  verified: readonly Verified[],
  records: Records,
  signal?: AbortSignal,
): Promise<void> {
  const place = await locate(out);
  const beside = await stage(place, out);
  try {
    const fresh = join(beside, 'new');
    await mkdir(fresh);
    for (const { path, bytes } of verified) await writeBelow(fresh, path, bytes);
    for (const [path, text] of records) await writeBelow(fresh, path, text);
    signal?.throwIfAborted();
    await swap(place, fresh, join(beside, 'old'));
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw asMachineError(cause, out);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Writes files for looking at, such as composed HTML; what else is in the folder stays. */
export async function writeFiles(
  folder: string,
  files: Iterable<readonly [string, Uint8Array | string]>,
): Promise<void> {
  try {
    for (const [path, content] of files) await writeBelow(folder, path, content);
  } catch (cause) {
    throw asMachineError(cause, folder);
  }
}

/** The real place of a folder that may not be there yet: a link to a folder is followed, not replaced. */
async function locate(out: string): Promise<string> {
  try {
    return await realpath(out);
  } catch {
    return resolve(out);
  }
}

async function listFiles(place: string, out: string): Promise<string[]> {
  try {
    if (!(await lstat(place)).isDirectory())
      throw new MachineError(`${out} is a file: choose another --out.`);
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(place, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw asMachineError(cause, out);
  }
}

interface Recorded {
  readonly path: string;
  readonly layout?: {
    readonly of: string;
    readonly numbers: Record<string, string>;
    readonly blanks: readonly string[];
  };
}

async function readManifest(place: string): Promise<readonly Recorded[]> {
  try {
    const manifest = JSON.parse(await readFile(join(place, 'manifest.json'), 'utf8'));
    return manifest.artifacts.filter((artifact: Recorded) => typeof artifact.path === 'string');
  } catch {
    return [];
  }
}

/** The report's name, when the last build wrote one. */
async function readReport(place: string): Promise<readonly string[]> {
  const sums = await readFile(join(place, 'SHA256SUMS'), 'utf8').catch(() => '');
  return sums.split('\n').some((line) => line.endsWith(`  ${report}`)) ? [report] : [];
}

async function stage(place: string, out: string): Promise<string> {
  try {
    await mkdir(dirname(place), { recursive: true });
    return await mkdtemp(join(dirname(place), `.${basename(place)}-`));
  } catch (cause) {
    throw asMachineError(cause, out);
  }
}

async function writeBelow(folder: string, path: string, content: Uint8Array | string): Promise<void> {
  const file = join(folder, ...path.split('/'));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Two renames; when the second fails, the first is undone. */
async function swap(place: string, fresh: string, old: string): Promise<void> {
  const existed = await rename(place, old).then(() => true, refuseUnlessMissing);
  try {
    await rename(fresh, place);
  } catch (cause) {
    if (existed) await rename(old, place);
    throw cause;
  }
}

function refuseUnlessMissing(cause: unknown): false {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return false;
  throw cause;
}

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room and run the build again',
  EDQUOT: 'your disk quota is used up; make room and run the build again',
  EACCES: 'permission denied; allow your user to write there or choose another --out',
  EPERM: 'permission denied; allow your user to write there or choose another --out',
  EROFS: 'the disk is read-only; choose another --out',
  EBUSY: 'the folder is in use, perhaps as a mount; choose a folder inside it with --out',
  EXDEV: 'the folder is a mount; choose a folder inside it with --out',
};

function asMachineError(cause: unknown, out: string): Error {
  if (cause instanceof MachineError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = remedies[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new MachineError(`${out} cannot be written, and is as it was: ${reason}.`, { cause });
}
