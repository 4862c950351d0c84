/** Whether a file or a printed sheet is the current one. */
import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { compareSheet, readManifest } from '../src/current.ts';
import { withContent } from './fixtures/folder.ts';
import { run } from './fixtures/run.ts';
import { open, readPages } from './print/fixture.ts';

test('copies and sheets of a build are current, those of the build before are not', async () => {
  await withContent({}, async (folder) => {
    const out = join(dirname(folder), 'dist');
    const old = join(dirname(folder), 'old');
    const build = (to: string) => run('build', folder, '--out', to, '--only', 'handout,ebook');
    assert.equal((await build(old)).status, 0);
    const segment = join(folder, 'segments/02-sleep.md');
    await writeFile(segment, `${await readFile(segment, 'utf8')}\nOne more sentence.\n`);
    assert.equal((await build(out)).status, 0);

    const manifest = ['--manifest', join(out, 'manifest.json')];
    const copy = join(dirname(folder), 'copied.pdf');
    await copyFile(join(out, 'small-edition-handout.pdf'), copy);
    const current = await run('verify', copy, join(out, 'small-edition.epub'), ...manifest);
    assert.deepEqual([current.status, current.stderr], [0, '']);
    assert.match(current.stdout, /copied\.pdf: current\n.*small-edition\.epub: current\n/);

    const stale = await run('verify', join(old, 'small-edition-handout.pdf'), ...manifest);
    assert.equal(stale.status, 1);
    assert.match(stale.stderr, /is not small-edition-handout\.pdf of version 1\.0.*file-not-current/);
    const strange = await run('verify', segment, ...manifest, '--json');
    assert.match(strange.stdout, /"rule": "file-not-listed"|file-not-listed/);

    const foot = async (place: string) => {
      const bytes = new Uint8Array(await readFile(join(place, 'small-edition-handout.pdf')));
      const pages = await readPages(bytes);
      assert.equal((await open(bytes)).numPages, pages.length);
      const marks = pages.map((text) => /Version (\S+) · ([0-9a-f]{8})/.exec(text)?.slice(1).join(' '));
      assert.equal(new Set(marks).size, 1, 'every page shows the same mark');
      return marks[0] ?? '';
    };
    const sheet = async (text: string) => (await run('verify', '--sheet', text, ...manifest)).status;
    assert.notEqual(await foot(out), await foot(old));
    assert.equal(await sheet(await foot(out)), 0);
    assert.equal(await sheet((await foot(out)).replace(' ', ' · ').toUpperCase()), 0);
    assert.equal(await sheet(await foot(old)), 1);
    assert.equal(await sheet('1.0'), 2);
  });
});

test('what is no manifest is told, and so is a sheet without one', async () => {
  for (const text of ['', '{}', '[]', '{"edition":{"version":"1","sha256":"0"},"artifacts":[{}]}'])
    assert.throws(() => readManifest(text, 'x.json'), /x\.json is no manifest of Caveat/);
  const { status, stderr } = await run('verify', '--sheet', '1.0 0123abcd');
  assert.equal(status, 2);
  assert.match(stderr, /--sheet needs --manifest/);
});

test('a sheet of another version with the same mark is not current', () => {
  const manifest = { edition: { version: '2', sha256: '0123abcd99' }, artifacts: [] };
  assert.deepEqual(compareSheet({ version: '2', mark: '0123abcd' }, manifest, 'm'), []);
  const [message] = compareSheet({ version: '1', mark: '0123abcd' }, manifest, 'm');
  assert.equal(message?.ruleId, 'sheet-not-current');
});
