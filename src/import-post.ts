/** The pipeline of `caveat import`: a saved post → content folders. */
import { join } from 'node:path';
import { openPost, type PostFile, writeContent } from './import/disk.ts';
import {
  type About,
  type Imported,
  type ImportResult,
  importPost,
  openExport,
  type Report,
  recogniseStart,
  type Wanted,
  WxrProblem,
} from './import/index.ts';
import type { Message, Progress } from './model.ts';
import { createMessage } from './rules.ts';

/** What a user asks of an import. */
export interface ImportOptions {
  /** The saved post. */
  readonly file: string;
  /** The content folder; with `wanted.all`, the folder of content folders. */
  readonly out: string;
  /** Day of the import, `YYYY-MM-DD`. */
  readonly today: string;
  /** The folder may be there already. */
  readonly force: boolean;
  /** What the user knows of the post. */
  readonly about: About;
  /** Posts of an export. */
  readonly wanted: Wanted;
  readonly progress: Progress;
}

/** A content folder that was written. */
export interface ImportedFolder {
  readonly folder: string;
  readonly report: Report;
}

/** What came of an import; nothing was written when a message is an error. */
export interface ImportOutcome {
  readonly folders: readonly ImportedFolder[];
  readonly messages: readonly Message[];
}

/** Text and HTML are held in memory; a page larger than this is none. */
const largestPage = 32_000_000;

/** Reads a post, settles its account and writes its folder. */
export async function runImport(options: ImportOptions): Promise<ImportOutcome> {
  const { file, progress } = options;
  const post = await openPost(file);
  const recognised = recogniseStart(post.start);
  if ('problem' in recognised) return refuse(file, recognised.problem);
  const steps = Math.ceil(post.size / megabyte);
  const read = (step: () => void) =>
    recognised.format === 'wxr' ? readExport(post, options, step) : readPage(post, options);
  const result = await progress.stage('read the post', read, steps);
  return 'problem' in result ? refuse(file, result.problem) : writeAll(result.posts, options);
}

const megabyte = 1 << 20;

async function readPage(post: PostFile, { today, about }: ImportOptions): Promise<ImportResult> {
  if (post.size > largestPage)
    return { problem: `it has ${Math.ceil(post.size / 1e6)} MB, expected at most 32 MB` };
  return importPost(await post.readAll(), today, about);
}

/** An export is read in pieces, whatever its size. */
async function readExport(post: PostFile, options: ImportOptions, step: () => void): Promise<ImportResult> {
  const reader = openExport(post.start, options.wanted, options.today, options.about);
  const posts: Imported[] = [];
  try {
    for await (const chunk of post.chunks()) {
      posts.push(...reader.write(chunk));
      step();
    }
    const rest = reader.finish();
    return 'problem' in rest ? rest : { posts: [...posts, ...rest.posts] };
  } catch (error) {
    if (error instanceof WxrProblem) return { problem: error.message };
    throw error;
  }
}

async function writeAll(posts: readonly Imported[], options: ImportOptions): Promise<ImportOutcome> {
  const { out, force, wanted } = options;
  const folders: ImportedFolder[] = [];
  const messages: Message[] = [];
  const names = new Set<string>();
  for (const post of posts) {
    const folder = wanted.all ? join(out, unique(post.slug, names)) : out;
    const { kept } = await writeContent(folder, post, force);
    messages.push(...kept.map(({ path, fresh }) => tellKept(join(folder, path), join(folder, fresh))));
    folders.push({ folder, report: post.report });
  }
  return { folders, messages };
}

function unique(slug: string, names: Set<string>): string {
  let name = slug;
  for (let count = 2; names.has(name); count += 1) name = `${slug}-${count}`;
  names.add(name);
  return name;
}

function refuse(file: string, problem: string): ImportOutcome {
  return { folders: [], messages: [createMessage('import-refused', { problem }, { file })] };
}

function tellKept(file: string, fresh: string): Message {
  return createMessage('import-kept', { fresh }, { file });
}
