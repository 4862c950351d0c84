/** Tables that run over pages are proved in every edition: their heads are repeated on each page, and nothing else is. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { segmentFile } from './fixtures/edition.ts';
import { baseFolder, withContent } from './fixtures/folder.ts';
import { readLayout } from './fixtures/pages.ts';
import { run } from './fixtures/run.ts';

const rows = (name: string, count = 60) =>
  Array.from(
    { length: count },
    (_, at) => `<tr><th scope="row">${name} ${at + 1}</th><td>5 mg</td></tr>`,
  ).join('\n');
const foot = (name: string) => `<tfoot><tr><td>${name}</td><td>300 mg</td></tr></tfoot>`;
const tall = Array.from({ length: 90 }, (_, at) => `Line ${at + 1}`).join('<br>');

const english = [
  `<table>\n<thead><tr><th>Name</th><th>Dose</th></tr></thead>\n<tbody>\n${rows('Row')}\n</tbody>\n${foot('The sum')}\n</table>`,
  `<table>\n<thead><tr><td>Corner</td><th>Dose</th></tr></thead>\n<tbody>\n${rows('Entry')}\n</tbody>\n</table>`,
  `<table>\n<tbody>\n<tr><th scope="row">${tall}</th><td>5 mg</td></tr>\n${rows('Item', 3)}\n</tbody>\n</table>`,
];
const arabic = [
  `<table>\n<thead><tr><td>اسم</td><th>جرعة 5 mg هنا</th></tr></thead>\n<tbody>\n${rows('صف')}\n</tbody>\n${foot('المجموع')}\n</table>`,
];
const write = (tables: readonly string[]) =>
  segmentFile(`Before.\n\n${tables.join('\n\nBetween.\n\n')}\n\n## Rest\n\nRest.\n`);

/** Text of the finished book. */
async function build(tables: readonly string[], language: string): Promise<string> {
  const settings = await readFile(join(baseFolder, 'edition.yaml'), 'utf8');
  const overlay = {
    'segments/02-sleep.md': write(tables),
    'edition.yaml': settings.replace('language: en-US', `language: ${language}`),
  };
  return withContent(overlay, async (folder) => {
    const out = join(dirname(folder), 'dist');
    const ran = await run('build', folder, '--out', out);
    assert.equal(ran.status, 0, ran.stdout + ran.stderr);
    const pages = await readLayout(new Uint8Array(await readFile(join(out, 'small-edition-book.pdf'))));
    return pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
  });
}

test('a table over pages with a foot, with a corner that is no heading, and with a heading over pages', async () => {
  const text = await build(english, 'en-US');
  assert.equal(text.match(/The sum/g)?.length, 1);
  assert.ok((text.match(/Corner/g)?.length ?? 0) > 1, 'the head is not repeated');
});

test('a table over pages from right to left', async () => {
  await build(arabic, 'ar');
});
