/** argv → a command; prints; gives the exit status: 0 done, 1 content or artefact at fault, 2 usage, machine or bug. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { build, check, kinds, type Outcome, type Today, verify } from './build.ts';
import { describeImport, runImportCommand } from './cli/import.ts';
import { Interruption, listenForInterruption } from './cli/interruption.ts';
import { formatMessages, toRecord } from './cli/messages.ts';
import { createProgress, silent } from './cli/progress.ts';
import { coloursFor, type Surroundings } from './cli/streams.ts';
import { formatProof, formatTable } from './cli/table.ts';
import { readToday } from './cli/today.ts';
import { compareFile, compareSheet, readManifest, type Sheet } from './current.ts';
import type { Kind, Message, Paper } from './model.ts';
import { hasErrors, MachineError } from './rules.ts';

/** Exit statuses. 130 is the shell's custom for a command ended by Ctrl-C. */
const status = { done: 0, refused: 1, trouble: 2, interrupted: 130 } as const;

interface CommonOptions {
  readonly json?: boolean;
}

interface CheckFlags extends CommonOptions {
  readonly allowOutdated?: boolean;
}

interface BuildFlags extends CheckFlags {
  readonly out: string;
  readonly only?: ReadonlySet<Kind>;
  readonly paper?: Paper;
  readonly keepHtml?: string;
  readonly report: boolean;
}

interface VerifyFlags extends CommonOptions {
  /** Absent with a manifest: then nothing is proved, only compared. */
  readonly content?: string;
  readonly manifest?: string;
  readonly sheet?: Sheet;
}

/**
 * Runs one command.
 * @param argv the words after `caveat`
 * @returns the exit status
 */
export async function main(argv: readonly string[], around: Surroundings = process): Promise<number> {
  let result: number = status.done;
  const keep = async (work: Promise<number>) => {
    result = await work;
  };
  try {
    await createProgram(around, keep).parseAsync(argv, { from: 'user' });
    return result;
  } catch (error) {
    return explain(error, around);
  }
}

type Keep = (work: Promise<number>) => Promise<void>;

function createProgram(around: Surroundings, keep: Keep): Command {
  const program = new Command('caveat')
    .description(packageJson.description)
    .version(packageJson.version)
    .showHelpAfterError('(caveat --help tells all commands and options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => around.stdout.write(text),
      writeErr: (text) => around.stderr.write(text),
    });
  addBuild(program, around, keep);
  addCheck(program, around, keep);
  addVerify(program, around, keep);
  addImport(program, around, keep);
  return program;
}

function addCommand(program: Command, name: string, description: string): Command {
  const json = new Option('--json', 'print a machine-readable report on stdout and nothing else');
  return program.command(name).description(description).addOption(json);
}

function addBuild(program: Command, around: Surroundings, keep: Keep): void {
  const only = new Option('--only <kinds>', `build these kinds only, joined by commas: ${kinds.join(', ')}`);
  const paper = new Option('--paper <paper>', 'sheet of the handouts; the book follows').choices([
    'letter',
    'a4',
  ]);
  addCommand(program, 'build', 'build every edition, prove it, and write it')
    .argument('[content]', 'the content folder', 'content')
    .option('--out <dir>', 'the output folder; it is replaced as a whole', 'dist')
    .addOption(only.argParser(readKinds))
    .addOption(paper)
    .addOption(allowOutdated())
    .option('--keep-html <dir>', 'also write the composed HTML, for designing templates')
    .option('--no-report', 'leave out report.html and its pictures')
    .action((content: string, flags: BuildFlags) => keep(runBuild(content, flags, around)));
}

function addCheck(program: Command, around: Surroundings, keep: Keep): void {
  addCommand(program, 'check', 'apply every rule on the content; no browser, nothing written')
    .argument('[content]', 'the content folder', 'content')
    .addOption(allowOutdated())
    .action((content: string, flags: CheckFlags) => keep(runCheck(content, flags, around)));
}

function addVerify(program: Command, around: Surroundings, keep: Keep): void {
  addCommand(program, 'verify', 'prove finished PDF and EPUB files against the content that they should hold')
    .argument('[files...]', 'PDF and EPUB files')
    .option('--content <dir>', 'the content folder (default: "content", or none with --manifest)')
    .option('--manifest <file>', 'a manifest.json: tells whether the files are the current ones')
    .addOption(
      new Option(
        '--sheet <foot>',
        'with --manifest: version and mark at the foot of a sheet, "1.0 3f2a9c1b"',
      ).argParser(readSheet),
    )
    .action((files: string[], flags: VerifyFlags) => keep(runVerify(files, flags, around)));
}

function readSheet(text: string): Sheet {
  const [, version, mark] = /(?:^|\s)(\S+)\s+([0-9a-f]{8})$/i.exec(text.replaceAll('·', ' ').trim()) ?? [];
  if (version === undefined || mark === undefined)
    throw new InvalidArgumentError(
      'Write the version and the eight figures behind it, as in "1.0 3f2a9c1b".',
    );
  return { version, mark: mark.toLowerCase() };
}

function addImport(program: Command, around: Surroundings, keep: Keep): void {
  const command = addCommand(program, 'import', 'turn a saved weblog post into a content folder');
  describeImport(command).action((post: string, flags) => keep(runImportCommand(post, flags, around)));
}

function allowOutdated(): Option {
  return new Option('--allow-outdated', 'past `reviewBy`, go on, with OUT OF DATE on every page');
}

function judgeBy({ allowOutdated = false }: CheckFlags, { env }: Surroundings): Today {
  return { day: readToday(env), allowOutdated };
}

