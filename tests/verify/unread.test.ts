/** Text that a screen shows and the reading order lacks: nothing can be slipped in where assistive technology does not look. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Artifact, Message } from '../../src/model.ts';
import { openEpub, readFiles } from '../../src/verify/epub/read.ts';
import { nameCells } from '../../src/verify/epub/table.ts';
import { openUnread } from '../../src/verify/epub/unread.ts';
import { findAll, parseXml } from '../../src/verify/epub/xml.ts';
import { verifyArtifact } from '../../src/verify/index.ts';
import { readSource } from '../../src/verify/source.ts';
import { sampleEdition } from './support/edition.ts';
import { composeEpub, type Files, packEpub } from './support/epub.ts';

const edition = sampleEdition();
const office = 'OEBPS/02-office-visit.xhtml';

/** What is found of the sample after a change. */
function findAfter(change: (files: Files) => void): string[] {
  const files = composeEpub(edition);
  change(files);
  const inspect = openUnread(readSource(edition), 'sample.epub');
  const messages: Message[] = [];
  readFiles(openEpub(packEpub(files)), (open) => {
    messages.push(...inspect(open));
    return open.page;
  });
  return messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
}

const put =
  (markup: string, path = office) =>
  (files: Files) => {
    const before = files.get(path) ?? '';
    files.set(path, before.replace('</body>', `${markup}</body>`));
  };

const added: Readonly<Record<string, string>> = {
  'hidden from screen readers only': '<p aria-hidden="true">Take twice as much.</p>',
  'marked as hidden, which a style can undo': '<p hidden="hidden">Take twice as much.</p>',
  'that is inert': '<p inert="">Take twice as much.</p>',
  'of a drawing': '<svg xmlns="http://www.w3.org/2000/svg"><text>Take twice as much.</text></svg>',
  'for readers without scripts': '<noscript>Take twice as much.</noscript>',
  'for readers without video': '<video><p>Take twice as much.</p></video>',
  'for readers without objects': '<object><p>Take twice as much.</p></object>',
  'in closed details': '<details><p>Take twice as much.</p></details>',
  'in a dialog': '<dialog open="open">Take twice as much.</dialog>',
  'in a hidden list of places':
    '<nav epub:type="landmarks" hidden="hidden"><ol><li>Take twice.</li></ol></nav>',
};
for (const [name, markup] of Object.entries(added)) {
  test(`text ${name} is an addition`, () => {
    const messages = findAfter(put(markup));
    assert.equal(messages.length, 1, messages.join('\n'));
    assert.match(messages[0] ?? '', /^proof-text-added: “Take twice.*02-office-visit\.xhtml:\d+:\d+/);
  });
}

test('an e-book with such text is refused for nothing else', async () => {
  const files = composeEpub(edition);
  put('<p aria-hidden="true">Take twice as much.</p>')(files);
  const artifact: Artifact = {
    kind: 'ebook',
    path: 'sample.epub',
    mediaType: 'application/epub+zip',
    bytes: packEpub(files),
  };
  const { messages, verified } = await verifyArtifact(artifact, edition);
  assert.equal(verified, undefined);
  assert.deepEqual(
    messages.map(({ ruleId }) => ruleId),
    ['proof-text-added'],
  );
});

test('names of drawings and styles are no text', () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><title>A scale</title><path d="M0 0"/></svg>';
  assert.deepEqual(findAfter(put(drawing)), []);
});

const table = (rows: string) =>
  parseXml(
    new TextEncoder().encode(
      `<table><thead><tr><th>Medicine</th><th>Morning</th><th>Evening</th></tr></thead><tbody>${rows}</tbody></table>`,
    ),
  );

/** What may stand before each cell of the body. */
function namesOf(rows: string): string[] {
  const root = table(rows);
  const names = nameCells(root);
  return [...findAll(root, 'td')].map((cell) => names.get(cell) ?? 'none');
}

test('the name of a cell is that of the column in which it stands, whatever spans rows and columns', () => {
  assert.deepEqual(namesOf('<tr><td>a</td><td>b</td><td>c</td></tr>'), ['', 'Morning', 'Evening']);
  assert.deepEqual(namesOf('<tr><td>a</td><td colspan="2">b</td></tr>'), ['', 'Morning,Evening']);
  assert.deepEqual(
    namesOf('<tr><td rowspan="2">a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr>'),
    ['', 'Morning', 'Evening', 'a·Morning', 'Evening'],
  );
});

test('rows of names at the top are the head when none is marked, and titles of groups name no column', () => {
  const names = (rows: string) => {
    const parsed = parseXml(new TextEncoder().encode(`<table>${rows}</table>`));
    return [...findAll(parsed, 'td')].map((cell) => nameCells(parsed).get(cell));
  };
  const title = (text: string) => `<tr><th colspan="2">${text}</th></tr>`;
  const heads = '<tr><th>A</th><th>B</th></tr>';
  const row = '<tr><td>1</td><td>2</td></tr>';
  assert.deepEqual(names(heads + row), ['', 'B']);
  assert.deepEqual(names(title('T') + heads + row), ['', 'T,B']);
  assert.deepEqual(names(heads + title('T') + row), ['', 'B']);
  assert.deepEqual(names(title('T') + row), ['', '']);
  assert.deepEqual(names(`<thead>${heads}</thead><tbody>${heads}${row}</tbody>`), ['', 'B']);
});

const label = (name: string) => `<span aria-hidden="true">${name}: </span>`;
const records = (first: string, second: string) =>
  '<table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tbody><tr><td>x</td>' +
  `<td>${label(first)}y</td><td>${label(second)}z</td></tr></tbody></table>`;

test('the name of its column may stand before a cell, that of another may not', () => {
  assert.deepEqual(findAfter(put(records('B', 'C'))), []);
  assert.equal(findAfter(put(records('C', 'B'))).length, 2);
  assert.equal(findAfter(put(records('B, twice', 'C'))).length, 1);
});
