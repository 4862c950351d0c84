/** The post that this was made for, where it is at hand: it is not ours to copy into the repository. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { readLayout } from '../fixtures/pages.ts';
import { run } from '../fixtures/run.ts';
import { importOne, withFolder, writeFolder } from './post.ts';

const path = fileURLToPath(new URL('../../../shared/samples/saved-post.txt', import.meta.url));
const skip = existsSync(path) ? false : `no saved post at ${path}`;

/** What stands around a post, and must be in no edition. */
const furniture =
  /leave a reply|log ?in|log out|\bsays:|ads below|advertis(ement|ing notice)|akismet|wordpress|bloggers like|home page|responses? to|connecting to|google account/iu;

const numbers = Array.from({ length: 21 }, (_, index) => `${index + 1}.`);

test(
  'the saved post builds into every edition once permission is set, and its furniture is in none',
  { skip },
  () =>
    withFolder(async (home) => {
      const post = await readFile(path);
      const imported = await importOne(post);
      const { words, lists, comments } = imported.report;
      assert.equal(
        words.in,
        post
          .toString()
          .split(/\s+/u)
          .filter((word) => word !== '').length,
      );
      assert.equal(words.in, words.kept + words.moved + words.dropped);
      assert.deepEqual(
        lists.map(({ first, last }) => [first, last]),
        [[1, 21]],
      );
      assert.deepEqual([comments.kept, comments.threads, comments.byTheAuthor], [4, 2, 2]);
      await writeFolder(imported, join(home, 'content'));
      const out = join(home, 'dist');
      const { status, stderr } = await run('build', join(home, 'content'), '--out', out);
      assert.equal(status, 0, stderr);
      const files = (await readdir(out, { recursive: true })).filter((name) => /\.(pdf|epub)$/.test(name));
      assert.ok(files.length >= 9, files.join());
      for (const file of files) {
        const text = await readEdition(join(out, file));
        assert.equal(furniture.exec(text)?.[0], undefined, file);
        if (!file.startsWith('handouts/')) assert.match(text, /public warning/i, file);
      }
      await assertNumbers(out, files);
    }),
);

test('the saved post without permission is refused', { skip }, () =>
  withFolder(async (home) => {
    await writeFolder(await importOne(await readFile(path)), home, 'missing');
    const { status, stderr } = await run('build', home, '--out', join(home, 'dist'));
    assert.equal(status, 1);
    assert.match(stderr, /source-permission-missing/);
  }),
);

/** All text of a PDF, or of the files in an e-book. */
async function readEdition(file: string): Promise<string> {
  const bytes = new Uint8Array(await readFile(file));
  if (!file.endsWith('.epub')) {
    const pages = await readLayout(bytes);
    return pages.flatMap(({ lines, margins }) => [...lines, ...margins].map(({ text }) => text)).join('\n');
  }
  const pages = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xhtml|opf|ncx)$/.test(name));
  return pages.map(([, content]) => strFromU8(content).replace(/<[^>]+>/g, ' ')).join('\n');
}

/** The numbers 1 to 21, in order, in each whole PDF; and one list of 21 items in the e-book. */
async function assertNumbers(out: string, files: readonly string[]): Promise<void> {
  for (const file of files.filter((name) => /-(book|handout|large-print)\.pdf$/.test(name))) {
    const pages = await readLayout(new Uint8Array(await readFile(join(out, file))));
    const lines = pages.flatMap((page) => page.lines).filter(({ roles }) => roles.includes('LI'));
    const found = lines.flatMap(({ text }) => /^(\d{1,2}\.)(?=\s|$)/.exec(text)?.[1] ?? []);
    assert.deepEqual(found, numbers, file);
  }
  const epub = files.find((name) => name.endsWith('.epub')) ?? '';
  const pages = Object.entries(unzipSync(new Uint8Array(await readFile(join(out, epub)))));
  const lists = pages.flatMap(([, content]) => strFromU8(content).match(/<ol[\s>][\s\S]*?<\/ol>/g) ?? []);
  const advice = lists.filter((list) => !list.includes('href=') && !/start="(?!1")/.test(list));
  const whole = advice.find((list) => list.match(/<li[\s>]/g)?.length === 21) ?? '';
  const last = whole.slice(whole.lastIndexOf('<li'));
  assert.ok((last.match(/<p[\s>]/g)?.length ?? 0) >= 4, 'the last item has its paragraphs');
  assert.match(last, /<blockquote[\s>][\s\S]*<br/, 'and its verse');
}
