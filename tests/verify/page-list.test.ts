import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Artifact } from '../../src/model.ts';
import { judgePlace } from '../../src/verify/checks/first-words.ts';
import { fold } from '../../src/verify/fold.ts';
import { type BookPages, verifyArtifact } from '../../src/verify/index.ts';
import { sampleEdition } from './support/edition.ts';
import { composeEpub, type Files, packEpub } from './support/epub.ts';

const edition = sampleEdition();
const opf = 'OEBPS/content.opf';
const nav = 'OEBPS/nav.xhtml';
const ncx = 'OEBPS/toc.ncx';
const disclaimer = 'OEBPS/disclaimer.xhtml';
const office = 'OEBPS/02-office-visit.xhtml';
const sources = 'OEBPS/04-sources.xhtml';
const identifier = 'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2';

/** Label, file, and the text before which the page's marker stands there; then the blocks of the printed page. */
const places: readonly (readonly [string, string, string, ...string[]])[] = [
  ['v', disclaimer, '<section ', 'Read this first', 'This is the official opinion of one physician.'],
  ['vi', nav, '<nav ', 'Contents', 'About this guide 1'],
  ['vii', office, '<h1 '],
  ['1', office, '<h1 ', 'Chapter 1 The first office visit', 'Please read'],
  ['2', office, 'five to ten', 'five to ten days. See the second chapter (page 12).', 'Thirteen comes'],
  ['3', office, '4.5 µg', '4.5 µg', 'second', 'A quotation of a reader.'],
  ['4', office, 'ask about sleep', '× ask about sleep', 'Notes'],
  ['5', sources, '</body>', 'About this edition', 'Version 1.0'],
];

const book: BookPages = {
  identifier,
  pages: places.map(([label, path, , ...blocks]) => ({
    label,
    blocks: blocks.map((block) => fold(block)),
    isContents: path === nav,
  })),
};

const marker = (label: string) =>
  `<span epub:type="pagebreak" role="doc-pagebreak" aria-label="${label}" id="page.${label}"/>`;
const entry = (label: string, path: string) =>
  `<li><a href="${path.replace('OEBPS/', '')}#page.${label}">${label}</a></li>`;
const pageTarget = (label: string, path: string) =>
  `<pageTarget><navLabel><text>${label}</text></navLabel><content src="${path.replace('OEBPS/', '')}#page.${label}"/></pageTarget>`;
const feature = (name: string) => `<meta property="schema:accessibilityFeature">${name}</meta>`;

/** Replaces a text that must be there. */
function replace(files: Files, path: string, from: string | RegExp, to: string): void {
  const before = files.get(path) ?? '';
  const after = before.replace(from, () => to);
  assert.notEqual(after, before, `nothing to replace in ${path}`);
  files.set(path, after);
}

function composeWithPages(): Files {
  const files = composeEpub(edition);
  for (const [label, path, before] of places) replace(files, path, before, marker(label) + before);
  const list = places.map(([label, path]) => entry(label, path)).join('');
  replace(files, nav, '</body>', `<nav epub:type="page-list" hidden="hidden"><ol>${list}</ol></nav></body>`);
  const targets = places.map(([label, path]) => pageTarget(label, path)).join('');
  replace(files, ncx, '</navMap>', `</navMap><pageList>${targets}</pageList>`);
  const source = `<dc:source id="print">${identifier}</dc:source><meta refines="#print" property="source-of">pagination</meta>`;
  const features = feature('pageNavigation') + feature('pageBreakMarkers');
  replace(files, opf, '</metadata>', `${source}${features}</metadata>`);
  return files;
}

