/** The door of the import to the disk: reads a saved post, and writes content folders without losing what was edited. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  cp,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { MachineError } from '../rules.ts';
import { type Imported, reportName } from './content.ts';
import { lastDayOf } from './write/edition.ts';

/** A saved post on disk. */
export interface PostFile {
  /** In bytes. */
  readonly size: number;
  /** The first bytes, enough to recognise the format by. */
  readonly start: Uint8Array;
  readAll(): Promise<Uint8Array>;
  chunks(): AsyncIterable<Uint8Array>;
}

const startBytes = 65_536;

/** @throws MachineError when it is not there, is no file or may not be read */
export async function openPost(path: string): Promise<PostFile> {
  try {
    const handle = await open(path);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) throw new Error('it is not a file; name the saved post itself');
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(startBytes), 0, startBytes, 0);
      return {
        size: stat.size,
        start: new Uint8Array(buffer.subarray(0, bytesRead)),
        readAll: async () => new Uint8Array(await readFile(path)),
        chunks: () => createReadStream(path, { highWaterMark: 1 << 20 }),
      };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new MachineError(`${path} cannot be read: ${explain(cause)}.`, { cause });
  }
}

/** What became of a folder that was written. */
export interface Written {
  /** Files that a person has changed or made, and where the new version is that the import has of them. */
  readonly kept: readonly { readonly path: string; readonly fresh: string }[];
}

/** Where new versions of edited files go, below the content folder. */
const beside = 'imported';

/**
 * Writes a content folder: beside it first, then swapped in. What a person has changed or added stays.
 * @param force the folder may be there already
 * @param today `YYYY-MM-DD`
 * @throws MachineError when it is there and may not be replaced, or cannot be written; then it is as it was
 */
export async function writeContent(
  folder: string,
  post: Imported,
  force: boolean,
  today: string,
): Promise<Written> {
  try {
    const place = await realpath(folder).catch(() => resolve(folder));
    refuseCurrent(folder, place);
    const present = await listFiles(place);
    if (!force) refuseOccupied(folder, present);
    return await replace(place, present, post, today);
  } catch (cause) {
    if (cause instanceof MachineError) throw cause;
    throw new MachineError(`${folder} cannot be written, and is as it was: ${explain(cause)}.`, { cause });
  }
}

/** @throws MachineError when the folder holds files */
export async function expectEmpty(folder: string): Promise<void> {
  refuseOccupied(folder, await listFiles(resolve(folder)));
}

/** A folder is replaced as a whole: whoever stands in it would be left in one that is gone. */
function refuseCurrent(folder: string, place: string): void {
  const way = relative(place, process.cwd());
  if (way.startsWith('..') || isAbsolute(way)) return;
  throw new MachineError(
    `${folder} is the folder that you are in, or holds it: choose another --out, or go elsewhere.`,
  );
}

function refuseOccupied(folder: string, present: readonly string[]): void {
  if (present.length === 0) return;
  throw new MachineError(
    `${folder} is not empty: choose another --out, or use --force, which keeps every file that you have changed.`,
  );
}

async function replace(
  place: string,
  present: readonly string[],
  fresh: Imported,
  today: string,
): Promise<Written> {
  const { files: recorded, day, sha256 } = await readRecord(place);
  const isSame = sha256 === fresh.report.post.sha256 && day <= today && today <= lastDayOf(day);
  const post = isSame ? fresh.onDay(day) : fresh;
  const own: string[] = [];
  for (const path of present) {
    if (path === reportName) continue;
    if (recorded.get(path) !== hash(await readFile(join(place, path)))) own.push(path);
  }
  const { files, record, kept } = plan(post, own, recorded);
  await mkdir(dirname(place), { recursive: true });
  const stage = await mkdtemp(join(dirname(place), `.${basename(place)}-`));
  try {
    const staged = join(stage, 'new');
    await mkdir(staged);
    for (const path of own)
      await cp(join(place, path), join(staged, path), { preserveTimestamps: true, verbatimSymlinks: true });
    for (const [path, content] of files) await writeBelow(staged, path, content);
    await writeBelow(staged, reportName, withRecord(post, record));
    await swap(place, staged, join(stage, 'old'), present.length > 0);
    return { kept };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** A new version never takes the place of a file that a person has changed or made. */
function plan({ files }: Imported, own: readonly string[], recorded: ReadonlyMap<string, string>) {
  const mine = new Set(own);
  const planned = new Map<string, string>();
  const record = new Map<string, string>();
  const kept: { path: string; fresh: string }[] = [];
  for (const [path, content] of files) {
    const to = mine.has(path) ? `${beside}/${path}` : path;
    if (path === reportName) continue;
    if (mine.has(path)) record.set(path, hash(content));
    if (recorded.get(path) === hash(content) && mine.has(path)) continue; // what was changed is still the newest
    if (mine.has(to)) throw new MachineError(`${to} was changed: take it over or away, then import again.`);
    planned.set(to, content);
    record.set(to, hash(content));
    if (to !== path) kept.push({ path, fresh: to });
  }
  return { files: planned, record, kept };
}

/** The report with a hash of each file as it was imported, by which the next import knows what was changed. */
function withRecord({ files }: Imported, record: ReadonlyMap<string, string>): string {
  const report = JSON.parse(files.get(reportName) ?? '{}');
  return `${JSON.stringify({ ...report, files: Object.fromEntries(record) }, null, 2)}\n`;
}

/** What the last import left in a folder. */
interface Record {
  /** Hash of each file as it was imported. */
  readonly files: ReadonlyMap<string, string>;
  /** Of the post; empty when there was none. */
  readonly sha256: string;
  /** Of the import, which stays the date of the edition as long as the post is the same. */
  readonly day: string;
}

async function readRecord(place: string): Promise<Record> {
  try {
    const { files, post } = JSON.parse(await readFile(join(place, reportName), 'utf8'));
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(post.imported);
    const hashes = Object.entries(files as Readonly<{ [path: string]: string }>);
    return { files: new Map(hashes), sha256: isDay ? String(post.sha256) : '', day: String(post.imported) };
  } catch {
    return { files: new Map(), sha256: '', day: '' };
  }
}

async function listFiles(place: string): Promise<string[]> {
  try {
    if (!(await lstat(place)).isDirectory())
      throw new MachineError(`${place} is a file: choose another --out.`);
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(place, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return [];
    throw cause;
  }
}

async function writeBelow(folder: string, path: string, content: string): Promise<void> {
  const file = join(folder, ...path.split('/'));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Two renames; when the second fails, the first is undone. */
async function swap(place: string, fresh: string, old: string, existed: boolean): Promise<void> {
  if (existed) await rename(place, old);
  else await rm(place, { recursive: true, force: true });
  try {
    await rename(fresh, place);
  } catch (cause) {
    if (existed) await rename(old, place);
    throw cause;
  }
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}

function explain(cause: unknown): string {
  if (isCode(cause, 'ENOENT')) return 'there is no such file; check the path';
  if (isCode(cause, 'EACCES') || isCode(cause, 'EPERM')) return 'permission denied';
  if (isCode(cause, 'ENOSPC')) return 'the disk is full';
  return cause instanceof Error ? cause.message : String(cause);
}
