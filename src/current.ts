/** Whether a file, or a printed sheet, is the one that a manifest names: a copy in a drawer may be years old. */
import { createHash } from 'node:crypto';
import type { Message } from './model.ts';
import { createMessage, MachineError } from './rules.ts';

/** What a manifest says of its edition and files. */
export interface Manifest {
  readonly edition: { readonly version: string; readonly sha256: string };
  readonly artifacts: readonly { readonly path: string; readonly sha256: string }[];
}

/** What a handout shows at the foot of each page. */
export interface Sheet {
  readonly version: string;
  /** The beginning of the content's hash. */
  readonly mark: string;
}

/** Figures of a hash in messages and on sheets. */
const shown = 8;

/** @throws MachineError when the text is no manifest of Caveat */
export function readManifest(text: string, name: string): Manifest {
  const manifest = parse(text);
  if (isManifest(manifest)) return manifest;
  throw new MachineError(`${name} is no manifest of Caveat: name the manifest.json of an output folder.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  const { edition, artifacts } = (value ?? {}) as Partial<Manifest>;
  if (typeof edition?.version !== 'string' || typeof edition.sha256 !== 'string') return false;
  if (!Array.isArray(artifacts)) return false;
  return artifacts.every((it) => typeof it?.path === 'string' && typeof it.sha256 === 'string');
}

/** A message unless the file is, byte for byte, one that the manifest names. */
export function compareFile(file: string, bytes: Uint8Array, { edition, artifacts }: Manifest): Message[] {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (artifacts.some(({ sha256 }) => sha256 === found)) return [];
  const base = file.split('/').at(-1);
  const named = artifacts.find(({ path }) => path.split('/').at(-1) === base);
  const values = { file, version: edition.version, found: found.slice(0, shown) };
  if (!named) return [createMessage('file-not-listed', values, { file })];
  const { path, sha256 } = named;
  return [createMessage('file-not-current', { ...values, path, expected: sha256.slice(0, shown) }, { file })];
}

/** A message unless a sheet is of the manifest's edition. */
export function compareSheet({ version, mark }: Sheet, { edition }: Manifest, file: string): Message[] {
  if (version === edition.version && edition.sha256.startsWith(mark)) return [];
  const current = { currentVersion: edition.version, currentMark: edition.sha256.slice(0, shown) };
  return [createMessage('sheet-not-current', { version, mark, ...current }, { file })];
}
