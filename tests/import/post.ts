/** Imports for tests: a post in memory, and its files as a content folder. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type About, type Imported, importPost } from '../../src/import/index.ts';

export const today = '2026-02-01';

/** Imports one post. */
export async function importOne(post: string | Uint8Array, about: About = {}): Promise<Imported> {
  const bytes = typeof post === 'string' ? new TextEncoder().encode(post) : post;
  const result = await importPost(bytes, today, about);
  assert.ok('posts' in result, 'problem' in result ? result.problem : '');
  const [first] = result.posts;
  assert.ok(first && result.posts.length === 1);
  return first;
}

/** Text of a file, which must be there. */
export function fileOf({ files }: Imported, path: string): string {
  const text = files.get(path);
  assert.ok(text !== undefined, `${path} is not among ${[...files.keys()].join(', ')}`);
  return text;
}

/** All segments, in order, without their front matter. */
export function bodyOf(imported: Imported): string {
  const segments = [...imported.files].filter(([path]) => path.startsWith('segments/'));
  return segments.map(([, text]) => text.split('\n---\n').slice(1).join('\n---\n').trim()).join('\n\n');
}

/** The lines of the report that were dropped: `12 spacer`. */
export function droppedOf({ report }: Imported): string[] {
  return report.lines.flatMap(({ line, fate, why }) => (fate === 'dropped' ? [`${line} ${why}`] : []));
}

/** Works in a folder of its own. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'caveat-import-')));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes an import as a content folder; `permission` is what a person has set. */
export async function writeFolder(imported: Imported, folder: string, permission = 'Given in a test.') {
  for (const [path, text] of imported.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const set =
      path === 'edition.yaml' ? text.replace('permission: missing', `permission: ${permission}`) : text;
    await writeFile(join(folder, path), set);
  }
}
