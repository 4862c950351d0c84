/** What happens to a build from outside while it works: the old output stays, and nothing is left behind. */
import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withContent } from './fixtures/folder.ts';
import { bin, fingerprint, type ProcessOptions, type Ran, runProcess } from './fixtures/run.ts';

const preload = (name: string) => fileURLToPath(new URL(`fixtures/preload/${name}.js`, import.meta.url));

/** Builds over an old output folder, in a process of its own whose temporary files can be seen. */
async function buildMeddled(options: ProcessOptions, check: (ran: Ran) => void): Promise<void> {
  await withContent({}, async (folder) => {
    const home = dirname(folder);
    const out = join(home, 'dist');
    const temporary = join(home, 'tmp');
    await mkdir(out);
    await mkdir(temporary);
    await writeFile(join(out, 'manifest.json'), '{"artifacts":[]}');
    const before = await fingerprint(out);
    const env = { TMPDIR: temporary, TSX_DISABLE_CACHE: '1', ...options.env };
    const ran = await runProcess(['build', folder, '--out', out, '--only', 'book,handout'], {
      ...options,
      env,
    });
    check(ran);
    assert.deepEqual(await fingerprint(out), before, 'the old output was touched');
    assert.deepEqual((await readdir(home)).sort(), ['content', 'dist', 'tmp']);
    const left = (await readdir(temporary)).filter((name) => !name.startsWith('tsx-'));
    assert.deepEqual(left, [], 'temporary files were left behind');
  });
}

it('a browser that is killed in mid-print ends the build with status 2 and a sentence that says what to do', () =>
  buildMeddled({ preload: [preload('on-print')] }, ({ status, stderr }) => {
    assert.match(stderr, /The browser stopped while printing .*\. Run the build again/);
    assert.equal(status, 2);
  }));

it('Ctrl-C ends the build at once with the shell’s status 130', () =>
  buildMeddled(
    { preload: [preload('on-print')], env: { CAVEAT_TEST_ON_PRINT: 'interrupt' } },
    ({ status, stderr }) => {
      assert.match(stderr, /Interrupted by SIGINT: nothing was written/);
      assert.equal(status, 130);
    },
  ));

it('a full disk ends the build with status 2 and the old output in place', () =>
  buildMeddled({ preload: [preload('full-disk')] }, ({ status, stderr }) => {
    assert.match(stderr, /the disk is full; make room and run the build again/);
    assert.equal(status, 2);
  }));

it('a disclaimer that a style sheet hides is missed in the finished file, and nothing is written', () =>
  buildMeddled({ preload: [preload('hide-disclaimer')] }, ({ status, stderr }) => {
    assert.match(stderr, /small-edition-book\.pdf/);
    assert.match(stderr, /proof-disclaimer-full/);
    assert.match(stderr, /“Sleep”.*proof-disclaimer-chapter|proof-disclaimer-chapter.*“Sleep”/);
    assert.match(stderr, /Nothing was written/);
    assert.equal(status, 1);
  }));

/** A user without rights; absent when this test cannot become one. */
async function findOtherUser(): Promise<{ uid?: number; reason?: string }> {
  if (process.getuid?.() !== 0) return {};
  for (let path = dirname(bin); path !== dirname(path); path = dirname(path)) {
    if (((await stat(path)).mode & 0o005) !== 0o005) return { reason: `others may not read ${path}` };
  }
  return { uid: 65_534 };
}

const { uid, reason } = await findOtherUser();

it('a content folder that may not be read ends the build with status 2', { skip: reason ?? false }, () =>
  withContent({}, async (folder) => {
    await chmod(dirname(folder), 0o777);
    await chmod(folder, 0o000);
    const env = { PUPPETEER_EXECUTABLE_PATH: '/nowhere', TMPDIR: dirname(folder), HOME: dirname(folder) };
    const ran = await runProcess(['build', folder, '--out', join(dirname(folder), 'dist')], {
      env,
      ...(uid && { uid }),
    });
    await chmod(folder, 0o755);
    assert.match(ran.stderr, /cannot be read: permission denied; allow reading it/);
    assert.equal(ran.status, 2);
  }),
);

it(
  'an output folder that may not be written ends the build with status 2, before the work',
  { skip: reason ?? false },
  () =>
    withContent({}, async (folder) => {
      await chmod(dirname(folder), 0o555);
      const env = { PUPPETEER_EXECUTABLE_PATH: '/nowhere', HOME: dirname(folder), TSX_DISABLE_CACHE: '1' };
      const ran = await runProcess(['build', folder, '--out', join(dirname(folder), 'dist')], {
        env,
        ...(uid && { uid }),
      });
      await chmod(dirname(folder), 0o755);
      assert.match(
        ran.stderr,
        /cannot be written.*permission denied; allow your user to write there or choose another --out/,
      );
      assert.equal(ran.status, 2);
    }),
);
