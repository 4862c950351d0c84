import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlOf } from '../../fixtures/document.ts';

const read = (rows: string) =>
  htmlOf(`<table>\n${rows.replaceAll('</tr>', '</tr>\n')}</table>\n`).replace(/\n/g, '');

const data = '<tr><td>1</td><td>2</td></tr>';
const names = '<tr><th>A</th><th>B</th></tr>';
const title = (text: string) => `<tr><th colspan="2">${text}</th></tr>`;

test('rows of names at the top become the head of the table', () => {
  assert.equal(read(names + data), `<table><thead>${names}</thead><tbody>${data}</tbody></table>`);
  assert.equal(
    read(title('Both') + names + data),
    `<table><thead>${title('Both')}${names}</thead><tbody>${data}</tbody></table>`,
  );
  assert.equal(
    read(`<tbody>${names}</tbody><tbody>${data}</tbody>`),
    `<table><thead>${names}</thead><tbody>${data}</tbody></table>`,
  );
});

test('the title of a group is not in the head: what it names ends with the next title', () => {
  const groups = title('One') + data + title('Two') + data;
  assert.equal(read(groups), `<table><tbody>${groups}</tbody></table>`);
  assert.equal(read(names + groups), `<table><thead>${names}</thead><tbody>${groups}</tbody></table>`);
});

test('a head that is said, one that reaches into the rows below and one with nothing below stay', () => {
  const said = `<thead>${names}</thead><tbody>${names}${data}</tbody>`;
  assert.equal(read(said), `<table>${said}</table>`);
  const reaching = '<tr><th rowspan="2">A</th><th>B</th></tr><tr><td>2</td></tr>';
  assert.equal(read(reaching), `<table><tbody>${reaching}</tbody></table>`);
  assert.equal(read(names), `<table><tbody>${names}</tbody></table>`);
});

test('names of columns beside an empty corner are said to be that', () => {
  assert.match(
    read(`<thead><tr><td></td><th>B</th></tr></thead><tbody>${data}</tbody>`),
    /<th scope="col">B<\/th>/,
  );
  assert.match(
    read(`<thead><tr><td></td><th scope="colgroup">B</th></tr></thead><tbody>${data}</tbody>`),
    /<th scope="colgroup">B<\/th>/,
  );
  assert.doesNotMatch(htmlOf('| | B |\n| - | - |\n| 1 | 2 |\n'), /scope/);
});
