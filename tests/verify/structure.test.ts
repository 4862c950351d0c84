import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type StructureNode, writeStructure } from '../../src/verify/pdf/structure.ts';
import { openTranscript } from '../../src/verify/transcript.ts';

/** An element; a string stands for marked content of that text. */
function element(role: string, ...children: readonly (StructureNode | string)[]): StructureNode {
  return {
    role,
    children: children.map((it) => (typeof it === 'string' ? { type: 'content', id: it } : it)),
  };
}

/** Passages of a page; each marked content's id is its text. */
function write(root: StructureNode): { readonly passages: string[]; readonly markers: string[] } {
  const scribe = openTranscript();
  const texts = { get: (id: string) => id } as ReadonlyMap<string, string>;
  writeStructure(root, texts, 1, scribe);
  const { passages, markers } = scribe.finish();
  return { passages: passages.map((it) => it.raw), markers: markers.map((it) => `${it.at} ${it.text}`) };
}

test('a tight item ends where its inner list begins, and markers are kept apart', () => {
  const inner = element('L', element('LI', element('Lbl', ''), element('NonStruct', 'inner')));
  const outer = element(
    'L',
    element('LI', element('Lbl', '1.'), element('LBody', element('NonStruct', 'outer'), inner)),
  );
  assert.deepEqual(write(element('Document', outer)), {
    passages: ['outer', 'inner'],
    markers: ['0 1.', '5 '],
  });
});

test('emphasis, links and code flow on in their paragraph', () => {
  const paragraph = element(
    'P',
    'a ',
    element('Strong', element('NonStruct', 'b')),
    element('Link', ' c'),
    ' d',
  );
  assert.deepEqual(write(element('Document', paragraph)).passages, ['a b c d']);
});

test('a link around a picture goes on in its line: its address stands in the same paragraph as its words', () => {
  const paragraph = element('P', element('Link', element('Figure', ''), 'words'), ' (address)');
  assert.deepEqual(write(element('Document', paragraph)).passages, ['words (address)']);
});

test('neighbouring groups without paragraphs in them are blocks of their own beside other blocks', () => {
  const code = (text: string): StructureNode => element('NonStruct', element('Code', text));
  const section = element('NonStruct', code('one'), code('two'), element('P', 'p'));
  assert.deepEqual(write(element('Document', section)).passages, ['one', 'two', 'p']);
});

test('a picture flows on in its heading, so that the heading stays whole', () => {
  const heading = element('H2', 'before ', element('Figure', ''), 'after');
  assert.deepEqual(write(element('Document', heading)).passages, ['before after']);
});

test('a cell that goes on is written with its rest, and the rest not where it stands', () => {
  const begin = element('TD', 'one');
  const rest: StructureNode = { ...element('TD', ' two'), again: begin };
  const first = element('Table', element('TR', { ...begin, rest: [rest] }, element('TD', 'beside')));
  assert.deepEqual(write(element('Document', first)).passages, ['one two', 'beside']);
  const second = element('Table', element('TR', rest), element('TR', element('TD', 'next')));
  assert.deepEqual(write(element('Document', second)).passages, ['next']);
});

/** What is written of a cell that later pages show again. */
function writeAgain(role: string, text: string, isInHead: boolean): readonly string[] {
  const begin = element(role, 'head');
  const again: StructureNode = { ...element(role, text), again: begin, isInHead };
  const first = element('Table', element('TR', { ...begin, rest: [again] }));
  const second = element('Table', element('TR', again), element('TR', element('TD', 'cell')));
  return [first, second].flatMap((table) => write(element('Document', table)).passages);
}

test('the head of a table that is repeated on a later page is written once', () => {
  assert.deepEqual(writeAgain('TH', 'head', true), ['head', 'cell']);
  assert.deepEqual(writeAgain('TD', 'head', true), ['head', 'cell']);
});

test('what says something else than the head of the page before, or stands further down, is no repetition', () => {
  assert.deepEqual(writeAgain('TH', ' dose', true), ['head dose', 'cell']);
  assert.deepEqual(writeAgain('TD', 'head', false), ['headhead', 'cell']);
});

test('a formula flows on in its paragraph, and brackets drawn in parts are brackets there', () => {
  const sign = (text: string): StructureNode => element('NonStruct', text);
  const formula = element('Formula', sign('⎛⎜⎜⎝'), sign('x'), sign('⎞⎟⎠'), sign('⎡⎣'), sign('⎧⎪⎨⎪⎩'));
  assert.deepEqual(write(element('Document', element('P', 'a ', formula, ' b ⎛'))).passages, ['a (x)[{ b ⎛']);
});
