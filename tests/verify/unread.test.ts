/** Text that a screen shows and the reading order lacks: nothing can be slipped in where assistive technology does not look. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Artifact } from '../../src/model.ts';
import { nameCells } from '../../src/verify/epub/table.ts';
import { findAll, parseXml } from '../../src/verify/epub/xml.ts';
import { verifyArtifact } from '../../src/verify/index.ts';
import { sampleEdition } from './support/edition.ts';
import { composeEpub, type Files, packEpub } from './support/epub.ts';

const edition = sampleEdition();
const office = 'OEBPS/02-office-visit.xhtml';

async function failuresAfter(change: (files: Files) => void): Promise<string[]> {
  const files = composeEpub(edition);
  change(files);
  const artifact: Artifact = {
    kind: 'ebook',
    path: 'sample.epub',
    mediaType: 'application/epub+zip',
    bytes: packEpub(files),
  };
  const { messages } = await verifyArtifact(artifact, edition);
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
  test(`text ${name} is an addition`, async () => {
    const messages = await failuresAfter(put(markup));
    assert.ok(
      messages.some((it) => /^proof-text-added: “Take twice.*02-office-visit\.xhtml:\d+:\d+/.test(it)),
      messages.join('\n'),
    );
  });
}

test('names of drawings and styles are no text', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><title>A scale</title><path d="M0 0"/></svg>';
  assert.deepEqual(
    (await failuresAfter(put(drawing))).filter((it) => it.startsWith('proof-text-added')),
    [],
  );
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

/** A table of the sample's words, set as records, with these labels before the cells of its second row. */
async function failuresOfLabels(change: (markup: string) => string): Promise<string[]> {
  return (
    await failuresAfter((files) => {
      const before = files.get(office) ?? '';
      const label = (name: string) => `<span aria-hidden="true">${name}: </span>`;
      const rows = '<table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tbody><tr><td>x</td>';
      const markup = `${rows}<td>${label('B')}y</td><td>${label('C')}z</td></tr></tbody></table>`;
      files.set(office, before.replace('</body>', `${change(markup)}</body>`));
    })
  ).filter((it) => /screen readers/.test(it));
}

test('the name of its column may stand before a cell, that of another may not', async () => {
  assert.deepEqual(await failuresOfLabels((it) => it), []);
  const swapped = await failuresOfLabels((it) =>
    it.replace('B: ', '#').replace('C: ', 'B: ').replace('#', 'C: '),
  );
  assert.equal(swapped.length, 2, swapped.join('\n'));
  const longer = await failuresOfLabels((it) => it.replace('B: ', 'B, twice: '));
  assert.equal(longer.length, 1, longer.join('\n'));
});
