/** Readers who commented: no edition may name them or hold their words without a consent that is for these words. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from '../fixtures/run.ts';
import { fileOf, importOne, withFolder, writeFolder } from './post.ts';

const story =
  'My knees were sore for nine long years, until a kind friend showed me how to walk again each day.';

const post = `Sore Knees

Warmth helps some people at night. Ask your doctor first.

Public Warning:

Pills for sleep may cause injury or death.

2 Responses to “Sore Knees”

  1. Jo Reader Says:

    ${story} Mail me: jo.reader@mail.example or see https://joreader.example/knees

    • Will Says:

      Well said! It will help me, too.

Leave a Reply
`;

const imported = await importOne(post);

/** Builds the imported post, changed, as an e-book; the quickest edition. */
function buildWith(change: (content: string) => Promise<void>, kinds = 'ebook') {
  return withFolder(async (home) => {
    const content = join(home, 'content');
    await writeFolder(imported, content);
    await change(content);
    return run('build', content, '--only', kinds, '--out', join(home, 'dist'), '--json');
  });
}

const append = (text: string) => async (content: string) => {
  const path = join(content, 'segments/01-the-post.md');
  await writeFile(path, `${await readFile(path, 'utf8')}\n${text}\n`);
};

describe('what is known of readers', () => {
  it('is kept as hashes only, none of which is a plain word', () => {
    const text = fileOf(imported, 'privacy.json');
    assert.doesNotMatch(text, /jo|reader|will|knees/i);
    const { salt, hashes } = JSON.parse(text);
    const name = createHash('sha256').update(`${salt}\njo reader`).digest('hex').slice(0, 32);
    assert.ok(hashes[2].includes(name));
  });

  it('is not in what was imported', async () => {
    const { status, stdout } = await buildWith(async () => {});
    assert.equal(status, 0, stdout);
    assert.match(stdout, /"check": "privacy",\s+"result": "pass"/);
  });

  const leaks: readonly (readonly [string, string])[] = [
    ['a name', 'Thanks to **Jo** Reader.'],
    ['a single name with what stands behind it above a comment', 'Will says: yes.'],
    ['an e-mail address', 'Write to JO.READER@mail.example now.'],
    [
      'an address on the web, even where only a machine reads it',
      '[See there](https://joreader.example/knees).',
    ],
    ['words of a comment', `A reader told us: ${story}`],
  ];
  for (const [what, text] of leaks)
    it(`refuses the edition that holds ${what}`, async () => {
      const { status, stdout } = await buildWith(append(text));
      assert.equal(status, 1);
      assert.match(stdout, /proof-privacy/);
    });

  it('refuses a PDF, too, whose metadata alone hold a name', async () => {
    const { status, stdout } = await buildWith(async (content) => {
      const path = join(content, 'edition.yaml');
      await writeFile(path, `${await readFile(path, 'utf8')}subjects:\n  - Jo Reader\n`);
    }, 'handout');
    assert.equal(status, 1, stdout);
    assert.match(stdout, /proof-privacy/);
    assert.match(stdout, /metadata/);
  });

  it('lets ordinary words pass that are names as well', async () => {
    const { status, stdout } = await buildWith(
      append('It will help. Jo is a name, and a reader may say so.'),
    );
    assert.equal(status, 0, stdout);
  });

  it('refuses to build when its file cannot be read', async () => {
    const { status, stdout } = await buildWith((content) => writeFile(join(content, 'privacy.json'), '{}'));
    assert.equal(status, 1);
    assert.match(stdout, /privacy-malformed/);
  });
});

describe('a consent', () => {
  const sha256 = createHash('sha256').update(story).digest('hex');

  /** Adds the story as a segment of its own with a consent record. */
  const addStory =
    (text: string, scope = '[print, ebook]') =>
    async (content: string) => {
      const yaml = join(content, 'edition.yaml');
      await writeFile(yaml, `${await readFile(yaml, 'utf8')}  - 02-a-story\n`);
      const front = '---\ntitle: A story\nkind: chapter\nconsent: reader-1\n---\n';
      await writeFile(join(content, 'segments/02-a-story.md'), `${front}\n${text}\n`);
      await mkdir(join(content, 'consents'));
      const record = `who: reader-1\nsha256: ${sha256}\nscope: ${scope}\ndate: 2026-01-20\n`;
      await writeFile(join(content, 'consents/reader-1.yaml'), record);
    };

  it('lets the words in to which it is given', async () => {
    const { status, stdout } = await buildWith(addStory(story));
    assert.equal(status, 0, stdout);
  });

  it('is void when the text is another', async () => {
    const { status, stdout } = await buildWith(addStory(story.replace('nine', 'ten')));
    assert.equal(status, 1);
    assert.match(stdout, /consent-void/);
  });

  it('holds only where it says', async () => {
    const { status, stdout } = await buildWith(addStory(story, '[print]'));
    assert.equal(status, 1);
    assert.match(stdout, /The consent reader-1 covers print only, and ebook is to be built/);
  });

  it('must be there', async () => {
    const { status, stdout } = await buildWith(async (content) => {
      await addStory(story)(content);
      await rm(join(content, 'consents'), { recursive: true });
    });
    assert.equal(status, 1);
    assert.match(stdout, /consents\/reader-1\.yaml/);
  });
});
