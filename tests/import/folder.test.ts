/** The command: what it writes, what it refuses, and that nothing is lost that a person has changed. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fingerprint, run, runOn, runProcess } from '../fixtures/run.ts';
import { withFolder } from './post.ts';

const post = `Sore Knees

Warmth helps some people at night.

What else?

  1. Lie down.

  2. Walk.

Public Warning:

Pills for sleep may cause injury or death.
`;

/** Imports into `content` of a folder of its own. */
function withImport(
  work: (paths: {
    file: string;
    out: string;
    again: (...flags: string[]) => ReturnType<typeof run>;
  }) => Promise<void>,
) {
  return withFolder(async (home) => {
    const file = join(home, 'post.bin');
    const out = join(home, 'content');
    await writeFile(file, post);
    const again = (...flags: string[]) => run('import', file, '--out', out, ...flags);
    const { status, stderr } = await again();
    assert.equal(status, 0, stderr);
    await work({ file, out, again });
  });
}

describe('caveat import', () => {
  it('writes the same bytes twice', () =>
    withImport(async ({ file, out }) => {
      await run('import', file, '--out', `${out}-2`);
      assert.deepEqual(await fingerprint(`${out}-2`), await fingerprint(out));
    }));

  it('goes by the day of SOURCE_DATE_EPOCH, and another day changes the dates of the edition and nothing else', () =>
    withImport(async ({ file, out }) => {
      await runOn('2026-02-01', 'import', file, '--out', `${out}-same`);
      await runOn('2026-03-09', 'import', file, '--out', `${out}-later`);
      assert.deepEqual(await fingerprint(`${out}-same`), await fingerprint(out));
      for (const name of Object.keys(await fingerprint(out))) {
        const [now, later] = await Promise.all(
          [out, `${out}-later`].map((it) => readFile(join(it, name), 'utf8')),
        );
        if (name === 'edition.yaml' || name === 'import-report.json')
          assert.equal(
            later?.replaceAll('-03-09', '-02-01').replace(/"edition.yaml": "\w+"/, ''),
            now?.replace(/"edition.yaml": "\w+"/, ''),
            name,
          );
        else assert.equal(later, now, name);
      }
    }));

  it('with --force on a later day has no news, and keeps the date of the edition', () =>
    withImport(async ({ file, out }) => {
      const yaml = join(out, 'edition.yaml');
      await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('missing', 'Given.'));
      const before = await fingerprint(out);
      const { status, stderr } = await runOn('2026-05-05', 'import', file, '--out', out, '--force');
      assert.equal(status, 0, stderr);
      assert.doesNotMatch(stderr, /import-kept/);
      assert.deepEqual(await fingerprint(out), before);
    }));

  it('with --force after more than a year gives the edition a date on which it can be built', () =>
    withImport(async ({ file, out }) => {
      await runOn('2027-02-02', 'import', file, '--out', out, '--force');
      assert.match(await readFile(join(out, 'edition.yaml'), 'utf8'), /published: 2027-02-02/);
    }));

  it('does not touch a folder that is there', () =>
    withImport(async ({ out, again }) => {
      const before = await fingerprint(out);
      const { status, stderr } = await again();
      assert.equal(status, 2);
      assert.match(stderr, /is not empty: choose another --out, or use --force/);
      assert.deepEqual(await fingerprint(out), before);
    }));

  it('with --force leaves everything as it is when nothing was changed', () =>
    withImport(async ({ out, again }) => {
      const before = await fingerprint(out);
      assert.equal((await again('--force')).status, 0);
      assert.deepEqual(await fingerprint(out), before);
    }));

  it('with --force keeps what was changed or added, and writes only what is new', () =>
    withImport(async ({ file, out, again }) => {
      const yaml = join(out, 'edition.yaml');
      const changed = (await readFile(yaml, 'utf8')).replace('missing', 'Given.');
      await writeFile(yaml, changed);
      await writeFile(join(out, 'notes.txt'), 'mine');
      assert.equal((await again('--force')).status, 0);
      assert.equal(await readFile(yaml, 'utf8'), changed);
      assert.equal(existsSync(join(out, 'imported')), false, 'the import has no news');

      await writeFile(file, post.replace('Walk.', 'Walk far.'));
      const { status, stderr } = await again('--force');
      assert.equal(status, 0);
      assert.match(stderr, /edition\.yaml[\s\S]*import-kept/);
      assert.equal(await readFile(yaml, 'utf8'), changed);
      assert.equal(await readFile(join(out, 'notes.txt'), 'utf8'), 'mine');
      assert.match(await readFile(join(out, 'imported/edition.yaml'), 'utf8'), /permission: missing/);
      assert.match(await readFile(join(out, 'segments/02-what-else.md'), 'utf8'), /Walk far\./);
    }));

  it('with --force takes away what the post no longer has, unless it was changed', () =>
    withImport(async ({ file, out, again }) => {
      await writeFile(file, post.replace('What else?', 'And then?'));
      await again('--force');
      assert.equal(existsSync(join(out, 'segments/02-what-else.md')), false);
      assert.equal(existsSync(join(out, 'segments/02-and-then.md')), true);
    }));

  it('never writes over a new version that was changed', () =>
    withImport(async ({ file, out, again }) => {
      await writeFile(join(out, 'disclaimer.md'), 'mine');
      await writeFile(file, post.replace('injury', 'harm'));
      await again('--force');
      await writeFile(join(out, 'imported/disclaimer.md'), 'mine, too');
      await writeFile(file, post.replace('injury', 'hurt'));
      const before = await fingerprint(out);
      assert.equal((await again('--force')).status, 2);
      assert.deepEqual(await fingerprint(out), before);
    }));

  it('knows a format by content, takes what the user knows, and reports to programs', () =>
    withFolder(async (home) => {
      const file = join(home, 'post.pdf');
      await writeFile(file, '<p>Warmth helps.</p><p>Walk.</p>');
      const { status, stdout } = await run(
        'import',
        file,
        '--out',
        join(home, 'c'),
        '--title',
        'Knees',
        '--author',
        'Ada Author, MD',
        '--url',
        'https://example.org/knees',
        '--date',
        '2017-03',
        '--language',
        'en-GB',
        '--json',
      );
      assert.equal(status, 0);
      const [{ report }] = JSON.parse(stdout).posts;
      assert.equal(report.post.format, 'html');
      const yaml = await readFile(join(home, 'c/edition.yaml'), 'utf8');
      for (const line of [
        'title: Knees',
        'language: en-GB',
        '  credentials: MD',
        '  url: https://example.org/knees',
        '  date: 2017-03',
      ])
        assert.ok(yaml.includes(`${line}\n`), line);
      assert.deepEqual(report.toSet, ['source.permission', 'reviewed', 'disclaimer.md']);
    }));

  it('does not replace the folder in which it runs, nor one above it', () =>
    withImport(async ({ file, out }) => {
      const before = await fingerprint(out);
      const cwd = join(out, 'segments');
      for (const target of ['.', '..']) {
        const { status, stderr } = await runProcess(['import', file, '--out', target, '--force'], { cwd });
        assert.equal(status, 2);
        assert.match(stderr, /is the folder that you are in, or holds it/);
      }
      assert.deepEqual(await fingerprint(out), before);
    }));

  it('writes through a link to the folder behind it, and keeps the link', () =>
    withFolder(async (home) => {
      await writeFile(join(home, 'post.txt'), post);
      await mkdir(join(home, 'real'));
      await symlink('real', join(home, 'link'));
      assert.equal((await run('import', join(home, 'post.txt'), '--out', join(home, 'link'))).status, 0);
      assert.equal(existsSync(join(home, 'real/edition.yaml')), true);
      assert.equal((await lstat(join(home, 'link'))).isSymbolicLink(), true);
    }));

  it('may write beside or below the post, which stays', () =>
    withFolder(async (home) => {
      await writeFile(join(home, 'post.txt'), post);
      assert.equal((await run('import', join(home, 'post.txt'), '--out', join(home, 'a/b'))).status, 0);
      assert.equal((await run('import', join(home, 'post.txt'), '--out', home, '--force')).status, 0);
      assert.equal(await readFile(join(home, 'post.txt'), 'utf8'), post);
      assert.equal(existsSync(join(home, 'a/b/edition.yaml')), true);
      assert.equal(
        (await run('import', join(home, 'post.txt'), '--out', join(home, 'post.txt'), '--force')).status,
        2,
      );
      assert.equal(await readFile(join(home, 'post.txt'), 'utf8'), post);
    }));

  it('tells what is wrong with a file, and writes nothing', () =>
    withFolder(async (home) => {
      const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
        ['nothing', '', /it is empty/],
        ['white space', ' \n\n ', /it is empty/],
        ['a PDF', '%PDF-1.7\n', /it is a PDF, not text/],
        ['a zip', 'PK\u0003\u0004abc', /zip archive/],
        ['bytes', new Uint8Array([0, 1, 2, 250, 251]), /bytes that no text has/],
        [
          'half a character',
          new Uint8Array([...new TextEncoder().encode('Knees – sore '), 0xe2, 0x80]),
          /cut off/,
        ],
        ['half a page', '<!doctype html><html><body><p>Knees', /cut off/],
        [
          'a feed',
          '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>',
          /a feed, not a WordPress export/,
        ],
        ['other XML', '<?xml version="1.0"?><a/>', /XML, but not a WordPress export/],
        [
          'a page without text',
          '<!doctype html><html><body><script>1</script></body></html>',
          /no text of a post/,
        ],
      ];
      for (const [name, content, says] of cases) {
        const file = join(home, 'file');
        await writeFile(file, content);
        const { status, stderr } = await run('import', file, '--out', join(home, 'c'));
        assert.equal(status, 1, name);
        assert.match(stderr, says, name);
        assert.match(stderr, /import-refused/, name);
        assert.equal(existsSync(join(home, 'c')), false, name);
        await rm(file);
      }
      assert.equal((await run('import', join(home, 'none'), '--out', join(home, 'c'))).status, 2);
    }));
});

