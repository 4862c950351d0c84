/** What reading systems trip over: each trap is laid once, and must be found, alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Message } from '../../src/model.ts';
import { openEpub, readFiles } from '../../src/verify/epub/read.ts';
import { findTraps, seekTraps } from '../../src/verify/epub/traps/index.ts';
import { sampleEdition } from './support/edition.ts';
import { composeEpub, type Files, packEpub } from './support/epub.ts';

const edition = sampleEdition();
const office = 'OEBPS/02-office-visit.xhtml';
const style = 'OEBPS/style.css';
const border = 'section.disclaimer { border: 1px solid }';

function tell(bytes: Uint8Array): string[] {
  const frame = openEpub(bytes);
  const inspect = seekTraps(frame, 'sample.epub');
  const inFiles: Message[] = [];
  const reading = readFiles(frame, (open) => {
    inFiles.push(...inspect(open));
    return open.page;
  });
  return [...findTraps(reading, 'sample.epub'), ...inFiles].map(
    ({ ruleId, reason }) => `${ruleId}: ${reason}`,
  );
}

/** Traps of the sample after a change. */
function trapsAfter(change: (files: Files) => void): string[] {
  const files = composeEpub(edition);
  change(files);
  return tell(packEpub(files));
}

/** Replaces a text that must be there. */
function replace(files: Files, path: string, from: string | RegExp, to: string): void {
  const before = files.get(path) ?? '';
  const after = before.replace(from, to);
  assert.notEqual(after, before, `nothing to replace in ${path}`);
  files.set(path, after);
}

/** Packs the sample with another first entry. */
function packWith(mimetype: Zippable): Uint8Array {
  const files = [...composeEpub(edition)].map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync({ ...mimetype, ...Object.fromEntries(files) });
}

const note = (id: string, call: string, extra = 'role="doc-footnote"') =>
  `<aside id="${id}" epub:type="footnote" ${extra}><p><a href="#${call}" role="doc-backlink">1</a>. A note.</p></aside>`;
const call = (id: string, target: string) =>
  `<p><a id="${id}" href="#${target}" epub:type="noteref" role="doc-noteref">1</a></p>`;
const add = (markup: string) => (files: Files) => replace(files, office, '</body>', `${markup}</body>`);
const sheet = (text: string) => (files: Files) => files.set(style, `${border}\n${text}`);

test('the sample has none of the traps', () => {
  assert.deepEqual(
    trapsAfter(() => {}),
    [],
  );
});

const type = strToU8('application/epub+zip');
const archives: Readonly<Record<string, Zippable>> = {
  'an entry before mimetype': { 'a.txt': [type, { level: 0 }], mimetype: [type, { level: 0 }] },
  'a compressed mimetype': { mimetype: [type, { level: 9 }] },
  'an extra field at mimetype': { mimetype: [type, { level: 0, extra: { 1: new Uint8Array(4) } }] },
};
for (const [name, entries] of Object.entries(archives)) {
  test(`${name} is found`, () => {
    assert.match(tell(packWith(entries)).join('\n'), /^proof-mimetype: [^\n]*$/);
  });
}

