/** Two builds of the same content give the same files, whatever the folder, time zone, locale and clock. */
import assert from 'node:assert/strict';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withContent } from './fixtures/folder.ts';
import { fingerprint, runProcess } from './fixtures/run.ts';

const clock = fileURLToPath(new URL('fixtures/preload/clock.js', import.meta.url));

it('two builds in different folders, time zones, locales and years are equal byte for byte, as long as they are in date', () =>
  withContent({}, async (folder) => {
    const home = dirname(folder);
    const elsewhere = join(home, 'a folder ü', 'content');
    await mkdir(dirname(elsewhere));
    await cp(folder, elsewhere, { recursive: true });
    const surroundings = [
      {
        content: folder,
        env: {
          TZ: 'America/Los_Angeles',
          LC_ALL: 'C',
          LANG: 'C',
          CAVEAT_TEST_NOW: '2025-12-31T23:00:00Z',
          SOURCE_DATE_EPOCH: '',
        },
      },
      {
        content: elsewhere,
        env: {
          TZ: 'Pacific/Kiritimati',
          LC_ALL: 'de_DE.UTF-8',
          LANG: 'de_DE.UTF-8',
          CAVEAT_TEST_NOW: '2027-01-02T23:59:00Z',
          SOURCE_DATE_EPOCH: '',
        },
      },
    ];
    for (const { content, env } of surroundings) {
      const ran = await runProcess(['build', '--out', 'dist', content], {
        env,
        cwd: dirname(content),
        preload: [clock],
      });
      assert.equal(ran.status, 0, ran.stderr);
    }
    const first = await fingerprint(join(home, 'dist'));
    assert.ok(Object.keys(first).length >= 6);
    assert.deepEqual(await fingerprint(join(dirname(elsewhere), 'dist')), first);
  }));

it('the checksums in SHA256SUMS and the manifest are those of the files', () =>
  withContent({}, async (folder) => {
    const out = join(dirname(folder), 'dist');
    assert.equal((await runProcess(['build', folder, '--out', out, '--only', 'handout,ebook'])).status, 0);
    const real = await fingerprint(out);
    const sums = (await readFile(join(out, 'SHA256SUMS'), 'utf8')).trim().split('\n');
    assert.deepEqual(
      Object.fromEntries(sums.map((line) => line.split('  ').reverse())),
      Object.fromEntries(Object.entries(real).filter(([name]) => name !== 'SHA256SUMS')),
    );
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
    for (const { path, sha256, bytes, proof } of manifest.artifacts) {
      assert.equal(sha256, real[path]);
      assert.equal(bytes, (await readFile(join(out, path))).byteLength);
      assert.ok(proof.length > 0);
    }
    assert.match(manifest.generator.browser, /Chrome\/147/);
  }));
