/** The whole build, as a user sees it: what it writes, and what it refuses with the old output untouched. */
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { type Overlay, withContent } from './fixtures/folder.ts';
import { fingerprint, type Ran, run } from './fixtures/run.ts';

/** A PNG of a red frame around black. */
function squareOf(side: number): Uint8Array {
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, side, side);
  context.fillRect(0, 0, side, side / 2);
  context.fillStyle = '#000';
  context.fillRect(0, side / 2, side, side / 2);
  return canvas.toBuffer('image/png');
}

const words = (count: number) => Array.from({ length: count }, () => 'ask').join(' ');
const disclaimer = (chapter: string, page: string, body: string) =>
  `---\nchapter: ${chapter}\npage: ${page}\n---\n${body}\n`;
const edition = (change: (yaml: string) => string) => async (folder: string) => {
  const path = join(folder, 'edition.yaml');
  await writeFile(path, change(await readFile(path, 'utf8')));
};

interface Refusal {
  readonly name: string;
  readonly overlay?: Overlay;
  readonly prepare?: (folder: string) => Promise<void>;
  /** Every piece stands in the messages. */
  readonly says: readonly string[];
}

const refusals: readonly Refusal[] = [
  { name: 'no disclaimer', overlay: { 'disclaimer.md': undefined }, says: ['disclaimer.md', 'file-missing'] },
  {
    name: 'an empty disclaimer',
    overlay: { 'disclaimer.md': disclaimer('Ask.', 'Ask.', '') },
    says: ['disclaimer-empty', 'Write the full disclaimer'],
  },
  {
    name: 'an over-long full disclaimer',
    overlay: { 'disclaimer.md': disclaimer('Ask.', 'Ask.', words(251)) },
    says: ['disclaimer-too-long', '251 words, expected at most 250'],
  },
  {
    name: 'an over-long short disclaimer',
    overlay: { 'disclaimer.md': disclaimer(words(61), 'Ask.', 'Ask.') },
    says: ['2:10', '61 words, expected at most 60'],
  },
  {
    name: 'an over-long running line',
    overlay: { 'disclaimer.md': disclaimer('Ask.', words(13), 'Ask.') },
    says: ['3:7', '13 words, expected at most 12'],
  },
  {
    name: 'a segment that is listed but missing',
    overlay: { 'segments/02-sleep.md': undefined },
    says: ['segment-missing', 'segments/02-sleep.md'],
  },
  {
    name: 'a segment that is there but not listed',
    overlay: { 'segments/09-lost.md': '---\ntitle: Lost\nkind: back\n---\n\nText.\n' },
    says: ['segment-unlisted', '09-lost'],
  },
  {
    name: 'two segments with one slug',
    overlay: { 'segments/04-sleep.md': '---\ntitle: Again\nkind: back\n---\n\nText.\n' },
    prepare: edition((yaml) => `${yaml}  - 04-sleep\n`),
    says: ['segment-duplicate', '02-sleep and 04-sleep'],
  },
  {
    name: 'a broken link',
    overlay: { 'segments/03-sources.md': '---\ntitle: Sources\nkind: back\n---\n\nSee [this](slep).\n' },
    says: ['6:5', 'link-broken', 'was `sleep` meant?'],
  },
  {
    name: 'a broken fragment',
    overlay: { 'segments/03-sources.md': '---\ntitle: Sources\nkind: back\n---\n\nSee [this](sleep#rst).\n' },
    says: ['6:5', 'was `sleep#rest` meant?'],
  },
  {
    name: 'a missing image',
    overlay: { 'images/bed.png': undefined },
    says: ['image-missing', 'images/bed.png'],
  },
  {
    name: 'an image that is not what its name says',
    overlay: { 'images/bed.png': 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000' },
    says: ['image-type', 'gif'],
  },
  {
    name: 'malformed YAML',
    prepare: edition((yaml) => `${yaml}\n  : [`),
    says: ['edition.yaml', 'yaml-syntax'],
  },
  {
    name: 'an unknown key',
    prepare: edition((yaml) => `${yaml}\nsubtitel: x\n`),
    says: ['key-unknown', '`subtitel`, expected `subtitle`'],
  },
  {
    name: 'a permission that is still missing',
    prepare: edition((yaml) => yaml.replace(/permission: .*/, 'permission: missing')),
    says: ['source-permission-missing'],
  },
];

/** Runs a build over an old output folder. */
async function buildOver(refusal: Omit<Refusal, 'says' | 'name'>, ...flags: string[]) {
  return withContent(refusal.overlay ?? {}, async (folder) => {
    await refusal.prepare?.(folder);
    const out = join(dirname(folder), 'dist');
    await mkdir(out);
    await writeFile(join(out, 'manifest.json'), '{"artifacts":[{"path":"old.pdf"}]}');
    await writeFile(join(out, 'old.pdf'), 'an older edition');
    const before = await fingerprint(out);
    const ran = await run('build', folder, '--out', out, ...flags);
    return { ran, before, after: await fingerprint(out), beside: await readdir(dirname(folder)) };
  });
}

describe('a build refuses, names the fault and leaves the output as it was:', () => {
  for (const { name, says, ...refusal } of refusals) {
    it(name, async () => {
      const { ran, before, after, beside } = await buildOver(refusal);
      for (const piece of says)
        assert.ok(ran.stderr.includes(piece), `“${piece}” is missing in:\n${ran.stderr}`);
      assert.match(ran.stderr, /Nothing was written/);
      assert.equal(ran.status, 1);
      assert.deepEqual(after, before);
      assert.deepEqual(beside.sort(), ['content', 'dist'], 'temporary files were left behind');
    });
  }

  it('many faults are told at once', async () => {
    const { ran } = await buildOver({
      overlay: {
        'disclaimer.md': undefined,
        'images/bed.png': undefined,
        'segments/03-sources.md': 'No front matter.\n',
      },
      prepare: edition((yaml) => yaml.replace('language: en-US', 'langage: en-US')),
    });
    for (const rule of [
      'file-missing',
      'image-missing',
      'front-matter-missing',
      'key-unknown',
      'key-missing',
    ]) {
      assert.ok(ran.stderr.includes(rule), rule);
    }
  });
});

describe('trouble with the machine ends with status 2 and says what to do:', () => {
  const refuse = async (work: (folder: string, out: string) => Promise<Ran>, pattern: RegExp) =>
    withContent({}, async (folder) => {
      const ran = await work(folder, join(dirname(folder), 'dist'));
      assert.match(ran.stderr, pattern);
      assert.equal(ran.status, 2);
    });

  it('a content folder that is not there', () =>
    refuse((folder, out) => run('build', `${folder}-gone`, '--out', out), /cannot be read.*check the path/));

  it('an output folder below a file', () =>
    refuse(
      (folder) => run('build', folder, '--out', join(folder, 'edition.yaml', 'dist')),
      /cannot be written/,
    ));

  it('an output folder that is a file', () =>
    refuse((folder) => run('build', folder, '--out', join(folder, 'edition.yaml')), /is a file/));

  it('an output folder that holds somebody’s own files, which would be lost', () =>
    refuse(async (folder, out) => {
      await mkdir(out);
      await writeFile(join(out, 'thesis.doc'), 'three years of work');
      const ran = await run('build', folder, '--out', out);
      assert.equal(await readFile(join(out, 'thesis.doc'), 'utf8'), 'three years of work');
      return ran;
    }, /thesis\.doc was not written by Caveat/));

  it('an output folder that holds somebody’s own report', () =>
    refuse(async (folder, out) => {
      await mkdir(out);
      await writeFile(join(out, 'report.html'), 'three years of work');
      return run('build', folder, '--out', out);
    }, /report\.html was not written by Caveat/));

  it('a browser that is not there', () =>
    refuse(async (folder, out) => {
      process.env.PUPPETEER_EXECUTABLE_PATH = '/nowhere/chrome';
      return run('build', folder, '--out', out).finally(() => delete process.env.PUPPETEER_EXECUTABLE_PATH);
    }, /\/nowhere\/chrome/));
});

describe('a build', () => {
  it('writes every edition, proved, with a manifest and checksums, and replaces the old ones', async () => {
    const { ran, after } = await buildOver({});
    assert.equal(ran.status, 0, ran.stderr);
    assert.deepEqual(Object.keys(after), [
      'SHA256SUMS',
      'handouts/02-sleep.pdf',
      'manifest.json',
      'report.html',
      'small-edition-book.pdf',
      'small-edition-booklet.pdf',
      'small-edition-handout.pdf',
      'small-edition-large-print.pdf',
      'small-edition.epub',
    ]);
    assert.match(ran.stdout, /small-edition-book\.pdf.*checks passed/);
  });

  it('counts the sheets of chapter handouts, and names a chapter that takes more than one without refusing it', () => {
    const text = Array.from({ length: 80 }, (_, index) => `We sleep well on day ${index}.`).join('\n\n');
    const chapter = (more: string) =>
      `---\ntitle: Sleep\nkind: chapter\n---\n\n## Rest\n\n${more}\n\n:::questions\nWhat?\n:::\n`;
    return withContent(
      { 'segments/02-sleep.md': chapter(text), 'images/bed.png': undefined },
      async (folder) => {
        const out = join(dirname(folder), 'dist');
        const build = () => run('build', folder, '--out', out, '--only', 'chapter-handout');
        const long = await build();
        assert.equal(long.status, 0, long.stderr);
        assert.match(long.stderr, /warning .*more than one sheet.*: 02-sleep \(2\)/);
        assert.match(long.stdout, /02-sleep\.pdf +5 +2 \+ 1 +letter/);
        const { artifacts } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
        assert.deepEqual([artifacts[0].sheets, artifacts[0].tearOffSheets], [3, 1]);
        await writeFile(join(folder, 'segments/02-sleep.md'), chapter('Short.'));
        const short = await build();
        assert.equal(short.stderr.includes('handout-sheets'), false);
        assert.match(short.stdout, /02-sleep\.pdf +3 +1 \+ 1 +letter/);
      },
    );
  });

  it('builds only the kinds asked for, on the paper asked for', async () => {
    const { ran, after } = await buildOver({}, '--only', 'handout', '--paper', 'a4', '--json');
    const names = ['SHA256SUMS', 'manifest.json', 'report.html', 'small-edition-handout.pdf'];
    assert.deepEqual(Object.keys(after), names);
    const report = JSON.parse(ran.stdout);
    assert.equal(report.status, 0);
    assert.equal(report.artifacts[0].kind, 'handout');
    assert.match(report.report, /dist\/report\.html$/);
    assert.equal(ran.stderr, '');
  });

  it('tells faults as JSON when asked', async () => {
    const { ran } = await buildOver({ overlay: { 'disclaimer.md': undefined } }, '--json');
    const report = JSON.parse(ran.stdout);
    assert.equal(report.status, 1);
    assert.equal(report.messages[0].ruleId, 'file-missing');
    assert.ok(report.messages[0].remedy);
  });

  it('keeps the composed HTML for designers', () =>
    withContent({}, async (folder) => {
      const home = dirname(folder);
      const ran = await run(
        'build',
        folder,
        '--out',
        join(home, 'dist'),
        '--only',
        'book',
        '--keep-html',
        join(home, 'html'),
      );
      assert.equal(ran.status, 0, ran.stderr);
      const html = await readFile(join(home, 'html', 'small-edition-book', 'index.html'), 'utf8');
      assert.match(html, /Sleep helps/);
      assert.ok(await readFile(join(home, 'html', 'small-edition-book', 'assets', 'edition.css')));
    }));

  it('keeps composed HTML out of the content and of the folder that it replaces', () =>
    withContent({}, async (folder) => {
      const out = join(dirname(folder), 'dist');
      for (const place of [folder, join(folder, 'html'), out, join(out, 'html')]) {
        const ran = await run('build', folder, '--out', out, '--keep-html', place);
        assert.equal(ran.status, 2);
        assert.match(ran.stderr, /choose another folder for --keep-html/);
      }
    }));

  it('proves ordinary things that once were refused: a note called twenty times, numbered tasks, a list past 99', () => {
    const text =
      'A.[^1] B.[^1] C.[^1] D.[^1] E.[^1] F.[^1] G.[^1] H.[^1] I.[^1] J.[^1] K.[^1] L.[^1] M.[^1] N.[^1] O.[^1] P.[^1] Q.[^1] R.[^1] S.[^1] T.[^1]\n\n100. Hundred\n101. More\n\nText.\n\n1. [ ] Do\n2. [x] Done\n\n[^1]: Note.';
    return withContent(
      { 'segments/03-sources.md': `---\ntitle: Low\u2011dose\nkind: back\n---\n\n${text}\n` },
      async (folder) => {
        const ran = await run(
          'build',
          folder,
          '--out',
          join(dirname(folder), 'dist'),
          '--only',
          'book,ebook',
        );
        assert.equal(ran.status, 0, ran.stderr);
      },
    );
  });

  it('proves unusual ones that once were refused: one word, titles of many lines, short notes, long cells, Hebrew', () => {
    const long = Array.from({ length: 700 }, (_, at) => `word${at % 9}`).join(' ');
    const notes = Array.from({ length: 90 }, (_, at) => `[^n${at}]: Note ${at}.`).join('\n');
    const calls = Array.from({ length: 90 }, (_, at) => `Fact.[^n${at}]`).join(' ');
    const links = Array.from({ length: 90 }, () => '- [Rest](sleep)\n- [Tea](sleep)').join('\n');
    const odd = [
      '## A ![A bed](images/bed.png) bed\n\nSee <i lang="he">\u05e9\u05dc\u05d5\u05dd</i> (123) there.',
      `| a | b |\n|---|---|\n| ${long} | beside |\n| ![](images/bed.png "decorative") | x |`,
      links,
      `${calls}\n\n${notes}`,
      '9999. a\n10000. b',
    ].join('\n\n');
    const title = 'Rest and tea and a walk in the park '.repeat(6).trim();
    const back = (body: string, name = title) => `---\ntitle: ${name}\nkind: back\n---\n\n${body}\n`;
    return withContent({ 'segments/03-sources.md': back(odd) }, async (folder) => {
      const full = await run('build', folder, '--out', join(dirname(folder), 'dist'));
      assert.equal(full.status, 0, full.stderr);
      await writeFile(join(folder, 'segments/03-sources.md'), back('Word.', 'Rest \u2713'));
      await writeFile(
        join(folder, 'segments/02-sleep.md'),
        '---\ntitle: Sleep\nkind: chapter\n---\n\n## Rest\n\nRest.\n\n![A bed](images/bed.png)\n',
      );
      const short = await run(
        'build',
        folder,
        '--out',
        join(dirname(folder), 'dist'),
        '--only',
        'book,handout',
      );
      assert.equal(short.status, 0, short.stderr);
    });
  });

  it('prints a table of six columns in every edition: whole, no page shrunk, no word broken', () => {
    const table = [
      '| Medicine | Class | How it is taken | Begins to work | Side effects | Ask first |',
      '| --- | --- | --- | --- | --- | --- |',
      '| buprenorphine | opioid | under the tongue | within hours | constipation, sleepiness | benzodiazepines |',
      '| dextromethorphan | antitussive | by mouth | within an hour | dizziness, hallucinations | antidepressants |',
    ].join('\n');
    return withContent(
      {
        'segments/02-sleep.md': `---\ntitle: Sleep\nkind: chapter\n---\n\n${table}\n\n## Rest\n\n${'We go to bed. The day was long. It is good to rest. '.repeat(8)}\n\n![A bed](images/bed.png)\n`,
      },
      async (folder) => {
        for (const paper of ['letter', 'a4']) {
          const ran = await run('build', folder, '--out', join(dirname(folder), 'dist'), '--paper', paper);
          assert.equal(ran.status, 0, ran.stderr);
        }
      },
    );
  });

  it('warns of a picture that is printed too coarse, or that a photocopy would lose, and lets a decorative one pass', () => {
    const drawing = (fill: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="90" height="90"><rect width="9" height="9" fill="${fill}"/></svg>`;
    const text = '![A red square](images/coarse.png)\n\n![](images/pale.svg "decorative")\n\n## Rest';
    return withContent(
      {
        'segments/02-sleep.md': `---\ntitle: Sleep\nkind: chapter\n---\n\n${text}\n\nSleep helps. We go to bed.\n`,
        'images/bed.png': undefined,
        'images/coarse.png': squareOf(40),
        'images/pale.svg': drawing('#ddd'),
      },
      async (folder) => {
        const out = join(dirname(folder), 'dist');
        const ran = await run('build', folder, '--out', out, '--only', 'handout,ebook');
        assert.equal(ran.status, 0, ran.stderr);
        assert.match(
          ran.stderr,
          /warning images\/coarse\.png on page \d \(\d+ mm from the left, \d+ mm from the top\) is printed with 96 dots an inch, expected at least 150/,
        );
        assert.match(ran.stderr, /Save the picture at least \d{3} pixels wide/);
        assert.match(ran.stderr, /warning The image images\/pale\.svg is pale/);
        assert.match(ran.stdout, /small-edition-handout\.pdf.*checks passed/);
      },
    );
  });

  it('follows an output folder that is a link, and keeps the link', () =>
    withContent({}, async (folder) => {
      const home = dirname(folder);
      await mkdir(join(home, 'shelf'));
      await symlink(join(home, 'shelf'), join(home, 'dist'));
      const ran = await run('build', folder, '--out', join(home, 'dist'), '--only', 'handout');
      assert.equal(ran.status, 0, ran.stderr);
      assert.ok((await readdir(join(home, 'shelf'))).includes('manifest.json'));
    }));

  it('checks content without a browser and without writing', () =>
    withContent({}, async (folder) => {
      const ran = await run('check', folder);
      assert.deepEqual(ran, { status: 0, stdout: `${folder}: no complaints\n`, stderr: '' });
      assert.deepEqual(await readdir(dirname(folder)), ['content']);
    }));

  it('verifies a copy elsewhere, and refuses one that was changed or is of something else', () =>
    withContent({}, async (folder) => {
      const out = join(dirname(folder), 'dist');
      assert.equal((await run('build', folder, '--out', out)).status, 0);
      const files = [
        'small-edition-book.pdf',
        'small-edition-handout.pdf',
        'small-edition-large-print.pdf',
        'small-edition-booklet.pdf',
        'handouts/02-sleep.pdf',
        'small-edition.epub',
      ];
      const good = await run('verify', ...files.map((name) => join(out, name)), '--content', folder);
      assert.equal(good.status, 0, good.stderr);
      const yaml = join(folder, 'disclaimer.md');
      await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('call 911', 'call 112'));
      const stale = await run('verify', join(out, 'small-edition-book.pdf'), '--content', folder, '--json');
      assert.equal(stale.status, 1);
      assert.match(stale.stdout, /proof-disclaimer-full/);
      assert.doesNotMatch(stale.stdout, /disclaimer-elsewhere/);
      await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('call 112', 'see page 3'));
      const leading = await run('verify', join(out, 'small-edition-book.pdf'), '--content', folder, '--json');
      assert.match(leading.stdout, /disclaimer-elsewhere/);
      await writeFile(join(out, 'letter.pdf'), 'Dear Sir');
      assert.equal((await run('verify', join(out, 'letter.pdf'), '--content', folder)).status, 1);
      assert.equal((await run('verify', join(out, 'gone.pdf'), '--content', folder)).status, 2);
    }));
});

describe('the command line', () => {
  it('helps on every command', async () => {
    for (const command of [[], ['build'], ['check'], ['verify']]) {
      const ran = await run(...command, '--help');
      assert.equal(ran.status, 0);
      assert.match(ran.stdout, /Usage: caveat/);
    }
  });

  it('ends with status 2 on wrong usage', async () => {
    for (const argv of [
      ['bild'],
      ['build', '--only', 'poster'],
      ['build', '--paper', 'a3'],
      ['verify'],
      ['build', 'a', 'b'],
    ]) {
      const ran = await run(...argv);
      assert.equal(ran.status, 2, argv.join(' '));
      assert.match(ran.stderr, /error:/);
    }
  });
});
