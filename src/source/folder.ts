/** The only door to the content folder: nothing outside it is ever read. */
import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Message, SourceText } from '../model.ts';
import { createMessage, MachineError } from '../rules.ts';

/** A file that was read, or the message that tells why not. */
export type Reading<Content> = { readonly content: Content } | { readonly message: Message };

/** A content folder, opened. */
export interface Folder {
  /** As the user wrote it; the start of every path in a message. */
  readonly name: string;
  /** Text of a file, UTF-8, without a byte order mark; every line ends with `\n`. */
  readText(path: string): Promise<Reading<string>>;
  readBytes(path: string): Promise<Reading<Uint8Array>>;
  /**
   * Files in a folder below and in the folders in it, by their path from there, sorted; empty when there is
   * no such folder. Names that begin with a dot are left out.
   */
  list(path: string): Promise<readonly string[]>;
  /** SHA-256, hexadecimal, of the names and bytes of all that was read so far, in whatever order. */
  digest(): string;
  /** Every text that was read so far, by its path as printed in messages. */
  texts(): ReadonlyMap<string, SourceText>;
  /** Path as printed in messages. */
  show(path: string): string;
}

/**
 * Opens a content folder.
 * @throws MachineError when it is not there or may not be read
 */
export async function openFolder(name: string): Promise<Folder> {
  const root = await resolveRoot(name);
  const show = (path: string) => join(name, path);
  const digests = new Map<string, string>();
  const texts = new Map<string, SourceText>();
  const readBytes = async (path: string) => {
    const reading = await readInside(root, path, show(path));
    if ('content' in reading) digests.set(path, digest(reading.content));
    return reading;
  };
  return {
    name,
    show,
    readBytes,
    readText: async (path) => {
      const reading = decode(await readBytes(path), show(path));
      if ('content' in reading) texts.set(show(path), { path, text: reading.content });
      return reading;
    },
    texts: () => texts,
    list: (path) => listInside(root, path),
    digest: () => digest(JSON.stringify([...digests].sort(([a], [b]) => (a < b ? -1 : 1)))),
  };
}

function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

async function resolveRoot(name: string): Promise<string> {
  try {
    const root = await realpath(name);
    await readdir(root);
    return root;
  } catch (cause) {
    throw new MachineError(`The content folder ${name} cannot be read: ${explain(cause)}.`, { cause });
  }
}

async function readInside(root: string, path: string, shown: string): Promise<Reading<Uint8Array>> {
  const where = { file: shown };
  try {
    const real = await realpath(join(root, path));
    if (isOutside(root, real)) return { message: createMessage('path-outside', { path: shown }, where) };
    if (!(await stat(real)).isFile())
      return { message: createMessage('file-missing', { path: shown }, where) };
    return { content: await readFile(real) };
  } catch (cause) {
    if (isCode(cause, 'ENOENT') || isCode(cause, 'ENOTDIR')) {
      return { message: createMessage('file-missing', { path: shown }, where) };
    }
    return { message: createMessage('file-unreadable', { path: shown, problem: explain(cause) }, where) };
  }
}

function isOutside(root: string, real: string): boolean {
  const way = relative(root, real);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

function decode(reading: Reading<Uint8Array>, shown: string): Reading<string> {
  if ('message' in reading) return reading;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(reading.content);
    return { content: text.replace(/\r\n?/g, '\n') };
  } catch {
    return { message: createMessage('file-not-utf8', { path: shown }, { file: shown }) };
  }
}

async function listInside(root: string, path: string): Promise<readonly string[]> {
  const folder = join(root, path);
  try {
    if (isOutside(root, await realpath(folder))) return [];
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep))
      .filter((way) => !way.some((name) => name.startsWith('.')))
      .map((way) => way.join('/'))
      .sort();
  } catch (cause) {
    if (isCode(cause, 'ENOENT') || isCode(cause, 'ENOTDIR')) return [];
    throw new MachineError(`The folder ${path} cannot be read: ${explain(cause)}.`, { cause });
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}

function explain(cause: unknown): string {
  if (isCode(cause, 'EACCES') || isCode(cause, 'EPERM')) return 'permission denied; allow reading it';
  if (isCode(cause, 'ENOENT')) return 'there is no such folder; check the path';
  if (isCode(cause, 'ENOTDIR')) return 'it is not a folder; name the folder that holds edition.yaml';
  return cause instanceof Error ? cause.message : String(cause);
}
