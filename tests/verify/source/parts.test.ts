/** What the proof takes from a segment beside text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../../../src/verify/phrase.ts';
import { collectParts } from '../../../src/verify/source/parts.ts';
import { parse } from '../support/edition.ts';

const partsOf = (text: string) => collectParts(parse(text));
/** `H 1,2 3x4 Column text`: kind, row and column, rows and columns, scope, text. */
const tablesOf = (text: string) =>
  partsOf(text).tables.map(({ cells }) =>
    cells.map(({ isHeading, row, column, rows, columns, scope, phrase }) =>
      [
        isHeading ? 'H' : 'D',
        `${row},${column}`,
        `${rows}x${columns}`,
        ...(scope ? [scope] : []),
        phrase ? textOf(phrase) : '?',
      ].join(' '),
    ),
  );

test('a table in Markdown has a head, and each cell its place', () => {
  assert.deepEqual(tablesOf('| A | B |\n|---|---|\n| 1 mg | *2* mg |'), [
    ['H 0,0 1x1 Column A', 'H 0,1 1x1 Column B', 'D 1,0 1x1 1mg', 'D 1,1 1x1 2mg'],
  ]);
});

test('cells of a table in HTML move those behind and below them; end tags may be left out', () => {
  assert.deepEqual(
    tablesOf(
      '<table>\n<tr><th rowspan=2>A<th colspan="2">B\n<tr><th>C<th>D\n<tr><td>1<td colspan=2>2 &amp; 3\n</table>',
    ),
    [
      [
        'H 0,0 2x1 Column A',
        'H 0,1 1x2 Column B',
        'H 1,1 1x1 Column C',
        'H 1,2 1x1 Column D',
        'D 2,0 1x1 1',
        'D 2,1 1x2 2&3',
      ],
    ],
  );
});

test('spans end with the table, and rows without cells are none', () => {
  assert.deepEqual(
    tablesOf(
      '<table><tr><td rowspan="9">1</td><td colspan="9">2</td></tr><tr></tr><tr><td>3</td></tr></table>',
    ),
    [['D 0,0 2x1 1', 'D 0,1 1x1 2', 'D 1,1 1x1 3']],
  );
});

test('Markdown in a cell of HTML is its text, and a box in it may bring a label', () => {
  assert.deepEqual(
    tablesOf(
      '<table><tr><td>\n\n*5* mg[^1]\n\n</td><td>\n\n:::warning\nNo.\n:::\n\n</td></tr></table>\n\n[^1]: N.',
    ),
    [['D 0,0 1x1 5mg', 'D 0,1 1x1 ?']],
  );
});

test('a table in a cell is a table of its own, and part of the cell', () => {
  assert.deepEqual(
    tablesOf('<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>'),
    [['D 0,0 1x1 ab', 'D 0,1 1x1 c'], ['D 0,0 1x1 b']],
  );
});

test('what a cell says of its headings is kept', () => {
  const [table] = partsOf(
    '<table><tr><th id="x">A</th><th scope="rowgroup">B</th></tr><tr><td headers="x none">1</td><td>2</td></tr></table>',
  ).tables;
  assert.deepEqual(
    table?.cells.map(({ scope, headings }) => [scope, headings]),
    [
      ['Column', []],
      ['Row', []],
      [undefined, [0]],
      [undefined, []],
    ],
  );
});

test('each cell has its line', () => {
  const [table] = partsOf(
    'Text.\n\n<table>\n<!-- two\nlines -->\n<tr><td>1</td>\n<td>2</td></tr></table>',
  ).tables;
  assert.deepEqual(
    table?.cells.map(({ at }) => at?.line),
    [6, 7],
  );
});

test('pictures have words, place and what stands before them', () => {
  const { pictures } = partsOf(
    'Take ![one *pill*](a.png "Caption") now, ![two][b] later.\n\n![](c.png "decorative")\n\n[^1]: See ![it](d.png).\n\n[b]: b.png\n',
  );
  assert.deepEqual(
    pictures.map(({ path, alt, at, before, isNote }) => [path, alt, at?.line, textOf(before), isNote]),
    [
      ['a.png', 'one pill', 1, 'Take', false],
      ['b.png', 'two', 1, 'Takenow,', false],
      ['c.png', '', 3, '', false],
      ['d.png', 'it', 5, 'See', true],
    ],
  );
});

test('a drawing has the words of its label or its title, and shapes', () => {
  const { pictures } = partsOf(
    'A <svg aria-label="dot"><title>no</title><circle r="1"/></svg> and <svg><title>a &amp; b</title><g><path d="M0 0"/></g></svg>.\n\n<svg aria-hidden="true">\n<rect/>\n</svg>\n',
  );
  assert.deepEqual(
    pictures.map(({ alt, before, shapes }) => [
      alt,
      textOf(before),
      shapes.map(({ name }) => name).join(' '),
    ]),
    [
      ['dot', 'A', 'svg circle'],
      ['a & b', 'Aand', 'svg g path'],
      ['', '', 'svg rect'],
    ],
  );
});
