/** `caveat import`: its options, and what it prints. */
import { type Command, InvalidArgumentError } from 'commander';
import type { ImportedFolder, ImportOptions } from '../import-post.ts';
import type { Message } from '../model.ts';
import { hasErrors } from '../rules.ts';
import { formatImport } from './import-report.ts';
import { formatMessages, toRecord } from './messages.ts';
import { createProgress, silent } from './progress.ts';
import { coloursFor, type Surroundings } from './streams.ts';
import { readToday } from './today.ts';

interface ImportFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly post?: string;
  readonly all?: boolean;
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly url?: string;
  readonly language?: string;
  readonly json?: boolean;
}

/** Adds the command's options. */
export function describeImport(command: Command): Command {
  return command
    .argument('<post>', 'a saved page (plain text or HTML) or a WordPress export')
    .requiredOption('--out <dir>', 'the content folder to write')
    .option('--force', 'write into a folder that is there; every file that you have changed is kept')
    .option('--post <name>', 'of an export, the post with this id, slug or title')
    .option('--all', 'of an export, every published post and page, each into its own folder below --out')
    .option('--title <text>', 'title of the post, where the file does not tell it')
    .option('--author <name>', 'who wrote the post, such as "Ada Author, MD"')
    .option('--date <day>', 'when it was written, such as 2017-03-05', readDay)
    .option('--url <address>', 'where it stands on the web', readAddress)
    .option('--language <tag>', 'its language, such as en-US');
}

/** Runs the command. @returns the exit status */
export async function runImportCommand(
  file: string,
  flags: ImportFlags,
  around: Surroundings,
): Promise<number> {
  const { json = false } = flags;
  const { runImport } = await import('../import-post.ts');
  const posts: ImportedFolder[] = [];
  const tell = (written: ImportedFolder): void => {
    if (json) posts.push(written);
    else around.stdout.write(formatImport(written.folder, written.report));
  };
  const { messages } = await runImport({ ...toOptions(file, flags, around), tell });
  const code = hasErrors(messages) ? 1 : 0;
  if (json) {
    const report = { status: code, messages: messages.map(toRecord), posts };
    around.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else print(messages, around);
  return code;
}

function toOptions(file: string, flags: ImportFlags, around: Surroundings): Omit<ImportOptions, 'tell'> {
  const { post, all = false, out, force = false, title, author, date, url, language, json } = flags;
  const about = {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
  };
  const progress = json ? silent : createProgress(around);
  const wanted = { all, ...(post !== undefined && { post }) };
  return { file, out, force, about, wanted, today: readToday(around.env), progress };
}

function print(messages: readonly Message[], { stderr, env }: Surroundings): void {
  stderr.write(formatMessages(messages, coloursFor(stderr, env).isColorSupported));
}

function readDay(text: string): string {
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return text;
  throw new InvalidArgumentError('Write a day such as 2017-03-05, or a month or year.');
}

function readAddress(text: string): string {
  if (/^https?:\/\/\S+$/.test(text)) return text;
  throw new InvalidArgumentError('Write the whole address, such as https://example.org/post.');
}
