import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Artifact, ParsedEdition } from '../../src/model.ts';
import { recogniseFile, verifyArtifact } from '../../src/verify/index.ts';
import { parse, sampleEdition } from './support/edition.ts';

/**
 * A tagged PDF written by hand, in a font that every viewer is expected to have: none is embedded. Its second
 * element stands in a box.
 */
function writePdf(content: string, structure: readonly string[], pages = 1): Uint8Array {
  const own = structure.map((_, index) => `${10 + index} 0 R`).join(' ');
  const kids = own.replace('11 0 R', '30 0 R');
  const elements = structure.map(
    (role, index) => `<</S/${role}/P ${index === 1 ? 30 : 6} 0 R/Pg 3 0 R/K ${index}>>`,
  );
  const objects = new Map<number, string>([
    [1, '<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/Lang(en)/StructTreeRoot 6 0 R>>'],
    [2, `<</Type/Pages/Count ${pages}/Kids[${'3 0 R '.repeat(pages)}]>>`],
    [
      3,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/StructParents 0/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    ],
    [4, `<</Length ${content.length}>>stream\n${content}\nendstream`],
    [
      5,
      `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 122/Widths[${widths}]/Encoding/WinAnsiEncoding>>`,
    ],
    [6, `<</Type/StructTreeRoot/K[${kids}]/ParentTree<</Nums[0[${own}]]>>>>`],
    [30, '<</S/Aside/P 6 0 R/K 11 0 R>>'],
    ...elements.map((element, index) => [10 + index, element] as [number, string]),
  ]);
  return assemble(objects);
}

function assemble(objects: ReadonlyMap<number, string>): Uint8Array {
  let text = '%PDF-1.7\n';
  const size = Math.max(...objects.keys()) + 1;
  const rows = Array.from({ length: size }, () => '0000000000 65535 f \n');
  for (const [number, body] of objects) {
    rows[number] = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj${body}endobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${size}\n${rows.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(text);
}

/** Of every letter, in thousandths of an em. */
const widths = Array(91).fill(500).join(' ');

const lines = ['Title', 'Short text.', 'Body.'];

function drawLines(): string {
  const tagged = lines.map(
    (line, index) => `/P<</MCID ${index}>>BDC BT/F 12 Tf 72 ${700 - 20 * index} Td(${line})Tj ET EMC`,
  );
  return `${tagged.join('\n')}\n/Artifact BMC BT/F 10 Tf 72 30 Td(Ask first. 1.2.3 01234567 2026-01-01 2027-01-01 \u00b7 1)Tj ET EMC`.replace(
    '\u00b7',
    '-',
  );
}

function edition(): ParsedEdition {
  const sample = sampleEdition();
  const [first] = sample.segments;
  assert.ok(first);
  const segment = { ...first, name: '01-title', title: 'Title', root: parse('Body.'), text: 'Body.' };
  const disclaimer = { ...sample.disclaimer, chapter: parse('Short text.'), page: 'Ask first.' };
  return { ...sample, disclaimer, segments: [segment] };
}

function artifact(bytes: Uint8Array): Artifact {
  return { kind: 'chapter-handout', chapter: '01-title', path: 'a.pdf', mediaType: 'application/pdf', bytes };
}

/** All messages but those on PDF/UA, of which these files know nothing. */
async function verify(bytes: Uint8Array): Promise<string[]> {
  const { messages } = await verifyArtifact(artifact(bytes), edition());
  return messages
    .filter(({ ruleId }) => ruleId !== 'proof-pdf-ua')
    .map((message) => `${message.ruleId}: ${message.reason}`);
}

test('a font that is not embedded is named with its first page, and what the disclaimer shows is not known', async () => {
  assert.deepEqual(await verify(writePdf(drawLines(), ['H1', 'P', 'P'])), [
    'proof-disclaimer-letters: The disclaimer of “Title” on page 1 (25 mm from the left, 36 mm from the top) may show other letters than are read from it: the shape of “S” cannot be read from the font Helvetica',
    'proof-font-not-embedded: Font Helvetica, first used on page 1 (25 mm from the left, 29 mm from the top), is not embedded',
  ]);
});

test('text whose tag is not in the structure tree is lost', async () => {
  const messages = await verify(writePdf(drawLines(), ['H1', 'P']));
  assert.match(messages.join('\n'), /^proof-text-lost: .*“Body\.” \(segments\/01-about\.md:1\)/m);
});

test('reading order is that of the structure, not of the drawing', async () => {
  const [title, short, body] = drawLines().split('\n');
  const drawn = [body, short, title, drawLines().split('\n')[3]].join('\n');
  assert.equal((await verify(writePdf(drawn, ['H1', 'P', 'P']))).length, 2);
});

test('a page that is its own parent, or a tree that never ends, does not hang', async () => {
  const loop = new TextDecoder().decode(writePdf(drawLines(), ['H1', 'P', 'P']));
  const cases = [
    loop.replace('/Kids[3 0 R ]', '/Kids[2 0 R ]'),
    loop.replace('/K 1>>', '/K 10 0 R>>').replace('/K 0>>', '/K 11 0 R>>'),
    loop.replace('/ParentTree<</Nums', '/ParentTree<</Kids[6 0 R]/Nums'),
    loop.replace('/Count 1', '/Count 999999999'),
  ];
  for (const text of cases) {
    assert.notDeepEqual(await verify(new TextEncoder().encode(text)), []);
  }
});

test('an encrypted PDF is refused', async () => {
  const plain = new TextDecoder().decode(writePdf(drawLines(), ['H1', 'P', 'P']));
  const key = '00'.repeat(32);
  const encrypted = plain.replace(
    'trailer<<',
    `trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<${key}>/U<${key}>>>`,
  );
  const [message] = await verify(new TextEncoder().encode(encrypted));
  assert.equal(message, 'artifact-unreadable: Unreadable PDF file: it is encrypted');
  const recognised = await recogniseFile(new TextEncoder().encode(encrypted), 'a.pdf', edition());
  assert.equal('ruleId' in recognised && recognised.ruleId, 'artifact-unreadable');
});
