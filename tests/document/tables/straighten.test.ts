import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose } from '../../fixtures/document.ts';

const read = (rows: string) => compose(`<table>\n${rows.replaceAll('</tr>', '</tr>\n')}</table>\n`);

/** The cells of each row, with what they cover: `a`, `b 2×1` over two rows. */
function cellsOf(rows: string): string[] {
  const { html, told } = read(rows);
  assert.deepEqual(told, []);
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]([^>]*)>(.*?)<\/t/g)]
      .map(([, attributes = '', text]) => {
        const span = (name: string) => new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? '1';
        const covered = `${span('rowspan')}×${span('colspan')}`;
        return covered === '1×1' ? text : `${text} ${covered}`;
      })
      .join(' | '),
  );
}

test('a cell covers no more rows than its part of the table has, and 0 are all of them', () => {
  const rows = (span: number) =>
    `<tr><td rowspan="${span}">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>`;
  for (const span of [0, 3, 9]) assert.deepEqual(cellsOf(rows(span)), ['a 3×1 | b', 'c', 'd']);
});

test('a cell covers no column beyond the last in which one begins', () => {
  const row = '<tr><td>a</td><td>b</td></tr>';
  assert.deepEqual(cellsOf(`${row}<tr><td colspan="10">c</td></tr>`), ['a | b', 'c 1×2']);
  assert.deepEqual(cellsOf('<tr><td colspan="3">a</td></tr><tr><td>b</td></tr>'), ['a', 'b']);
});

test('a row without cells goes, and what covers it covers one row less', () => {
  const rows = '<tr><td rowspan="3">a</td><td rowspan="2">b</td></tr><tr></tr><tr><td>c</td></tr>';
  assert.deepEqual(cellsOf(rows), ['a 2×1 | b', 'c']);
  const inner = '<table><tr><td rowspan="2">x</td><td rowspan="2">y</td></tr><tr></tr></table>';
  assert.doesNotMatch(read(`<tr><td>${inner}</td></tr>`).html, /rowspan|<tr><\/tr>/);
});

test('a row with more or fewer columns than the first is told at its place, once for a table', () => {
  const row = '<tr><td>a</td><td>b</td></tr>';
  const tell = (rows: string) => read(rows).told;
  assert.deepEqual(tell(`${row}<tr><td>c</td></tr>${row}<tr><td>d</td></tr>`), [
    '3:1 table-row: Row 2 of a table has cells for 1 columns, expected 2 as in its first row',
  ]);
  assert.deepEqual(tell(`${row}${row}<tr><td>c</td><td>d</td><td>e</td></tr>`), [
    '4:1 table-row: Row 3 of a table has cells for 3 columns, expected 2 as in its first row',
  ]);
});

test('two cells in one place are told', () => {
  const rows =
    '<tr><td>a</td><td rowspan="2">b</td><td>c</td></tr><tr><td colspan="3">d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr>';
  assert.deepEqual(read(rows).told, ['3:1 table-overlap: Two cells of a table cover row 2, column 2']);
});
