/** An edition with everything that is hard to set: what its pages look like, judged from the finished files. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { comparePicture, compareText, describePdf } from './fixtures/golden.ts';
import { type Line, type Page, readLayout, readOutline } from './fixtures/pages.ts';
import { run } from './fixtures/run.ts';
import { assertSound, missing } from './fixtures/sound.ts';

const content = fileURLToPath(new URL('fixtures/torture/', import.meta.url));
const whole = ['book', 'handout', 'large-print'] as const;
let out: string;
const layouts = new Map<string, Page[]>();

before(async () => {
  out = await mkdtemp(join(tmpdir(), 'caveat-torture-'));
  const { status, stderr } = await run('build', content, '--out', out);
  assert.equal(status, 0, stderr);
  for (const kind of whole) layouts.set(kind, await readLayout(await read(kind)));
});
after(() => rm(out, { recursive: true, force: true }));

const read = async (kind: string) => new Uint8Array(await readFile(join(out, `torture-${kind}.pdf`)));
const isHeading = ({ roles }: Line) => roles.some((role) => /^H[1-6]$/.test(role));

/** Applies a test to the pages of every edition of the whole text. */
function forEachLayout(name: string, check: (pages: readonly Page[], kind: string) => void): void {
  for (const kind of whole) test(`${kind}: ${name}`, () => check(layouts.get(kind) ?? [], kind));
}

forEachLayout('no heading is the last line of a page', (pages) => {
  const last = pages.map(({ lines }) => lines.at(-1)).filter((line) => line !== undefined);
  assert.ok(last.length > 20);
  assert.deepEqual(last.filter(isHeading), []);
});

forEachLayout('no paragraph leaves a single line on a page', (pages) => {
  let split = 0;
  for (const [index, { lines }] of pages.entries()) {
    const last = lines.at(-1);
    const first = pages[index + 1]?.lines[0];
    if (!last || !first || /[.:)”]\s*$/.test(last.text)) continue;
    if (last.role !== 'P' || first.role !== 'P') continue;
    split += 1;
    const count = (at: Line, on: readonly Line[]) => on.filter(({ block }) => block === at.block).length;
    assert.ok(count(last, lines) >= 2, `page ${pages[index]?.label}: ${last.text}`);
    assert.ok(
      count(first, pages[index + 1]?.lines ?? []) >= 2,
      `page ${pages[index + 1]?.label}: ${first.text}`,
    );
  }
  assert.ok(split >= 3, 'too few paragraphs are split to judge by');
});

forEachLayout('rows of tables stay whole, and every page of a table repeats its head', (pages) => {
  const rows = pages.map(({ parts }) => parts.filter(({ role }) => role === 'TR').map(({ text }) => text));
  const whole = rows.flat().filter((text) => /^(\d+) Row \1 begins .* ends \1\b/.test(text));
  assert.equal(whole.length, 70);
  const long = rows.filter((texts) => texts.some((text) => / Row \d+ begins/.test(text)));
  assert.ok(long.length >= 3);
  for (const texts of long) {
    assert.match(texts[0] ?? '', /^Day What How ?it ?felt Who ?was ?there/);
    const own = texts.filter((text) => /^\d+ Row \d+ begins/.test(text));
    assert.ok(own.length >= 2, `a row stands alone below its head: ${own[0]}`);
  }
});

forEachLayout('a warning at the opening of a chapter stands whole on one page', (pages) => {
  const dangers = pages.map(
    ({ lines }) => lines.filter(({ text }) => /^Danger \d is told/.test(text)).length,
  );
  assert.deepEqual(
    dangers.filter((count) => count > 0),
    [8],
  );
});

forEachLayout('a form stands whole on one page, and no word of its heads is broken', (pages) => {
  const [page, ...others] = pages.filter(({ lines }) =>
    lines.some(({ text }) => text.startsWith('Medicines I take')),
  );
  assert.ok(page && others.length === 0);
  assert.ok(page.lines.some(({ text }) => /\bPrescribed\b/.test(text)));
  const rows = page.parts.filter(({ role }) => role === 'TR');
  assert.equal(rows.length, 10);
});

forEachLayout('a picture and its caption stand on one page', (pages) => {
  for (let number = 1; number <= 8; number += 1) {
    const pictures = pages.filter(({ parts }) =>
      parts.some(({ alt }) => alt?.startsWith(`Picture ${number} `)),
    );
    const captions = pages.filter(({ lines }) =>
      lines.some(({ text }) => text.startsWith(`Caption ${number} `)),
    );
    assert.deepEqual([pictures.length, captions.length], [1, 1]);
    assert.equal(pictures[0], captions[0]);
  }
});

forEachLayout('a caution stands on the page of the claim that it qualifies', (pages) => {
  const pageOf = (text: string) =>
    pages.findIndex(({ lines }) => lines.some((line) => line.text.includes(text)));
  for (let number = 1; number <= 14; number += 1) {
    assert.notEqual(pageOf(`Claim ${number} is`), -1);
    assert.equal(pageOf(`The caution to claim ${number} stays`), pageOf(`Claim ${number} is`));
  }
});

