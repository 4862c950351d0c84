/** Joined cells of a table that is set as records, composed and printed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fitTables } from '../../../src/document/tables/fit.ts';
import { markSpans } from '../../../src/document/tables/spans.ts';
import { asArray } from '../../../src/verify/pdf/objects.ts';
import { openPdf } from '../../../src/verify/pdf/open.ts';
import { createAttributeReader } from '../../../src/verify/pdf/ua/attributes.ts';
import { checkUa } from '../../../src/verify/pdf/ua/check.ts';
import { openUaDocument } from '../../../src/verify/pdf/ua/document.ts';
import { type Cell, layOut } from '../../../src/verify/pdf/ua/grid.ts';
import { compose } from '../../fixtures/document.ts';
import { createHtml } from '../fixture.ts';
import { usePress } from './raw.ts';

const press = usePress();
const style =
  '<style>.records, .records * { display: block } .records th { display: inline } .label { display: inline }</style>';

/** Prints a table of HTML, by default in a room in which nothing fits. */
async function print(rows: string, { width = 3, isMarked = true } = {}): Promise<Uint8Array> {
  const { body } = compose(`<table>\n${rows}\n</table>\n`);
  const root: Root = { type: 'root', children: structuredClone([...body.children]) };
  const room = { width, smallest: 1, gap: { usual: 0.8, narrow: 0.3 } };
  fitTables(root, room, { label: (name) => `${name}: `, comma: ', ' });
  if (isMarked) {
    const html = { type: 'element' as const, tagName: 'html', properties: { lang: 'en' }, children: [] };
    markSpans({ type: 'root', children: [{ ...html, children: root.children as never }] });
  }
  return (await press(createHtml(toHtml(root), style))).finished;
}

async function breachesOf(bytes: Uint8Array): Promise<string[]> {
  const opened = await openPdf(bytes);
  assert.ok('document' in opened);
  return checkUa(opened.document)
    .filter(({ where }) => where.startsWith('element T'))
    .map(({ problem }) => problem);
}

interface Read {
  readonly cells: readonly Cell[];
  /** Of each cell the row, the column, and how many of both it covers. */
  readonly places: readonly string[];
  readonly languages: readonly (string | undefined)[];
  /** How many headers each names. */
  readonly headers: readonly (number | undefined)[];
}

/** The tables of a file, the outer ones first. */
async function readTables(bytes: Uint8Array): Promise<Read[]> {
  const opened = await openPdf(bytes);
  assert.ok('document' in opened);
  const { structure, look } = openUaDocument(opened.document).finish();
  const read = createAttributeReader(structure.root, look);
  return structure.elements
    .filter(({ role }) => role === 'Table')
    .map((table) => {
      const { cells, problems } = layOut(table, read);
      assert.deepEqual(problems, []);
      return {
        cells,
        places: cells.map(
          ({ element, row, column, rows, columns }) => `${element.role} ${row},${column} ${rows}×${columns}`,
        ),
        languages: cells.map(({ element }) => look.text(element.dict, 'Lang')),
        headers: cells.map(({ element }) => asArray(read(element, 'Table', 'Headers'))?.length),
      };
    });
}

const spanned = `<tr><th rowspan="2">Medicine</th><th colspan="2">Amount</th></tr>
<tr><th>morning</th><th>evening</th></tr>
<tr><td rowspan="2">naltrexone</td><td>none</td><td>little</td></tr>
<tr><td colspan="2">as prescribed</td></tr>`;

const places = [
  'TH 0,0 2×1',
  'TH 0,1 1×2',
  'TH 1,1 1×1',
  'TH 1,2 1×1',
  'TD 2,0 2×1',
  'TD 2,1 1×1',
  'TD 2,2 1×1',
  'TD 3,1 1×2',
];

test('joined cells cover in records what they cover in a table, and nothing is left of how it was told', async () => {
  const records = await print(spanned);
  const [read] = await readTables(records);
  assert.deepEqual(read?.places, places);
  assert.deepEqual(read?.languages, Array(8).fill(undefined));
  assert.doesNotMatch(Buffer.from(records).toString('latin1'), /spans-r/);
  assert.deepEqual(await breachesOf(records), []);
  assert.match((await breachesOf(await print(spanned, { isMarked: false }))).join(), /fewer than 3 columns/);
});

test('of a table with joined cells the scopes of its headers count: no cell names some of them alone', async () => {
  for (const width of [3, 30]) {
    const [read] = await readTables(await print(spanned, { width }));
    assert.deepEqual(read?.places, places);
    assert.deepEqual(read?.headers, Array(8).fill(undefined), `width ${width}`);
  }
  const plain = '<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>';
  assert.deepEqual((await readTables(await print(plain)))[0]?.headers, [undefined, undefined, 1, 1]);
});

test('cells that are joined otherwise in each row are not taken for those of other columns', async () => {
  const swapped = `<tr><th colspan="2">A</th><th>B</th></tr><tr><td>1</td><td colspan="2">2</td></tr>
<tr><td>3</td><td>4</td><td>5</td></tr>`;
  const [read] = await readTables(await print(swapped));
  assert.deepEqual(read?.places.slice(0, 4), ['TH 0,0 1×2', 'TH 0,2 1×1', 'TD 1,0 1×1', 'TD 1,1 1×2']);
});

test('a cell keeps its own language, and a table in a cell its own joined cells', async () => {
  const inner = '<table><tr><th colspan="2">x</th></tr><tr><td>1</td><td>2</td></tr></table>';
  const rows = `<tr><th>A</th><th>B</th><th>C</th></tr><tr><td colspan="2" lang="es">hola${inner}</td><td>3</td></tr>
<tr><td>4</td><td>5</td><td>6</td></tr>`;
  const tables = await readTables(await print(rows));
  const [outer, within] = tables.toSorted((a, b) => b.cells.length - a.cells.length);
  assert.deepEqual(outer?.places.slice(3, 5), ['TD 1,0 1×2', 'TD 1,2 1×1']);
  assert.equal(outer?.languages[3], 'es');
  assert.deepEqual(within?.places, ['TH 0,0 1×2', 'TD 1,0 1×1', 'TD 1,1 1×1']);
  assert.deepEqual(within?.languages, [undefined, undefined, undefined]);
});

test('a table that the browser takes for mere layout keeps no trace of its joined cells', async () => {
  const bytes = await print('<tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr>');
  assert.deepEqual(await readTables(bytes), []);
  assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /spans-r/);
});
