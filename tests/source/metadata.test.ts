import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readWith } from '../fixtures/edition.ts';
import { baseFolder } from '../fixtures/folder.ts';

const yaml = await readFile(join(baseFolder, 'edition.yaml'), 'utf8');

/** Reads the base edition with lines of its `edition.yaml` replaced. */
async function readChanged(...changes: readonly (readonly [string | RegExp, string])[]) {
  const text = changes.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    assert.notEqual(after, before, `nothing to change: ${from}`);
    return after;
  }, yaml);
  return readWith({ 'edition.yaml': text });
}

test('a version that YAML takes for a number is refused, and the message says to quote it', async () => {
  assert.deepEqual((await readChanged(['version: "1.0"', 'version: 1.0'])).told, [
    'edition.yaml:5:10 value-unexpected: Unexpected value 1 for `version`, expected a version in quotation marks, such as "1.0"',
  ]);
});

test('every key without which no edition is made is told when it is missing', async () => {
  const keys = [...yaml.matchAll(/^([a-zA-Z]+):/gm)].map(([, key = '']) => key);
  const bare = await readWith({ 'edition.yaml': '{}' });
  assert.equal(keys.length, 15);
  assert.deepEqual(
    bare.told.filter((line) => line.includes('key-missing')).map((line) => /`(\w+)`/.exec(line)?.[1]),
    keys,
  );
  assert.ok(
    bare.told.includes(
      'edition.yaml:1:1 key-missing: Missing key `reviewed`, expected a day such as 2026-11-23, or the word never',
    ),
  );
});

test('a missing part of a person or of the source is told by its whole name', async () => {
  const { told } = await readChanged(
    [/ {2}name: Ada Author\n/, '  credentials: MD\n'],
    [/ {2}title: A Post\n/, ''],
  );
  assert.deepEqual(told, [
    'edition.yaml:10:3 key-missing: Missing key `author.name`, expected a line of text',
    'edition.yaml:15:3 key-missing: Missing key `source.title`, expected a line of text',
  ]);
});

test('a source without a known address or day, and facts that nobody has checked, are told as such', async () => {
  const { edition, told } = await readChanged(
    [/ {2}url: .*\n/, ''],
    [/ {2}date: .*\n/, ''],
    [/reviewed: .*/, 'reviewed: never'],
  );
  assert.deepEqual(told, []);
  assert.deepEqual(edition?.metadata.source, {
    title: 'A Post',
    author: 'Ada Author',
    permission: 'Given in writing on 2 January 2026.',
  });
  assert.equal(edition?.metadata.reviewed, 'never');
});

test('a month that no year has is refused as the date of the source', async () => {
  assert.deepEqual((await readChanged(['"2017-03"', '"2017-13"'])).told, [
    'edition.yaml:18:9 value-unexpected: Unexpected value "2017-13" for `source.date`, expected a year, month or day in quotation marks, such as "2017" or "2017-03-01"',
  ]);
});

test('a reviewer is the word none, or a person and a day', async () => {
  const reviewer = 'reviewer:\n  name: Rita Reviewer\n  date: 2026-01-01';
  const { edition, told } = await readChanged(['reviewer: none', reviewer]);
  assert.deepEqual(told, []);
  assert.deepEqual(edition?.metadata.reviewer, { name: 'Rita Reviewer', date: '2026-01-01' });
  assert.deepEqual((await readChanged(['reviewer: none', 'reviewer:\n  name: Rita'])).told, [
    'edition.yaml:14:3 key-missing: Missing key `reviewer.date`, expected a day such as 2026-11-23',
  ]);
});

test('a source used without permission refuses the edition, at the line that says so', async () => {
  assert.deepEqual((await readChanged([/permission: .*/, 'permission: Missing'])).told, [
    'edition.yaml:19:15 source-permission-missing: The permission to use the source is missing',
  ]);
});

test('titles, names and descriptions get their typographic characters, addresses do not', async () => {
  const { edition } = await readChanged(
    ['title: A Small Edition', 'title: It\'s 5 mg -- "or" not'],
    ['https://example.org/post', "https://example.org/it's--so"],
  );
  assert.equal(edition?.metadata.title, 'It’s 5\u00A0mg — “or” not');
  assert.equal(edition?.metadata.source.url, "https://example.org/it's--so");
});

test('paper, subjects and medicines have defaults', async () => {
  const { edition } = await readWith({});
  const { paper, subjects, medicines } = edition?.metadata ?? {};
  assert.deepEqual({ paper, subjects, medicines }, { paper: 'letter', subjects: [], medicines: [] });
});

test('a language that a large shop of e-books does not list is a warning, not a refusal', async () => {
  const { edition, told } = await readChanged(['language: en-US', 'language: he']);
  assert.equal(edition?.metadata.language, 'he');
  assert.deepEqual(told, [
    'edition.yaml:4:11 language-shop: Kindle’s shop does not list the language he, and may refuse the e-book',
  ]);
  assert.deepEqual((await readChanged(['language: en-US', 'language: de-AT'])).told, []);
});

test('an ISBN has 13 digits of which the last is right', async () => {
  const add = (isbn: string) => readChanged(['version:', `isbn: "${isbn}"\nversion:`]);
  assert.deepEqual((await add('9780306406157')).told, []);
  for (const isbn of ['9780306406158', '978-0-306-40615-7', '0306406152']) {
    assert.match(
      (await add(isbn)).told.join('\n'),
      /^edition\.yaml:5:7 value-unexpected: .*13 digits[^\n]*$/,
    );
  }
});

test('a cover of one’s own needs words, is no unused picture, and small ones are a warning', async () => {
  const yaml = 'version:';
  assert.deepEqual((await readChanged([yaml, `cover: images/bed.png\n${yaml}`])).told.slice(0, 1), [
    'edition.yaml:5:8 key-missing: Missing key `coverAlt`, expected what the cover shows, for readers who cannot see it',
  ]);
  const { edition, told } = await readChanged([yaml, `cover: images/bed.png\ncoverAlt: A bed\n${yaml}`]);
  assert.equal(edition?.cover?.mediaType, 'image/png');
  assert.match(
    told.join('\n'),
    /^edition\.yaml:5:8 cover-small: The cover has \d+ × \d+ pixels, expected 1400 × 2100/,
  );
  assert.doesNotMatch(told.join('\n'), /image-unused/);
  const missing = await readChanged([yaml, `cover: images/none.png\ncoverAlt: A bed\n${yaml}`]);
  assert.match(missing.told.join('\n'), /^edition\.yaml:5:8 image-missing/);
});