function readKinds(text: string): ReadonlySet<Kind> {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(kinds as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`${unknown || 'Nothing'} is no kind; the kinds are ${kinds.join(', ')}.`);
  return new Set(names as Kind[]);
}

async function runBuild(content: string, flags: BuildFlags, around: Surroundings): Promise<number> {
  const { out, paper, keepHtml, json, report } = flags;
  const interruption = listenForInterruption();
  try {
    const { messages, verified } = await build({
      content,
      out,
      kinds: flags.only ?? new Set(kinds),
      today: judgeBy(flags, around),
      ...(paper && { paper }),
      ...(keepHtml !== undefined && { keepHtml }),
      report,
      version: packageJson.version,
      signal: interruption.signal,
      progress: json ? silent : createProgress(around),
    });
    return tellBuild({ messages, verified }, flags, around);
  } finally {
    interruption.stop();
  }
}

/** Messages, then the table of what was written and where the report is. */
function tellBuild(
  { messages, verified }: Outcome,
  { out, json, report }: BuildFlags,
  around: Surroundings,
): number {
  const code = hasErrors(messages) ? status.refused : status.done;
  const written = code === status.done;
  const page = report && written ? `${out}/report.html` : undefined;
  if (json) {
    const artifacts = verified.map(({ kind, path, bytes, pages, proof }) => ({
      kind,
      path,
      bytes: bytes.byteLength,
      pages,
      proof,
    }));
    const told = { status: code, out, messages: messages.map(toRecord), report: page, artifacts };
    return printJson(told, around, code);
  }
  printMessages(messages, around);
  if (!written) around.stderr.write(`Nothing was written: ${out} is as it was.\n`);
  else {
    const rows = verified.map((artifact) => ({
      path: `${out}/${artifact.path}`,
      artifact,
      proof: artifact.proof,
    }));
    around.stdout.write(`\n${formatTable(rows)}${page ? `\nTo look at: ${page}\n` : ''}`);
  }
  return code;
}

async function runCheck(content: string, flags: CheckFlags, around: Surroundings): Promise<number> {
  const { json } = flags;
  const { messages } = await check(content, judgeBy(flags, around));
  const code = hasErrors(messages) ? status.refused : status.done;
  if (json) return printJson({ status: code, messages: messages.map(toRecord) }, around, code);
  printMessages(messages, around);
  if (messages.length === 0) around.stdout.write(`${content}: no complaints\n`);
  return code;
}

async function runVerify(
  names: readonly string[],
  flags: VerifyFlags,
  around: Surroundings,
): Promise<number> {
  const { manifest, sheet, json } = flags;
  if (sheet && manifest === undefined)
    throw new MachineError('error: --sheet needs --manifest: name a manifest.json.');
  if (names.length === 0 && !sheet)
    throw new MachineError('error: nothing to verify: name PDF and EPUB files.');
  const given = new Map(
    await Promise.all(names.map(async (name) => [name, await readFinished(name)] as const)),
  );
  const content = flags.content ?? (manifest === undefined ? 'content' : undefined);
  const proved = content === undefined ? undefined : await verify(given, content, readToday(around.env));
  const compared = manifest === undefined ? [] : await compare(given, manifest, sheet);
  const files = proved?.files ?? [];
  const all = [...compared, ...(proved?.messages ?? []), ...files.flatMap((file) => file.messages)];
  const code = hasErrors(all) ? status.refused : status.done;
  if (json) {
    const records = files.map(({ file, artifact, proof }) => ({
      file,
      kind: artifact?.kind,
      pages: artifact?.pages,
      proof,
    }));
    return printJson({ status: code, messages: all.map(toRecord), files: records }, around, code);
  }
  printMessages(all, around);
  if (manifest !== undefined && compared.length === 0) around.stdout.write(tellCurrent(names, sheet));
  for (const { file, proof } of files) around.stdout.write(formatProof(file, proof));
  if (proved)
    around.stdout.write(
      formatTable(files.map(({ file, artifact, proof }) => ({ path: file, artifact, proof }))),
    );
  return code;
}

async function compare(
  given: ReadonlyMap<string, Uint8Array>,
  name: string,
  sheet: Sheet | undefined,
): Promise<Message[]> {
  const manifest = readManifest(new TextDecoder().decode(await readFinished(name)), name);
  return [
    ...(sheet ? compareSheet(sheet, manifest, name) : []),
    ...[...given].flatMap(([file, bytes]) => compareFile(file, bytes, manifest)),
  ];
}

function tellCurrent(names: readonly string[], sheet: Sheet | undefined): string {
  const all = [
    ...(sheet ? [`The sheet of version ${sheet.version} with the mark ${sheet.mark}`] : []),
    ...names,
  ];
  return all.map((what) => `${what}: current\n`).join('');
}

async function readFinished(name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(name));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MachineError(`${basename(name)} cannot be read: ${reason}. Check the path.`, { cause });
  }
}

function printMessages(messages: readonly Message[], { stderr, env }: Surroundings): void {
  stderr.write(formatMessages(messages, coloursFor(stderr, env).isColorSupported));
}

function printJson(report: unknown, { stdout }: Surroundings, code: number): number {
  stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return code;
}

function explain(error: unknown, { stderr }: Surroundings): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? status.done : status.trouble;
  if (error instanceof Interruption) {
    stderr.write(`${error.message}: nothing was written.\n`);
    return status.interrupted;
  }
  if (error instanceof MachineError) {
    stderr.write(`${error.message}\n`);
    return status.trouble;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  stderr.write(
    `This is a fault of Caveat, not of your content; please report it with these lines:\n${stack}\n`,
  );
  return status.trouble;
}
