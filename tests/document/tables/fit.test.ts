import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { roomFor } from '../../../src/document/print/room.ts';
import { fitTables, type Room } from '../../../src/document/tables/fit.ts';
import { compose } from '../../fixtures/document.ts';

const gap = { usual: 0.8, narrow: 0.35 };
const naming = { label: (name: string) => `${name}: `, comma: ', ' };

/** A table of Markdown, fitted; a room of ten ems holds some twenty letters. */
function fit(markdown: string, room: Omit<Room, 'gap'>): string {
  const root = h('div', ...structuredClone([...compose(markdown).body.children]));
  const width = room.width + 2; // a div takes two ems
  fitTables(h('section', root), { ...room, gap, width }, naming);
  return toHtml(root).replace(/\n/g, '');
}

const table = '| Medicine | Dose |\n| --- | --- |\n| naltrexone | 4.5 mg |\n| ketamine | |\n';
const sized = (width: number) => fit(table, { width, smallest: 0.8 });

test('a table that has room stays as it is', () => {
  assert.match(sized(14), /<table><thead>/);
});

test('one whose longest words do not fit side by side is set smaller, as small as the edition may', () => {
  assert.match(sized(9.5), /<table class="many-columns">/);
  assert.match(fit(table, { width: 9.5, smallest: 1 }), /<table class="records">/);
});

test('one that does not fit even then becomes records that name the column before each cell, unseen by screen readers', () => {
  const html = sized(6);
  assert.match(html, /<table class="records"><thead><tr><th>Medicine<\/th>/);
  assert.match(html, /<th><span class="separator" aria-hidden="true"> · <\/span>Dose<\/th>/);
  assert.match(
    html,
    /<td class="record">naltrexone<\/td><td><span class="label" aria-hidden="true">Dose: <\/span>4\.5\u00a0mg<\/td>/,
  );
  assert.match(
    html,
    /<td class="record">ketamine<\/td><td><span class="label" aria-hidden="true">Dose: <\/span>\u00a0<\/td>/,
  );
});

test('a fitted table is left alone when it is composed again', () => {
  const root = h('section', ...structuredClone([...compose(table).body.children]));
  fitTables(root, { width: 6, smallest: 1, gap }, naming);
  const once = toHtml(root);
  fitTables(root, { width: 6, smallest: 1, gap }, naming);
  assert.equal(toHtml(root), once);
});

test('lists take of the room, addresses may be broken, no-break spaces may not', () => {
  assert.match(fit(`- a\n\n${table.replace(/^/gm, '  ')}`, { width: 11, smallest: 1 }), /class="records"/);
  const address = '| A | B |\n| - | - |\n| <https://example.org/a/very/long/address/of/a/page> | b |\n';
  assert.match(fit(address, { width: 12, smallest: 1 }), /<table><thead>/);
  const bound = '| A | B |\n| - | - |\n| one\u00a0two\u00a0three\u00a0four\u00a0five | b |\n';
  assert.match(fit(bound, { width: 12, smallest: 1 }), /class="records"/);
  assert.match(fit(bound.replaceAll('\u00a0', ' '), { width: 12, smallest: 1 }), /<table><thead>/);
});

test('every kind of edition has room on its pages', () => {
  assert.ok(roomFor('large-print', 'a4').width < roomFor('book', 'a5').width);
  assert.throws(() => roomFor('book', 'letter'), TypeError);
});

test('labels are those of the columns in which cells stand, whatever spans columns or rows', () => {
  const spanned = `<table>
<tr><th rowspan="2">Medicine</th><th colspan="2">Amount</th></tr>
<tr><th>morning</th><th>evening</th></tr>
<tr><td rowspan="2">naltrexone</td><td>none</td><td>little</td></tr>
<tr><td colspan="2">as prescribed</td></tr>
<tr><td>ketamine</td><td>given</td><td>by others</td></tr>
</table>
`;
  const html = fit(spanned, { width: 6, smallest: 1 });
  const labels = [...html.matchAll(/<span class="label"[^>]*>([^<]*)<\/span>([^<]*)/g)].map(
    ([, name, text]) => [name, text],
  );
  assert.deepEqual(labels, [
    ['Amount, morning: ', 'none'],
    ['Amount, evening: ', 'little'],
    ['naltrexone · Amount, morning, evening: ', 'as prescribed'],
    ['Amount, morning: ', 'given'],
    ['Amount, evening: ', 'by others'],
  ]);
});

test('a value that goes on below a joined cell is not set as the name of a record, and names are parted as the language does', () => {
  const spanned = `<table>
<tr><th>Medicine</th><th>Morning</th><th>Evening</th></tr>
<tr><td rowspan="2">naltrexone</td><td>none</td><td>little</td></tr>
<tr><td colspan="2">as prescribed</td></tr>
</table>
`;
  const root = h('section', ...structuredClone([...compose(spanned).body.children]));
  fitTables(root, { width: 4, smallest: 1, gap }, { ...naming, comma: '\u060c ' });
  const html = toHtml(root);
  assert.deepEqual(html.match(/<td[^>]*class="record"[^>]*>[^<]*/g), [
    '<td rowspan="2" class="record">naltrexone',
  ]);
  assert.match(html, /naltrexone · Morning\u060c Evening: <\/span>as prescribed/);
});

test('the headers that an author names go before those above', () => {
  const named = `<table>
<tr><th id="a">One</th><th id="b">Two</th><th id="c">Three</th></tr>
<tr><td>x</td><td headers="c">y</td><td headers="b">z</td></tr>
</table>
`;
  assert.match(fit(named, { width: 3, smallest: 1 }), /Three: <\/span>y<\/td>.*Two: <\/span>z<\/td>/);
});

test('a table without a head has no labels', () => {
  const html = fit('<table><tr><td>naltrexone</td><td>naloxone</td></tr></table>\n', {
    width: 3,
    smallest: 1,
  });
  assert.match(html, /class="records"/);
  assert.doesNotMatch(html, /class="label"/);
});

test('records are aligned as text is, whatever the author said of the columns', () => {
  const aligned = table.replace('| --- | --- |', '| --: | :-: |');
  assert.match(fit(aligned, { width: 14, smallest: 1 }), /class="align-right"/);
  assert.doesNotMatch(fit(aligned, { width: 6, smallest: 1 }), /align-/);
});

test('an empty corner of the head has no sign behind it', () => {
  const corner = `<table>
<thead><tr><td></td><th>Morning</th><th>Evening</th></tr></thead>
<tbody><tr><th>naltrexone</th><td>none</td><td>little</td></tr></tbody>
</table>
`;
  const html = fit(corner, { width: 6, smallest: 1 });
  assert.match(html, /<th scope="col">Morning<\/th><th scope="col"><span class="separator"/);
});

test('the title of a group is no label of the cells below: those of the next group are below it too', () => {
  const title = (text: string) => `<tr><th colspan="2">${text}</th></tr>\n`;
  const row = '<tr><td>naltrexone</td><td>none</td></tr>\n';
  const names = '<tr><th>Medicine</th><th>Amount</th></tr>\n';
  const html = fit(`<table>\n${names}${title('Day')}${row}${title('Night')}${row}</table>\n`, {
    width: 6,
    smallest: 1,
  });
  assert.deepEqual(
    [...html.matchAll(/class="label"[^>]*>([^<]*)/g)].map(([, name]) => name),
    ['Amount: ', 'Amount: '],
  );
});
