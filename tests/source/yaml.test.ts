import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml } from '../../src/source/yaml.ts';
import { showMessage } from '../fixtures/folder.ts';

const schema = {
  type: 'object',
  description: 'a mapping',
  additionalProperties: false,
  required: ['title'],
  properties: {
    title: { type: 'string', description: 'a line of text' },
    reviewBy: { type: 'string', format: 'date', description: 'a day such as 2026-11-23' },
    when: { type: 'string', format: 'partial-date', description: 'a year, month or day' },
    paper: { enum: ['letter', 'a4'], description: 'letter or a4', default: 'letter' },
    names: {
      type: 'array',
      description: 'a list of names',
      uniqueItems: true,
      items: { type: 'string', description: 'a name' },
    },
    person: {
      type: 'object',
      description: 'a mapping with `name`',
      additionalProperties: false,
      required: ['name'],
      properties: { name: { type: 'string', description: 'a line of text' } },
    },
  },
};

function read(text: string, firstLine = 1) {
  return readYaml<Record<string, unknown>>({ file: 'a.yaml', text, firstLine }, schema);
}

function told(text: string, firstLine = 1): string[] {
  return read(text, firstLine).messages.map((message) => showMessage(message));
}

test('YAML that keeps to the schema is read without a word, defaults filled in', () => {
  const result = read('title: x\n');
  assert.deepEqual(result.value, { title: 'x', paper: 'letter' });
  assert.deepEqual(result.messages, []);
});

test('an unknown key is told where it stands, with the nearest known key', () => {
  assert.deepEqual(told('title: x\nreviewby: 2026-01-02\n'), [
    'a.yaml:2:1 key-unknown: Unexpected key `reviewby`, expected `reviewBy`',
  ]);
  assert.deepEqual(told('title: x\nperson:\n  name: x\n  nane: y\n'), [
    'a.yaml:4:3 key-unknown: Unexpected key `nane`, expected `name`',
  ]);
});

test('an unknown key that is near to none is told with all keys', () => {
  assert.deepEqual(told('title: x\nxylophone: 1\n'), [
    'a.yaml:2:1 key-unknown: Unexpected key `xylophone`, expected one of `title`, `reviewBy`, `when`, `paper`, `names`, `person`',
  ]);
  assert.deepEqual(told('title: x\n1: y\n').length, 1);
  assert.match(told('title: x\n1: y\n')[0] ?? '', /^a\.yaml:2:1 key-unknown: Unexpected key `1`/);
});

test('a missing key is told with what it should hold', () => {
  assert.deepEqual(told('paper: a4\n'), [
    'a.yaml:1:1 key-missing: Missing key `title`, expected a line of text',
  ]);
  assert.deepEqual(told('title: x\nperson: {}\n'), [
    'a.yaml:2:9 key-missing: Missing key `person.name`, expected a line of text',
  ]);
});

test('a value of the wrong type is told at the value', () => {
  assert.deepEqual(told('title: 12\nnames:\n  - a\n  - [b]\npaper: a3\n'), [
    'a.yaml:1:8 value-unexpected: Unexpected value 12 for `title`, expected a line of text',
    'a.yaml:5:8 value-unexpected: Unexpected value "a3" for `paper`, expected letter or a4',
    'a.yaml:4:5 value-unexpected: Unexpected value ["b"] for `names.1`, expected a name',
  ]);
});

test('a list with an entry twice is told at the second', () => {
  assert.deepEqual(told('title: x\nnames:\n  - a\n  - b\n  - a\n'), [
    'a.yaml:5:5 value-unexpected: Unexpected value "a" for `names`, expected each entry once',
  ]);
});

test('a day that no calendar has is told', () => {
  assert.deepEqual(told('title: x\nreviewBy: 2026-02-30\n'), [
    'a.yaml:2:11 value-unexpected: Unexpected value "2026-02-30" for `reviewBy`, expected a day such as 2026-11-23',
  ]);
  for (const when of ['2017', '2017-03', '2017-03-31', '2024-02-29']) {
    assert.deepEqual(told(`title: x\nwhen: "${when}"\n`), [], when);
  }
  for (const when of ['2017-13', '2017-02-30', '2023-02-29', '17', 'March']) {
    assert.equal(told(`title: x\nwhen: "${when}"\n`).length, 1, when);
  }
});

test('malformed YAML is told at its line and column, and nothing else is', () => {
  assert.deepEqual(told('title: "x\n'), ['a.yaml:2:1 yaml-syntax: Malformed YAML: Missing closing "quote']);
  assert.deepEqual(told('title: a: b\n'), [
    'a.yaml:1:8 yaml-syntax: Malformed YAML: Nested mappings are not allowed in compact mappings',
  ]);
  assert.deepEqual(told('title: x\n\tpaper: a4\n').length > 0, true);
});

test('a key that stands twice is malformed', () => {
  assert.deepEqual(told('title: x\ntitle: y\n'), [
    'a.yaml:2:1 yaml-syntax: Malformed YAML: Map keys must be unique',
  ]);
});

test('a second document and a tag without meaning are malformed', () => {
  assert.match(told('title: x\n---\ntitle: y\n')[0] ?? '', /^a\.yaml:2:1 yaml-syntax: .*multiple documents/);
  assert.match(told('title: !!js/function x\n')[0] ?? '', /^a\.yaml:1:8 yaml-syntax: .*Unresolved tag/);
});

test('aliases that would unfold to millions of values are refused, not unfolded', () => {
  const lines = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (const [last, next] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg']) {
    lines.push(`${next}: &${next} [${Array(9).fill(`*${last}`).join(',')}]`);
  }
  assert.deepEqual(told(lines.join('\n')), [
    'a.yaml:1:1 yaml-syntax: Malformed YAML: Excessive alias count indicates a resource exhaustion attack',
  ]);
});

test('an alias without an anchor is told, and a key named like a prototype changes nothing', () => {
  assert.match(told('title: *nobody\n')[0] ?? '', /yaml-syntax: .*Unresolved alias/);
  assert.match(told('title: x\n__proto__:\n  paper: a4\n')[0] ?? '', /^a\.yaml:2:1 key-unknown/);
});

test('an empty file and a list lack every key', () => {
  assert.deepEqual(told(''), [
    'a.yaml:1:1 value-unexpected: Unexpected value null for `the file`, expected a mapping',
  ]);
  assert.deepEqual(told('- x\n'), [
    'a.yaml:1:1 value-unexpected: Unexpected value ["x"] for `the file`, expected a mapping',
  ]);
});

test('places count from the line on which the piece begins in its file', () => {
  assert.deepEqual(told('title: 1\n', 2), [
    'a.yaml:2:8 value-unexpected: Unexpected value 1 for `title`, expected a line of text',
  ]);
});

test('other rules can ask for the place of any value', () => {
  const { placeOf } = read('title: x\nnames:\n  - a\n  - b\nperson:\n  name: y\n');
  assert.deepEqual(placeOf('names.1'), { line: 4, column: 5 });
  assert.deepEqual(placeOf('person.name'), { line: 6, column: 9 });
});

test('a long value is told by its beginning', () => {
  const [line = ''] = told(`title: x\npaper: ${'y'.repeat(100)}\n`);
  assert.match(line, /Unexpected value "y{58}… for/);
});
