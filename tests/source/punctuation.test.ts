import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString as toText } from 'mdast-util-to-string';
import { readLine, readMarkdown } from '../../src/source/markdown.ts';

/** Text of a paragraph; no-break spaces shown as `_`. */
function set(markdown: string, language: string): string {
  const { root } = readMarkdown(markdown, 'a.md', 'a', language);
  return toText(root, { includeHtml: false }).replaceAll('\u00A0', '_');
}

const languages: Readonly<Record<string, readonly [string, string]>> = {
  'English has “ ” and ‘ ’': ['en-GB', '“Well,” she said, ‘it’s **5**’ — “*yes*” …'],
  'Spanish has « » and ‘ ’': ['es-MX', '«Well,» she said, ‘it’s **5**’ — «*yes*» …'],
  'German has „ “ and ‚ ‘, its own dash, and apostrophes that stay such': [
    'de-AT',
    '„Well,“ she said, ‚it’s **5**‘ – „*yes*“ …',
  ],
  'French has « » with no-break spaces': ['fr', '«_Well,_» she said, ‘it’s **5**’ — «_*yes*_» …'],
  'Arabic keeps the marks that are typed': ['ar', '"Well," she said, \'it\'s **5**\' — "*yes*" …'],
  'Hebrew keeps the marks that are typed': ['he', '"Well," she said, \'it\'s **5**\' — "*yes*" …'],
  'Chinese keeps marks and dots that are typed': [
    'zh-Hans',
    '"Well," she said, \'it\'s **5**\' — "*yes*" ...',
  ],
  'a language without marks of its own has those of English': [
    'sw',
    '“Well,” she said, ‘it’s **5**’ — “*yes*” …',
  ],
};

for (const [name, [language, expected]] of Object.entries(languages)) {
  test(name, () => {
    assert.equal(
      set('"Well," she said, \'it\'s **5**\' -- "*yes*" ...', language),
      expected.replaceAll('*', ''),
    );
  });
}

test('a Hebrew abbreviation is no quotation', () => {
  assert.equal(set('ד"ר כהן', 'he'), 'ד"ר כהן');
});

test('French binds high punctuation where a space is typed, and leaves times and addresses alone', () => {
  assert.equal(
    set('Quoi ? Non ! À 10:30 ; voir : « ici » 5 %', 'fr'),
    'Quoi_? Non_! À 10:30_; voir_: «_ici_» 5_%',
  );
  assert.equal(set('«ici» https://example.org/a', 'fr'), '«_ici_» https://example.org/a');
  assert.equal(set('« *mot* »', 'fr'), '«_mot_»');
});

test('a line of YAML has the marks of its language too', () => {
  assert.equal(readLine('Der "Schlaf"', 'de'), 'Der „Schlaf“');
  assert.equal(readLine('Le "sommeil" ?', 'fr'), 'Le «\u00A0sommeil\u00A0»\u00A0?');
});

test('a quotation mark turns the same way whatever plain paragraphs are far from it', () => {
  const plain = Array.from({ length: 6 }, () => 'Nothing is quoted here');
  const alone = set("\"Well,\" she said -- 'it's 5'...", 'en');
  for (const blocks of [
    [...plain, "\"Well,\" she said -- 'it's 5'..."],
    ["\"Well,\" she said -- 'it's 5'...", ...plain],
  ])
    assert.equal(
      set(blocks.join('\n\n'), 'en'),
      blocks.map((it) => (it.startsWith('"') ? alone : it)).join(''),
    );
});

test('marks that emphasis cuts, and dots with spaces between, are found in otherwise plain text', () => {
  assert.equal(set('So -- now', 'en'), 'So — now');
  assert.equal(set('And so . . . on', 'en'), 'And so … on');
  assert.equal(set('He said *"yes*" now', 'en'), 'He said “yes” now');
});