describe('caveat import --all', () => {
  const item = (id: number, title: string, content: string, comments = '') =>
    `<item><title>${title}</title><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_name>p${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${comments}</item>`;
  const wxr = (...items: readonly string[]) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:wp="w" xmlns:content="c"><channel>${items.join('')}</channel></rss>`;
  const comment = '<wp:comment><wp:comment_approved>1</wp:comment_approved></wp:comment>';
  const all = wxr(
    item(1, 'One', 'First.'),
    item(2, 'Two', 'Second.', comment.repeat(20_001)),
    item(3, 'Three', 'Third.'),
  );

  it('writes every post that it can, tells which it cannot, and ends with 1', () =>
    withFolder(async (home) => {
      await writeFile(join(home, 'export.xml'), all);
      const { status, stdout, stderr } = await run(
        'import',
        join(home, 'export.xml'),
        '--all',
        '--out',
        join(home, 'c'),
      );
      assert.equal(status, 1);
      assert.match(
        stderr,
        /A post of the export is not imported: 2 p2 “Two” has 20001 comments[\s\S]*import-skipped/,
      );
      assert.match(stdout, /\/c\/one\n[\s\S]*\/c\/three\n/);
      assert.deepEqual(
        ['one', 'two', 'three'].map((name) => existsSync(join(home, 'c', name, 'edition.yaml'))),
        [true, false, true],
      );
    }));

  it('writes nothing when the export is cut off, however late', () =>
    withFolder(async (home) => {
      await writeFile(join(home, 'export.xml'), all.slice(0, -12));
      const { status, stderr } = await run(
        'import',
        join(home, 'export.xml'),
        '--all',
        '--out',
        join(home, 'c'),
      );
      assert.equal(status, 1);
      assert.match(stderr, /cut off/);
      assert.equal(existsSync(join(home, 'c')), false);
    }));

  it('does not touch a folder that is there without --force, and keeps what was changed with it', () =>
    withFolder(async (home) => {
      const again = (...flags: string[]) =>
        run('import', join(home, 'export.xml'), '--all', '--out', join(home, 'c'), ...flags);
      await writeFile(join(home, 'export.xml'), wxr(item(1, 'One', 'First.'), item(3, 'Three', 'Third.')));
      assert.equal((await again()).status, 0);
      const yaml = join(home, 'c/one/edition.yaml');
      await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('missing', 'Given.'));
      const before = await fingerprint(join(home, 'c'));
      const { status, stderr } = await again();
      assert.equal(status, 2);
      assert.match(stderr, /is not empty/);
      assert.equal((await again('--force')).status, 0);
      assert.deepEqual(await fingerprint(join(home, 'c')), before);
    }));

  it('names the folders that are complete when the machine gives up in the middle', () =>
    withFolder(async (home) => {
      await writeFile(
        join(home, 'export.xml'),
        wxr(item(1, 'One', 'First.'), item(2, 'Two', 'Second.'), item(3, 'Three', 'Third.')),
      );
      await mkdir(join(home, 'c'));
      await writeFile(join(home, 'c/two'), 'a file where a folder should be');
      const { status, stderr } = await run(
        'import',
        join(home, 'export.xml'),
        '--all',
        '--out',
        join(home, 'c'),
        '--force',
      );
      assert.equal(status, 2);
      assert.match(stderr, /two is a file: choose another --out\. Complete are: one\./);
      assert.equal(existsSync(join(home, 'c/one/edition.yaml')), true);
      assert.equal(existsSync(join(home, 'c/three')), false);
    }));
});