const traps: Readonly<Record<string, readonly [(files: Files) => void, RegExp]>> = {
  'a file name with a blank': [(files) => files.set('OEBPS/a b.css', ''), /^proof-file-name: .*a b\.css/],
  'a file name in other letters': [(files) => files.set('OEBPS/ä.css', ''), /^proof-file-name: .*ä\.css/],
  'no XML declaration': [
    (files) => replace(files, office, /^<\?xml[^>]*>\n/, ''),
    /^proof-xml-declaration: .*02-office/,
  ],
  'a declaration without encoding': [
    (files) => replace(files, office, ' encoding="utf-8"', ''),
    /^proof-xml-declaration: .*02-office/,
  ],
  'an id on body': [
    (files) => replace(files, office, '<body', '<body id="b"'),
    /^proof-body-id: .*02-office/,
  ],
  'a picture without a source': [add('<img alt="x"/>'), /^proof-picture-source: .*02-office/],
  'contents of three levels': [
    (files) =>
      replace(
        files,
        'OEBPS/toc.ncx',
        '</navPoint>',
        '<navPoint><navPoint><content src="nav.xhtml"/></navPoint></navPoint></navPoint>',
      ),
    /^proof-contents-deep: .*toc\.ncx are 3 levels/,
  ],
  'an entry of the NCX that leads nowhere': [
    (files) => replace(files, 'OEBPS/toc.ncx', '.xhtml"', '.xhtml#nowhere"'),
    /^proof-link-dangling: .*toc\.ncx.*#nowhere/,
  ],
  'a guide that leads nowhere': [
    (files) =>
      replace(
        files,
        'OEBPS/content.opf',
        '</package>',
        '<guide><reference href="no.xhtml"/></guide></package>',
      ),
    /^proof-link-dangling: .*content\.opf.*no\.xhtml/,
  ],
  'a function in the style sheet': [sheet('p { margin: calc(1em) }'), /^proof-style: .*calc/],
  'a custom property': [sheet('p { --x: 1em }'), /^proof-style: .*--x/],
  'a colour on text': [sheet('p { color: #000 }'), /^proof-style: .*color: #000/],
  'a background': [sheet('p { background: white }'), /^proof-style: .*background/],
  'a coloured border': [sheet('p { border: 1px solid red }'), /^proof-style: .*red/],
  'type below that of the text': [sheet('p { font-size: 0.9em }'), /^proof-style: .*0\.9em/],
  'text that is hidden': [sheet('p { display: none }'), /^proof-style: .*display: none/],
  'a rule of CSS 3 selectors': [sheet('p:not(.a) { margin: 0 }'), /^proof-style: .*:not/],
  'a new property without its older twin': [
    sheet('p { break-after: avoid }'),
    /^proof-style: .*without page-break-after: avoid/,
  ],
  'style in an attribute': [add('<p style="color: red">x</p>'), /^proof-style: .*style="color: red" of p/],
  'style in the file': [
    (files) => replace(files, office, '</head>', '<style>p { margin: 0 }</style></head>'),
    /^proof-style: .*element style/,
  ],
  'an arrow that device fonts lack': [add('<p>↩</p>'), /^proof-glyph: .*U\+21A9 in .*02-office/],
  'a soft hyphen': [add('<p>dic\u00adtion</p>'), /^proof-glyph: .*U\+00AD/],
  'a file of more than 300 KB': [
    add(`<p>${'a '.repeat(160_000)}</p>`),
    /^proof-file-large: .*3\d\d KB.*300 KB/,
  ],
  'a table wider than a telephone': [
    add(`<table><tr>${'<td>naltrexone</td>'.repeat(5)}</tr></table>`),
    /^proof-table-wide: .*02-office.*table/,
  ],
  'a call without its note': [add(call('c', 'n')), /^proof-note: .*call #n leads to no footnote/],
  'a note without its role': [
    add(call('c', 'n') + note('n', 'c', '')),
    /^proof-note: .*note n has no role doc-footnote/,
  ],
  'a note without its way back': [
    add(call('c', 'n') + note('n', 'elsewhere')),
    /^proof-note: .*note n leads back to no call|^proof-link/,
  ],
};
for (const [name, [lay, expected]] of Object.entries(traps)) {
  test(`${name} is found`, () => {
    const found = trapsAfter(lay);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0] ?? '', expected);
  });
}

test('a table may be as wide as it likes when its cells are set below one another', () => {
  const wide = `<table class="records"><tr>${'<td>naltrexone</td>'.repeat(5)}</tr></table>`;
  const stacked = (files: Files) => {
    add(wide)(files);
    sheet('.records td { display: block }')(files);
  };
  assert.deepEqual(trapsAfter(stacked), []);
  assert.equal(trapsAfter(add(wide)).length, 1);
  assert.deepEqual(trapsAfter(add(wide.replaceAll('naltrexone', '4.5').replace(' class="records"', ''))), []);
});

test('a media query is found, and what it holds is not taken for a rule', () => {
  const found = trapsAfter(sheet('@media (min-width: 20em) { p { margin: 0 } }'));
  assert.ok(found.length > 0);
  for (const fault of found) assert.match(fault, /^proof-style: /);
  assert.match(found.join('\n'), /@media/);
});

test('a notice without a border, with a coloured one or with one taken away is found in every file', () => {
  const files = ['disclaimer', ...edition.segments.map(({ name }) => name)];
  for (const css of [
    'section.disclaimer { padding: 1em }',
    'section.disclaimer { border: 1px solid red }',
    `${border} .disclaimer { border: 0 }`,
    `${border} body section { border-width: 0 }`,
    '.other { border: 1px solid }',
  ]) {
    const found = trapsAfter((all) => all.set(style, css)).filter((it) =>
      it.startsWith('proof-notice-border'),
    );
    assert.equal(found.length, files.length, css);
  }
});

test('a note that calls and leads back pops up', () => {
  assert.deepEqual(trapsAfter(add(call('c', 'n') + note('n', 'c'))), []);
});