async function verifyFiles(files: Files, books?: readonly BookPages[]) {
  const bytes = packEpub(files);
  const artifact: Artifact = { kind: 'ebook', path: 'sample.epub', mediaType: 'application/epub+zip', bytes };
  const { proof, messages } = await verifyArtifact(artifact, edition, books);
  return {
    told: messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`),
    where: proof.find(({ check }) => check === 'page-list')?.where,
  };
}

test('page numbers that are those of the book are proved, and the proof counts them', async () => {
  assert.deepEqual(await verifyFiles(composeWithPages(), [book]), {
    told: [],
    where: '8 pages, 5 of 8 pages begin with the words of the book',
  });
});

test('without the book the list is held against the markers', async () => {
  assert.deepEqual(await verifyFiles(composeWithPages()), { told: [], where: '8 pages, in itself' });
});

test('an e-book without page numbers is proved without them', async () => {
  assert.deepEqual(await verifyFiles(composeEpub(edition), [book]), { told: [], where: undefined });
});

/** Takes the marker of a page away, and sets it elsewhere in the same file. */
function move(label: string, before: string | RegExp) {
  return (files: Files) => {
    const path = places.find(([other]) => other === label)?.[1] ?? '';
    replace(files, path, marker(label), '');
    const [found = ''] = (files.get(path) ?? '').match(before) ?? [];
    replace(files, path, before, marker(label) + found);
  };
}

const faults: Readonly<Record<string, readonly [(files: Files) => void, RegExp, { alone?: boolean }?]>> = {
  'a marker that comes a word too late': [
    move('2', /to ten/),
    /page 2 does not begin at its marker: on paper it begins “fivetoten/,
  ],
  'a marker that comes a word too early': [move('2', /takes five/), /page 2 does not begin/],
  'a marker at the same words in another cell': [move('3', /½ mg/), /page 3 does not begin/],
  'a marker a page too late': [move('2', /A quotation/), /where the text has page 3/, { alone: true }],
  'a marker of a blank page that is not with the next one': [
    move('1', /<h2>Stop/),
    /page vii does not begin/,
  ],
  'a page that is missing everywhere': [
    (files) => {
      replace(files, office, marker('2'), '');
      replace(files, nav, entry('2', office), '');
      replace(files, ncx, pageTarget('2', office), '');
    },
    /it has page 3 where the book has page 2/,
  ],
  'a wrong number': [
    (files) => {
      replace(files, office, 'aria-label="2"', 'aria-label="20"');
      replace(files, nav, '>2</a>', '>20</a>');
      replace(files, ncx, '<text>2</text>', '<text>20</text>');
    },
    /it has page 20 where the book has page 2/,
  ],
  'a list without an entry': [
    (files) => replace(files, nav, entry('2', office), ''),
    /nav\.xhtml has page 3 \(.*#page\.3\) where the text has page 2/,
    { alone: true },
  ],
  'a list with a number that is not the marker’s': [
    (files) => replace(files, nav, '>2</a>', '>II</a>'),
    /nav\.xhtml has page II/,
    { alone: true },
  ],
  'an NCX that ends too early': [
    (files) => replace(files, ncx, pageTarget('5', sources), ''),
    /toc\.ncx has no page where the text has page 5/,
    { alone: true },
  ],
  'markers without a list': [
    (files) => replace(files, nav, /<nav epub:type="page-list".*<\/nav>/, ''),
    /the navigation document has no page list/,
    { alone: true },
  ],
  'a list without markers': [
    (files) => {
      for (const [label, path] of places) replace(files, path, marker(label), '');
    },
    /where the text has no page/,
    { alone: true },
  ],
  'a number that comes twice': [
    (files) => replace(files, office, marker('2'), marker('1')),
    /page 1 begins twice/,
    { alone: true },
  ],
  'a marker that only reading systems know': [
    (files) => replace(files, office, marker('2'), marker('2').replace(' role="doc-pagebreak"', '')),
    /a marker in .*02-office-visit\.xhtml has no number/,
    { alone: true },
  ],
  'no source of the pagination': [
    (files) => replace(files, opf, 'source-of', 'source-off'),
    /the package names 0 sources/,
    { alone: true },
  ],
  'a feature that is not declared': [
    (files) => replace(files, opf, feature('pageBreakMarkers'), ''),
    /does not declare pageBreakMarkers/,
    { alone: true },
  ],
  'another book as its source': [
    (files) => replace(files, opf, identifier, 'urn:uuid:00000000-0000-5000-8000-000000000000'),
    /it names urn:uuid:00000000.*, which is not the book given/,
  ],
};

for (const [name, [change, says, { alone = false } = {}]] of Object.entries(faults)) {
  test(`refused: ${name}`, async () => {
    const files = composeWithPages();
    change(files);
    const { told } = await verifyFiles(files, [book]);
    assert.ok(
      told.some((line) => line.startsWith('proof-page-list: ') && says.test(line)),
      told.join('\n'),
    );
    const withoutBook = (await verifyFiles(files)).told.filter((line) => line.startsWith('proof-page-list'));
    assert.equal(withoutBook.length > 0, alone, withoutBook.join('\n'));
  });
}

test('features that an e-book without pages declares are refused', async () => {
  const files = composeEpub(edition);
  replace(files, opf, '</metadata>', `${feature('pageNavigation')}</metadata>`);
  const { told } = await verifyFiles(files);
  assert.match(told.join('\n'), /proof-page-list: .*names 0 sources/);
});

const page = (...blocks: string[]) => ({
  label: '1',
  blocks: blocks.map((it) => fold(it)),
  isContents: false,
});
const text = fold('Ask first. See the chapter on sleep. Rest (see below) is good for you. It is free.');
const judge = (words: string, before: string) => judgePlace(page(words), text, text.indexOf(fold(before)), 0);

test('what the print has in brackets is left out, also when a page begins with it or in its middle', () => {
  assert.equal(judge('the chapter (page 3) on sleep. Rest (see below)', 'the chapter'), 'proved');
  assert.equal(judge('(page 3) on sleep. Rest (see below) is good', 'on sleep'), 'proved');
  assert.equal(judge('org/address) on sleep. Rest (see below) is good', 'on sleep'), 'proved');
});

test('a page that is nothing but a line with an addition is proved', () => {
  assert.equal(judge('Ask first (page 3).', 'Ask first'), 'proved');
  assert.equal(judge('Ask late (page 3).', 'Ask first'), 'apart');
});

test('the way back behind a short note on paper may be a number before it in the e-book', () => {
  const notes = fold('1. Ask, 2010. 2. Rest, 2011. 3. See, 2012.');
  const first = (blocks: readonly string[], before: string) =>
    judgePlace(page(...blocks), notes, notes.indexOf(fold(before)), 0);
  assert.equal(first(['Ask, 2010. back to the text', 'Rest, 2011. back to the text'], 'Ask'), 'proved');
  assert.equal(first(['See, 2012. back to the text'], 'See'), 'proved');
  assert.equal(first(['Rest, 2011. back to the text', 'See, 2012. back to the text'], 'Ask'), 'apart');
});

test('a page may begin with the shortest heading of the notes, whose numbers the print has outside its text', () => {
  for (const [heading, note] of [
    ['Notes', '12 of 20 slept well.'],
    ['注释', '指南是这样说的。'],
    ['注', 'はい。'],
    ['הערות', 'כך אומר המדריך.'],
  ] as const) {
    const ebook = fold(`Rest now. ${heading} 1. ${note} 2. Ask again.`);
    const judgeAt = (before: string) =>
      judgePlace(page(heading, `${note} back to the text (page 1)`), ebook, ebook.indexOf(before), 0);
    assert.equal(judgeAt(heading), 'proved', heading);
    assert.notEqual(judgeAt(fold(note)), 'proved', heading);
    assert.notEqual(judgeAt('Rest'), 'proved', heading);
  }
});

test('what both have in brackets is not left out', () => {
  assert.equal(judge('(see below) is good for you. It is free.', '(see'), 'proved');
  assert.equal(judge('(see below) is good for you. It is free.', 'is good'), 'apart');
  assert.equal(judge('Rest (see below) is good for you. It is free.', 'is good'), 'elsewhere');
});

test('a page that is not in the e-book is apart', () => {
  assert.equal(judge('About this edition. Version 1.0', 'It is free'), 'apart');
});
