/** The pipeline of `caveat import`: a saved post → content folders. */
import { join } from 'node:path';
import { expectEmpty, openPost, type PostFile, writeContent } from './import/disk.ts';
import {
  type About,
  type Composed,
  importPost,
  openExport,
  type Report,
  recogniseStart,
  type Wanted,
  WxrProblem,
} from './import/index.ts';
import type { Message, Progress } from './model.ts';
import { createMessage, MachineError } from './rules.ts';

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
  /** Called for each folder as soon as it is written: of a large export not all reports can be held. */
  readonly tell: (written: ImportedFolder) => void;
}

/** A content folder that was written. */
export interface ImportedFolder {
  readonly folder: string;
  readonly report: Report;
}

/** What came of an import. A post with an error was not written; with `wanted.all`, the others were. */
export interface ImportOutcome {
  readonly messages: readonly Message[];
}

/** Text and HTML are held in memory; a page larger than this is none. */
const largestPage = 32_000_000;

/** Reads a post, settles its account and writes its folder. */
export async function runImport(options: ImportOptions): Promise<ImportOutcome> {
  const { file } = options;
  const post = await openPost(file);
  const recognised = recogniseStart(post.start);
  if ('problem' in recognised) return refuse(file, recognised.problem);
  const desk = openDesk(options);
  if (options.wanted.all && !options.force) await expectEmpty(options.out);
  const problem =
    recognised.format === 'wxr' ? await readExport(post, options, desk) : await readPage(post, options, desk);
  return problem === undefined ? desk : refuse(file, problem);
}

const megabyte = 1 << 20;

/** @returns why nothing was written */
async function readPage(post: PostFile, options: ImportOptions, desk: Desk): Promise<string | undefined> {
  if (post.size > largestPage) return `it has ${Math.ceil(post.size / 1e6)} MB, expected at most 32 MB`;
  const { today, about, progress } = options;
  const read = async () => importPost(await post.readAll(), today, about);
  const result = await progress.stage('read the post', read);
  if ('problem' in result) return result.problem;
  await desk.write(result.posts);
  return undefined;
}

/**
 * An export is read in pieces, whatever its size. When all of its posts are wanted it is read twice: first to see that
 * it is whole, then post by post, so that no more than one is held.
 * @returns why nothing was written
 */
async function readExport(post: PostFile, options: ImportOptions, desk: Desk): Promise<string | undefined> {
  const { wanted, today, about, progress } = options;
  const steps = Math.ceil(post.size / megabyte);
  const read = async (which: Wanted, step: () => void): Promise<string | undefined> => {
    const reader = openExport(post.start, which, today, about);
    for await (const chunk of post.chunks()) {
      await desk.write(reader.write(chunk));
      step();
    }
    const rest = reader.finish();
    if ('problem' in rest) return rest.problem;
    await desk.write(rest.posts);
    return undefined;
  };
  try {
    if (wanted.all) await progress.stage('check the export', (step) => read(noPost, step), steps);
    return await progress.stage('read the export', (step) => read(wanted, step), steps);
  } catch (error) {
    if (error instanceof WxrProblem) return error.message;
    throw error;
  }
}

/** No post has such a name: the export is only looked at. */
const noPost: Wanted = { all: false, post: '\u0000' };

/** Writes posts as they come, and gathers what is told. */
interface Desk extends ImportOutcome {
  write(posts: readonly Composed[]): Promise<void>;
}

function openDesk({ file, out, force, wanted, today, tell }: ImportOptions): Desk {
  const messages: Message[] = [];
  const names = new Set<string>();
  const write = async (posts: readonly Composed[]) => {
    for (const post of posts) {
      if ('problem' in post) {
        const rule = wanted.all ? 'import-skipped' : 'import-refused';
        messages.push(createMessage(rule, { problem: post.problem }, { file }));
        continue;
      }
      const folder = wanted.all ? join(out, unique(post.slug, names)) : out;
      const { kept } = await writeContent(folder, post, force, today).catch((cause) =>
        tellWritten(cause, names),
      );
      messages.push(...kept.map(({ path, fresh }) => tellKept(join(folder, path), join(folder, fresh))));
      tell({ folder, report: post.report });
    }
  };
  return { messages, write };
}

/** The last of the names is of the folder that could not be written; those before are complete. */
function tellWritten(cause: unknown, names: ReadonlySet<string>): never {
  const written = [...names].slice(0, -1);
  if (!(cause instanceof MachineError) || written.length === 0) throw cause;
  const list =
    written.length > 10
      ? `${written.slice(-10).join(', ')} and ${written.length - 10} before`
      : written.join(', ');
  throw new MachineError(`${cause.message} Complete are: ${list}.`, { cause });
}

function unique(slug: string, names: Set<string>): string {
  let name = slug;
  for (let count = 2; names.has(name); count += 1) name = `${slug}-${count}`;
  names.add(name);
  return name;
}

function refuse(file: string, problem: string): ImportOutcome {
  return { messages: [createMessage('import-refused', { problem }, { file })] };
}

function tellKept(file: string, fresh: string): Message {
  return createMessage('import-kept', { fresh }, { file });
}
