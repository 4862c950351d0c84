/** What becomes of an edition on the day before, on and after its `reviewBy`, with and without --allow-outdated. */
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { withContent } from './fixtures/folder.ts';
import { fingerprint, runOn } from './fixtures/run.ts';
import { readPages } from './print/fixture.ts';

/** The base edition is to be checked again by 2 January 2027. */
const [before, onTheDay, after] = ['2027-01-01', '2027-01-02', '2027-01-03'] as const;

describe('check', () => {
  const check = (day: string, ...flags: string[]) =>
    withContent({}, (folder) => runOn(day, 'check', folder, ...flags));

  for (const day of [before, onTheDay])
    for (const flags of [[], ['--allow-outdated']])
      it(`has no complaints on ${day} ${flags.join()}`, async () => {
        const { status, stderr, stdout } = await check(day, ...flags);
        assert.deepEqual([status, stderr], [0, '']);
        assert.match(stdout, /no complaints/);
      });

  it('refuses the edition the day after, at the line of reviewBy', async () => {
    const { status, stderr } = await check(after);
    assert.equal(status, 1);
    assert.match(
      stderr,
      /edition\.yaml\n8:11 error .*checked again by 2027-01-02, and today is 2027-01-03 review-overdue /,
    );
    assert.match(stderr, /Check the facts again and set `reviewed` and `reviewBy`; --allow-outdated/);
  });

  it('warns only, when that is allowed', async () => {
    const { status, stderr } = await check(after, '--allow-outdated');
    assert.equal(status, 0);
    assert.match(stderr, /edition\.yaml\n8:11 warning .* review-overdue-allowed /);
  });

  it('tells all other faults too', () =>
    withContent(
      { 'segments/03-sources.md': '---\ntitle: Sources\nkind: back\n---\n\n[x](slep)\n' },
      async (folder) => {
        const { stderr } = await runOn(after, 'check', folder);
        assert.match(stderr, /review-overdue/);
        assert.match(stderr, /link-broken/);
      },
    ));
});

describe('build', () => {
  it('refuses an edition that is out of date, and leaves the output as it was', () =>
    withContent({}, async (folder) => {
      const out = join(dirname(folder), 'dist');
      await mkdir(out);
      await writeFile(join(out, 'manifest.json'), '{"artifacts":[{"path":"old.pdf"}]}');
      await writeFile(join(out, 'old.pdf'), 'an older edition');
      const old = await fingerprint(out);
      const { status, stderr } = await runOn(after, 'build', folder, '--out', out);
      assert.equal(status, 1);
      assert.match(stderr, /review-overdue/);
      assert.match(stderr, /Nothing was written/);
      assert.deepEqual(await fingerprint(out), old);
    }));

  it('prints OUT OF DATE on every page when that is allowed, and says so in the e-book', () =>
    withContent({}, async (folder) => {
      const out = join(dirname(folder), 'dist');
      const { status, stderr } = await runOn(after, 'build', folder, '--out', out, '--allow-outdated');
      assert.equal(status, 0, stderr);
      const names = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.pdf'));
      assert.ok(names.length >= 3);
      for (const name of names)
        for (const [index, text] of (
          await readPages(new Uint8Array(await readFile(join(out, name))))
        ).entries())
          assert.match(text, /OUT OF DATE/, `${name}, page ${index + 1}`);
      const book = unzipSync(await readFile(join(out, 'small-edition.epub')));
      for (const name of ['title.xhtml', 'disclaimer.xhtml'])
        assert.match(
          strFromU8(book[`OEBPS/${name}`] ?? new Uint8Array()),
          /OUT OF DATE.*checked again by 2\u00a0January\u00a02027. Do not rely on it/s,
          name,
        );
      const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
      for (const { path, proof } of manifest.artifacts)
        assert.ok(
          proof.some(({ check }: { check: string }) => check === 'out-of-date'),
          path,
        );
    }));

  it('makes the same bytes in date, whatever the day and the option', () =>
    withContent({}, async (folder) => {
      const build = async (day: string, ...flags: string[]) => {
        const out = join(dirname(folder), `dist-${day}-${flags.length}`);
        const kinds = ['--only', 'chapter-handout,ebook'];
        const { status, stderr } = await runOn(day, 'build', folder, '--out', out, ...kinds, ...flags);
        assert.equal(status, 0, stderr);
        return fingerprint(out);
      };
      const first = await build(before);
      assert.deepEqual(await build(onTheDay, '--allow-outdated'), first);
    }));
});

describe('verify', () => {
  it('demands OUT OF DATE of a file whose day is over, and of no other', () =>
    withContent({}, async (folder) => {
      const build = async (day: string, name: string) => {
        const out = join(dirname(folder), name);
        const ran = await runOn(
          day,
          'build',
          folder,
          '--out',
          out,
          '--allow-outdated',
          '--only',
          'handout,ebook',
        );
        assert.equal(ran.status, 0, ran.stderr);
        return ['small-edition-handout.pdf', 'small-edition.epub'].map((file) => join(out, file));
      };
      const verify = (day: string, files: readonly string[]) =>
        runOn(day, 'verify', ...files, '--content', folder);
      const fresh = await build(onTheDay, 'fresh');
      const stale = await build(after, 'stale');
      assert.equal((await verify(onTheDay, fresh)).status, 0);
      assert.equal((await verify(after, stale)).status, 0);
      const late = await verify(after, fresh);
      assert.equal(late.status, 1);
      assert.match(late.stderr, /“OUT OF DATE” is missing on page 1,/);
      assert.match(late.stderr, /“OUT OF DATE” is missing on OEBPS\/title\.xhtml,/);
      assert.match(late.stderr, /“OUT OF DATE” is missing on OEBPS\/disclaimer\.xhtml,/);
    }));
});

it('a SOURCE_DATE_EPOCH that is no number is trouble with the machine', () =>
  withContent({}, async (folder) => {
    const { status, stderr } = await runOn('whenever', 'check', folder);
    assert.equal(status, 2);
    assert.match(stderr, /SOURCE_DATE_EPOCH is “NaN”, expected whole seconds/);
  }));
