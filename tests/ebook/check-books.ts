/**
 * Every checker there is on every book: `node --import tsx tests/ebook/check-books.ts [--suites] BOOK…`; with
 * `--suites` also on the books made of the CommonMark and GFM suites, which takes some minutes. Any error or warning, and any outcome of Ace but pass, ends with status 1.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkers, debianJar } from './checkers.ts';
import { joinSuiteBook, makeSuiteBook, type SuiteBook, suites } from './suite-book.ts';

/** Ace opens every file in a browser, which takes a second each: of the suites it gets the book of few files. */
const isMeantFor = (checker: string, book: string) =>
  !basename(book).startsWith('suite-') || checker.startsWith('Ace') === book.endsWith('-joined.epub');

type Job = () => Promise<void>;

function listJobs(books: readonly string[], scratch: string): Job[] {
  return Object.entries(checkers).flatMap(([name, check]) =>
    books
      .filter((book) => isMeantFor(name, book))
      .map((book) => async () => {
        const start = performance.now();
        const said = await check(book, scratch);
        const seconds = ((performance.now() - start) / 1000).toFixed(0);
        console.log(`${name}: ${basename(book)}: ${said === '' ? 'nothing' : 'FAILED'} (${seconds} s)`);
        if (said === '') return;
        console.error(said);
        process.exitCode = 1;
      }),
  );
}

/** Two at a time: each is a process that keeps one processor busy. */
async function runInPairs(jobs: readonly Job[]): Promise<void> {
  const rest = [...jobs];
  const work = async () => {
    for (let job = rest.shift(); job; job = rest.shift()) await job();
  };
  await Promise.all([work(), work()]);
}

async function writeSuites(folder: string): Promise<string[]> {
  const books: string[] = [];
  const write = async (name: string, { artifact, edition, refused }: SuiteBook) => {
    console.log(`${name}: ${edition.segments.length} files; ${refused.size} refused with a message each`);
    const book = join(folder, `suite-${name}.epub`);
    await writeFile(book, artifact.bytes);
    books.push(book);
  };
  for (const [name, examples] of Object.entries(suites)) {
    const book = await makeSuiteBook(name, examples);
    await write(name, book);
    await write(`${name}-joined`, await joinSuiteBook(name, examples, book.refused));
  }
  return books;
}

if (!existsSync(debianJar))
  console.log('EPUBCheck 4.2.6 is not installed (Debian: epubcheck), and is left out.');
const scratch = await mkdtemp(join(tmpdir(), 'caveat-books-'));
try {
  const start = performance.now();
  const { values, positionals } = parseArgs({
    options: { suites: { type: 'boolean' } },
    allowPositionals: true,
  });
  const books = [...positionals, ...(values.suites ? await writeSuites(scratch) : [])];
  await runInPairs(listJobs(books, scratch));
  console.log(`All checkers: ${((performance.now() - start) / 1000).toFixed(0)} s`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
