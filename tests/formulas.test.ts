/** Formulas and drawings in finished files, read back by other programs than wrote them. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PackedBook } from './ebook/read.ts';
import { segmentFile } from './fixtures/edition.ts';
import { withContent } from './fixtures/folder.ts';
import { readLayout } from './fixtures/pages.ts';
import { run } from './fixtures/run.ts';

const formula = `<math alttext="the square root of x to the power of two, over five milligrams">
<mfrac><msqrt><msup><mi>x</mi><msup><mn>2</mn><mi>k</mi></msup></msup></msqrt><mrow><mo>(</mo><mfrac><mn>5</mn><mn>6</mn></mfrac><mo>)</mo><mo>&InvisibleTimes;</mo><mtext>mg &amp; more</mtext></mrow></mfrac>
</math>`;
const drawing = (fill: string) => `<svg viewBox="0 0 90 30" width="90" height="30">
<title>A scale from 0 to 10</title>
<defs><g id="tick"><path d="M0 0v9" stroke="currentColor"/></g></defs>
<rect x="5" y="5" width="80" height="9" fill="${fill}"/>
<use href="#tick" x="5" y="14"/>
</svg>`;
const write = (fill = '#333') =>
  segmentFile(
    `Take <math alttext="a times b"><mi>a</mi><mo>×</mo><mi>b</mi></math> now.\n\n${formula}\n\n${drawing(fill)}\n\n` +
      'See <svg viewBox="0 0 9 9" width="9" height="9" aria-hidden="true"><path d="M0 0h9v9z"/></svg> here.\n\n## Rest\n\nRest.\n',
  );
const overlay = { 'segments/02-sleep.md': write(), 'images/bed.png': undefined };

test('a chapter with formulas and drawings becomes every edition, and each is proved', () =>
  withContent(overlay, async (folder) => {
    const out = join(dirname(folder), 'dist');
    const ran = await run('build', folder, '--out', out);
    assert.equal(ran.status, 0, ran.stderr);
    const { artifacts } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
    for (const { proof, path } of artifacts) {
      const found = proof.find(({ check }: { check: string }) => check === 'formulas');
      assert.deepEqual(found, { check: 'formulas', result: 'pass', where: '2 formulas' }, path);
    }
    await inspectBook(new PackedBook(new Uint8Array(await readFile(join(out, 'small-edition.epub')))));
    const least = { handout: 10, book: 9, 'large-print': 18 };
    for (const [kind, floor] of Object.entries(least))
      await inspectPrint(new Uint8Array(await readFile(join(out, `small-edition-${kind}.pdf`))), floor);
    await refuseOthers(folder, out);
  }));

/** Properties of the item, namespaces, names, and white paper below each drawing. */
async function inspectBook(book: PackedBook): Promise<void> {
  assert.match(book.text('content.opf'), /href="02-sleep\.xhtml"[^>]* properties="mathml svg"/);
  const features = book.properties('schema:accessibilityFeature');
  for (const feature of ['alternativeText', 'MathML', 'describedMath']) assert.ok(features.includes(feature));
  assert.ok(book.properties('schema:accessMode').includes('visual'));
  const chapter = book.text('02-sleep.xhtml');
  const formulas = chapter.match(/<math[^>]*>/g) ?? [];
  assert.equal(formulas.length, 2);
  for (const tag of formulas) assert.match(tag, / alttext="[^"]+"/);
  for (const tag of formulas) assert.match(tag, / xmlns="http:\/\/www\.w3\.org\/1998\/Math\/MathML"/);
  assert.match(chapter, /<svg [^>]*role="img" aria-label="A scale from 0 to 10"/);
  assert.match(
    chapter,
    /<title>A scale from 0 to 10<\/title><rect x="0" y="0" width="90" height="30" fill="#fff">/,
  );
  assert.match(chapter, /<use x="5" y="14" xlink:href="#sleep--tick">/);
}

/** Formula and Figure with their words, what they show, and the size of the smallest letter. */
async function inspectPrint(bytes: Uint8Array, floor: number): Promise<void> {
  const pages = await readLayout(bytes);
  const parts = pages.flatMap((page) => page.parts);
  const shown = (role: string) =>
    parts
      .filter((part) => part.role === role)
      .map(({ alt, text }) => [alt, text.normalize('NFKD').replace(/\s/g, '')]);
  assert.deepEqual(shown('Formula'), [
    ['a times b', 'a×b'],
    ['the square root of x to the power of two, over five milligrams', 'x2k√(56)mg&more'],
  ]);
  assert.deepEqual(
    shown('Figure').filter(([alt]) => !alt?.startsWith('QR')),
    [['A scale from 0 to 10', '']],
  );
  const sizes = pages.flatMap(({ lines }) => lines.map(({ size }) => size));
  assert.ok(Math.min(...sizes) >= floor - 0.05, `${Math.min(...sizes)} pt`);
}

/** Files whose formulas are not those of the content. */
async function refuseOthers(folder: string, out: string): Promise<void> {
  const book = unzipSync(new Uint8Array(await readFile(join(out, 'small-edition.epub'))));
  const path = 'OEBPS/02-sleep.xhtml';
  const chapter = strFromU8(book[path] ?? new Uint8Array());
  const verifyBook = async (from: string, to: string) => {
    assert.ok(chapter.includes(from), from);
    const changed = zipSync({ ...book, [path]: strToU8(chapter.replace(from, to)) }, { level: 0 });
    await writeFile(join(out, 'changed.epub'), changed);
    return run('verify', join(out, 'changed.epub'), '--content', folder);
  };
  const lost = await verifyBook('<mn>5</mn>', '<mn>6</mn>');
  assert.match(lost.stderr, /proof-text-lost/);
  for (const [from, to] of [
    ['alttext="a times b"', 'alttext="a plus b"'],
    [' xmlns="http://www.w3.org/1998/Math/MathML"', ''],
  ] as const) {
    const { status, stderr } = await verifyBook(from, to);
    assert.equal(status, 1);
    assert.match(
      stderr,
      /The formula “a times b” of “Sleep”, which begins on .*02-sleep.*, is not found as a formula[\s\S]*proof-formula/,
    );
  }
  await withContent(
    {
      ...overlay,
      'segments/02-sleep.md': write().replace('<mn>5</mn>', '<mn>6</mn>').replace('a times b', 'a plus b'),
    },
    async (content) => {
      const { stderr } = await run('verify', join(out, 'small-edition-handout.pdf'), '--content', content);
      assert.match(stderr, /proof-text-lost/);
      assert.match(stderr, /The formula “a plus b”/);
    },
  );
}

test('a drawing that a photocopy would lose is told with its place', () =>
  withContent(
    { ...overlay, 'segments/02-sleep.md': write('#ddd').replace('currentColor', '#ddd') },
    async (folder) => {
      const out = join(dirname(folder), 'dist');
      const { status, stderr } = await run('build', folder, '--out', out, '--only', 'handout');
      assert.equal(status, 0, stderr);
      assert.match(stderr, /12:1-17:7\s+warning The image “A scale from 0 to 10” is pale/);
    },
  ));