forEachLayout('numbers of lists hang: every line of an item begins at the same place', (pages) => {
  let long = 0;
  for (let number = 1; number <= 120; number += 1) {
    const page = pages.find(({ lines }) => lines.some(({ text }) => text.startsWith(`Item ${number} `)));
    const first = page?.lines.find(({ text }) => text.startsWith(`Item ${number} `));
    const label = page?.lines.find(({ role, y }) => role === 'Lbl' && y === first?.y);
    assert.ok(first && label);
    assert.equal(label.text.trim(), `${number}.`);
    assert.ok(label.end < first.x);
    const lines = page?.lines.filter(({ block }) => block === first.block) ?? [];
    assert.deepEqual([...new Set(lines.map(({ x }) => x))], [first.x]);
    if (lines.length > 1) long += 1;
  }
  assert.ok(long >= 5);
});

forEachLayout('the text layer has no soft hyphen, no private sign and no replacement character', (pages) => {
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n');
  assert.doesNotMatch(text, /[\u00ad\ufffd\ue000-\uf8ff]/);
});

forEachLayout('formulas and drawings are tagged with their words', (pages) => {
  const parts = pages.flatMap((page) => page.parts);
  const wordsOf = (role: string) => parts.filter((part) => part.role === role).map(({ alt }) => alt);
  assert.equal(wordsOf('Formula').length, 2);
  assert.match(wordsOf('Formula')[0] ?? '', /^a times x to the power of two/);
  for (const words of ['a dot', 'A scale from white to black with a mark at each end'])
    assert.ok(wordsOf('Figure').includes(words), words);
});

test('book: every chapter opens on a right-hand page, and a blank page has its foot and nothing else', () => {
  const pages = layouts.get('book') ?? [];
  const openings = pages.filter(({ lines }) =>
    lines.some(({ roles, text }) => roles.includes('H1') && text.includes('Chapter')),
  );
  assert.equal(openings.length, 8);
  for (const page of openings) assert.equal(pages.indexOf(page) % 2, 0, page.label);
  const blanks = pages.filter(({ lines }) => lines.length === 0);
  assert.ok(blanks.length >= 3);
  for (const { margins, label } of blanks) {
    const text = margins.map((line) => line.text).join(' ');
    assert.match(text, /A test, not advice\./);
    assert.match(text, new RegExp(`\\b${label}\\b`));
    assert.equal(margins.length, 2, text);
  }
});

test('book: the running head names the edition on right-hand pages and the chapter on left-hand ones', () => {
  const pages = layouts.get('book') ?? [];
  let chapter: string | undefined;
  for (const [index, { lines, margins }] of pages.entries()) {
    const title = lines.filter(({ roles }) => roles.includes('H1')).map(({ text }) => text.trim());
    if (title[0]?.startsWith('Chapter')) chapter = title.join(' · ');
    else if (title.length > 0) chapter = undefined;
    if (!chapter || lines.length === 0) continue;
    assert.equal(margins[0]?.text.trim(), index % 2 === 0 ? 'The Torture Edition' : chapter);
  }
});

test('printed page numbers are roman, then begin again with 1, and are the labels', () => {
  const labels = (layouts.get('book') ?? []).map(({ label }) => label);
  assert.deepEqual(labels.slice(0, 9), ['Cover', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', '1']);
  assert.deepEqual(
    labels.slice(8),
    Array.from({ length: labels.length - 8 }, (_, index) => String(index + 1)),
  );
});

test('the outline nests like the headings and leads to their pages', async () => {
  const outline = await readOutline(await read('book'));
  const pages = layouts.get('book') ?? [];
  const headings = pages.flatMap(({ parts, label }) =>
    parts
      .filter(({ role }) => /^H[1-6]$/.test(role))
      .map(({ role, text }) => ({ title: text, level: Number(role[1]), label })),
  );
  const squeeze = (title: string) => title.replace(/\s+/g, '');
  assert.deepEqual(
    outline.map((entry) => ({ ...entry, title: squeeze(entry.title) })),
    headings.map((entry) => ({ ...entry, title: squeeze(entry.title) })),
  );
});

for (const kind of whole) {
  test(`${kind}: labels, outline, lines, sizes and roles are those on record`, async () => {
    await compareText(kind, await describePdf(await read(kind)));
  });
}

/** Pages to look at: file, page. */
const pictures = {
  'book-opening': ['torture-book.pdf', 9],
  'book-contents': ['torture-book.pdf', 6],
  'book-table': ['torture-book.pdf', 22],
  'book-boxes': ['torture-book.pdf', 37],
  'book-formulas': ['torture-book.pdf', 53],
  'handout-first': ['torture-handout.pdf', 1],
  'large-print-opening': ['torture-large-print.pdf', 6],
  'booklet-side': ['torture-booklet.pdf', 3],
  'tear-off': ['handouts/05-boxes.pdf', 5],
} as const;

for (const [name, [file, page]] of Object.entries(pictures)) {
  test(`page ${page} of ${file} looks as its picture on record`, async () => {
    await comparePicture(name, new Uint8Array(await readFile(join(out, file))), page);
  });
}

for (const program of ['qpdf', 'pdffonts']) {
  test(
    `${program} finds every PDF sound, as after every build of the tests`,
    {
      skip: await missing(program),
    },
    () => assertSound(out),
  );
}
