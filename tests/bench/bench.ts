/**
 * The benchmark: whole builds as ratios to their floor, taken in one run, in pairs.
 *
 * The floor of a book is the same browser launched by Puppeteer, loading the book's HTML and printing it
 * once, as a process of its own. Ratios travel between machines; seconds do not.
 *
 * `npm run bench -- 5 proof drawing` takes 5 pairs, and only these parts.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureFinishing } from './finishing.ts';
import { writeLongContent } from './long-content.ts';
import { runTree, type TreeRun } from './process-tree.ts';

const pairs = Number(process.argv[2] ?? 5);
const wanted = new Set(process.argv.slice(3));
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const bin = here('../../src/bin.js');

interface Run {
  readonly seconds: number;
  /** Peak resident memory of the Node process, in MB (1,000,000 bytes). */
  readonly megabytes: number;
  readonly stdout: string;
}

function run(args: readonly string[]): Run {
  const probe = ['--import', here('./probe.js')];
  const result = spawnSync(process.execPath, [...probe, ...args], { encoding: 'utf8' });
  const report = /^PROBE (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)$/m.exec(result.stderr);
  if (result.status !== 0 || !report) throw new Error(`${args.join(' ')} failed:\n${result.stderr}`);
  return { seconds: Number(report[1]), megabytes: Number(report[2]), stdout: result.stdout };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Builds and floors in turn, so that a noisy minute falls on both. */
function measure(
  name: string,
  content: string,
  only: readonly string[],
  goal: number,
  scratch: string,
): void {
  const html = join(scratch, `${name}-html`);
  const out = join(scratch, `${name}-dist`);
  const buildArgs = [bin, 'build', content, '--out', out, ...only];
  run([...buildArgs, '--keep-html', html]); // warms caches, and keeps the book for the floor
  const slug = /^slug: (.+)$/m.exec(readFileSync(join(content, 'edition.yaml'), 'utf8'))?.[1];
  const floorArgs = [here('./floor.js'), join(html, `${slug}-book`)];
  const rounds = Array.from({ length: pairs }, () => ({ build: run(buildArgs), floor: run(floorArgs) }));
  const ratio = median(rounds.map(({ build, floor }) => build.seconds / floor.seconds));
  const build = median(rounds.map((round) => round.build.seconds));
  const floor = median(rounds.map((round) => round.floor.seconds));
  const memory = Math.max(...rounds.map((round) => round.build.megabytes));
  console.log(
    `${name}: ${ratio.toFixed(2)} × its floor (goal ${goal}); build ${build.toFixed(2)} s, floor ${floor.toFixed(2)} s; ` +
      `peak memory of Node ${memory.toFixed(0)} MB (goal 400); ${pairs} pairs, medians`,
  );
}

/** Words of books of about 100, 200 and 400 pages. */
const lengths = [20_000, 40_000, 80_000];

/** Finishing against printing, and its peak memory by the number of pages. */
async function measureFinishingByLength(scratch: string): Promise<void> {
  for (const words of lengths) {
    const folder = join(scratch, `${words}`);
    writeLongContent(join(folder, 'content'), words);
    const out = ['--out', join(folder, 'dist'), '--keep-html', join(folder, 'html'), '--only', 'book'];
    run([bin, 'build', join(folder, 'content'), ...out]);
    const rounds = await measureFinishing(join(folder, 'html', 'long-book'), pairs);
    const [last] = rounds.slice(-1);
    if (!last) throw new TypeError('The benchmark needs a pair');
    writeFileSync(join(folder, 'raw.pdf'), last.raw);
    const { megabytes } = run(['--import', 'tsx', here('./finish-file.ts'), join(folder, 'raw.pdf')]);
    const ratio = median(rounds.map(({ finishSeconds, printSeconds }) => finishSeconds / printSeconds));
    const finishing = median(rounds.map(({ finishSeconds }) => finishSeconds));
    console.log(
      `finishing ${last.pages} pages: ${(ratio * 100).toFixed(0)} % of printing them (goal 25), ` +
        `${finishing.toFixed(2)} s; peak memory with reading and writing ${megabytes.toFixed(0)} MB`,
    );
  }
}

/** Whole builds with and without the report, in turn. */
function measureReport(content: string, scratch: string): void {
  const args = [bin, 'build', content, '--out', join(scratch, 'report-dist')];
  run(args);
  const rounds = Array.from({ length: pairs }, () => ({
    told: run(args),
    bare: run([...args, '--no-report']),
  }));
  const ratio = median(rounds.map(({ told, bare }) => told.seconds / bare.seconds));
  const memory = median(rounds.map(({ told, bare }) => told.megabytes - bare.megabytes));
  console.log(
    `report of content: a build takes ${ratio.toFixed(2)} × what it takes without, and ${memory.toFixed(0)} MB more`,
  );
}

/** A build as it is by default, and the quickest one that makes all editions. */
const builds = [
  ['with its report', []],
  ['without the report', ['--no-report']],
] as const;

/**
 * What the proof adds to a build, in turn with builds in which nothing is proved (`unproved.js`): of the time until it
 * is done, and of the processor time of Node and the browser together.
 */
async function measureProof(content: string, scratch: string): Promise<void> {
  for (const [name, options] of builds) {
    const args = [bin, 'build', content, '--out', join(scratch, 'proof-dist'), ...options];
    run(args);
    const rounds: { readonly proved: TreeRun; readonly bare: TreeRun }[] = [];
    for (let round = 0; round < pairs; round += 1) {
      const proved = await runTree(args);
      rounds.push({ proved, bare: await runTree(['--import', here('./unproved.js'), ...args]) });
    }
    const ratios = (of: (run: TreeRun) => number) =>
      rounds.map(({ proved, bare }) => of(proved) / of(bare) - 1).toSorted((one, other) => one - other);
    const share = (ratio: number) => `${(ratio * 100).toFixed(0)} %`;
    const times = ratios((it) => it.seconds);
    const seconds = (which: 'proved' | 'bare') =>
      median(rounds.map((round) => round[which].seconds)).toFixed(1);
    console.log(
      `proof of content, ${name}: adds ${share(median(times))} to the time of a build (goal 40; ` +
        `${share(times[0] ?? Number.NaN)} to ${share(times.at(-1) ?? Number.NaN)}), ` +
        `${seconds('proved')} s instead of ${seconds('bare')} s, and ` +
        `${share(median(ratios((it) => it.processorSeconds)))} to its processor time; ${pairs} pairs, medians`,
    );
  }
}

/** Words of books of about 50, 200 and 800 pages. */
const bookLengths = [10_000, 40_000, 160_000];

/** A finished book of so many words, made once. */
function makeBook(words: number, scratch: string): { readonly content: string; readonly pdf: string } {
  const content = join(scratch, `book-${words}`, 'content');
  const out = join(scratch, `book-${words}`, 'dist');
  const pdf = join(out, 'long-book.pdf');
  if (existsSync(pdf)) return { content, pdf };
  writeLongContent(content, words);
  run([bin, 'build', content, '--out', out, '--only', 'book', '--no-report']);
  return { content, pdf };
}

/** What the proof of a page costs, by the number of pages. */
function measureProofByLength(scratch: string): void {
  for (const words of bookLengths) {
    const { content, pdf } = makeBook(words, scratch);
    const args = ['--import', 'tsx', here('./prove-file.ts'), content, pdf];
    const rounds = Array.from({ length: pairs }, () => run(args));
    const cost = median(rounds.map(({ stdout }) => Number(stdout.split(' ')[1])));
    const memory = Math.max(...rounds.map(({ megabytes }) => megabytes));
    console.log(
      `proving ${rounds[0]?.stdout.split(' ')[0]} pages: ${cost.toFixed(2)} ms a page (processor time); ` +
        `peak memory of a process that does nothing else ${memory.toFixed(0)} MB`,
    );
  }
}

/** What a picture of a page costs, by the number of pages. */
function measureDrawing(scratch: string): void {
  for (const words of bookLengths) {
    const args = ['--import', 'tsx', here('./draw-file.ts'), makeBook(words, scratch).pdf];
    const rounds = Array.from({ length: pairs }, () => run(args));
    const [pages, , bytes] = (rounds[0]?.stdout ?? '').split(' ').map(Number);
    const cost = median(rounds.map(({ stdout }) => Number(stdout.split(' ')[1])));
    const memory = Math.max(...rounds.map(({ megabytes }) => megabytes));
    console.log(
      `drawing ${pages} pages: ${cost.toFixed(2)} ms a page (processor time), ${((bytes ?? 0) / 1000).toFixed(1)} KB each; ` +
        `peak memory of a process that does nothing else ${memory.toFixed(0)} MB`,
    );
  }
}

/** Seconds of the stage that makes and proves the editions, as the command tells them. */
function measureEbook(
  content: string,
  out: string,
): { readonly seconds: number; readonly megabytes: number } {
  const probe = ['--import', here('./probe.js')];
  const args = [...probe, bin, 'build', content, '--out', out, '--only', 'ebook'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const stage = /^print and prove +(\d+\.\d+) s$/m.exec(stderr)?.[1];
  const megabytes = /^PROBE \S+ (\S+)$/m.exec(stderr)?.[1];
  if (status !== 0 || !stage || !megabytes) throw new Error(`The e-book failed:\n${stderr}`);
  return { seconds: Number(stage), megabytes: Number(megabytes) };
}

/** What a chapter of 1,500 words adds to an e-book, and the memory that a thousand of them take. */
function measureEbooks(scratch: string): void {
  const [few, many, most] = [10, 110, 1000] as const;
  const folder = (chapters: number) => join(scratch, `ebook-${chapters}`);
  for (const chapters of [few, many, most]) writeLongContent(folder(chapters), chapters * 1500, 1500);
  const out = join(scratch, 'ebook-dist');
  measureEbook(folder(few), out); // warms caches
  const each = Array.from({ length: pairs }, () => {
    const start = measureEbook(folder(few), out).seconds;
    return ((measureEbook(folder(many), out).seconds - start) / (many - few)) * 1000;
  });
  const { megabytes } = measureEbook(folder(most), out);
  console.log(
    `e-book: ${median(each).toFixed(1)} ms a chapter of 1,500 words beyond start-up (goal 15); ` +
      `${most} chapters: peak memory of Node ${megabytes.toFixed(0)} MB (goal 500); ${pairs} pairs, medians`,
  );
}

/** Whole builds against their floor. */
function measureBuilds(content: string, scratch: string): void {
  measure('content', content, [], 5, scratch);
  writeLongContent(join(scratch, 'long'), 12_000);
  measure('12,000 words', join(scratch, 'long'), ['--only', 'book,ebook'], 4, scratch);
}

const parts: Readonly<Record<string, (content: string, scratch: string) => void | Promise<void>>> = {
  builds: measureBuilds,
  finishing: (_, scratch) => measureFinishingByLength(scratch),
  report: measureReport,
  proof: measureProof,
  proving: (_, scratch) => measureProofByLength(scratch),
  drawing: (_, scratch) => measureDrawing(scratch),
  ebooks: (_, scratch) => measureEbooks(scratch),
};

const scratch = mkdtempSync(join(tmpdir(), 'caveat-bench-'));
try {
  const content = join(scratch, 'content');
  cpSync(here('../../content'), content, { recursive: true });
  for (const [name, measurePart] of Object.entries(parts))
    if (wanted.size === 0 || wanted.has(name)) await measurePart(content, scratch);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
