import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { flattenBlocks, type Medium } from '../../src/verify/blocks.ts';
import { alignBlocks } from '../../src/verify/checks/align.ts';
import { showsNumber } from '../../src/verify/checks/list-numbers.ts';
import { fold } from '../../src/verify/fold.ts';
import { textOf } from '../../src/verify/phrase.ts';
import { openTranscript, type Transcript } from '../../src/verify/transcript.ts';
import { parse } from './support/edition.ts';

function texts(markdown: string): string[] {
  return flattenBlocks(parse(markdown), 'paper').body.map((block) => textOf(block.phrase));
}

/** A transcript with one block for each text. */
function transcribe(blocks: readonly string[]): Transcript {
  const scribe = openTranscript();
  for (const block of blocks) {
    scribe.breakBlock();
    scribe.write(block, 1);
  }
  return scribe.finish();
}

/** Source line of the first lost block; 0 when none is. */
function firstLost(markdown: string, printed: readonly string[]): number {
  const transcript = transcribe(printed);
  const range = { start: 0, end: transcript.text.length };
  const { lost } = alignBlocks(transcript, range, flattenBlocks(parse(markdown), 'paper'));
  return lost === undefined ? 0 : (lost.block.at?.line ?? -1);
}

test('every kind of block gives its text', () => {
  assert.deepEqual(
    texts(
      '# A *b*\n\np `c` [d](/e)\n\n> q\n\n- i\n\n  j\n\n```\nk  l\n```\n\n|m|\n|-|\n|n|\n\n:::warning[Stop]\no\n:::',
    ),
    ['Ab', 'pcd', 'q', 'i', 'j', 'kl', 'm', 'n', 'Stop', 'o'],
  );
});

test('pictures, rules and comments show no text; raw HTML keeps the text of its elements', () => {
  assert.deepEqual(
    texts('![alt](a.png)\n\n---\n\n<!-- gone -->\n\n<div>kept &amp; <b>bold</b></div>\n\na <u>b</u> c'),
    ['kept&bold', 'abc'],
  );
});

test('numbers of items start where the source says and stay with the item’s first block', () => {
  const { body } = flattenBlocks(parse('13. a\n\n    b\n14. - c\n15. 1. d\n\ne'), 'paper');
  assert.deepEqual(
    body.map((block) => block.opens),
    [[13], [], [14, undefined], [15, 1], []],
  );
});

test('an item without text does not hand its number on', () => {
  const { body } = flattenBlocks(parse('1. a\n2.\n3. c\n\nd'), 'paper');
  assert.deepEqual(
    body.map((block) => block.opens),
    [[1], [3], []],
  );
});

test('a lost block is named even when a later block has the same text', () => {
  const filler = 'word '.repeat(40);
  assert.equal(firstLost(`Yes.\n\n${filler}\n\nYes.\n\nEnd.`, [filler, 'Yes.', 'End.']), 1);
});

test('a word that is lost, changed or glued on is a lost block', () => {
  assert.equal(firstLost('Do not stop.', ['Do stop.']), 1);
  assert.equal(firstLost('Do not stop.', ['Do not stop. Or do.']), 1);
  assert.equal(firstLost('Stop.', ['Do not Stop.']), 1);
  assert.equal(firstLost('a\n\nb\n\nc', ['a', 'c', 'b']), 5);
});

test('what editions add between and inside blocks is no loss', () => {
  assert.equal(firstLost('See [x](https://e.org/a), then.', ['See x (e.org/a), then.']), 0);
  assert.equal(firstLost('See [x](#a).', ['See x (page 12).']), 0);
  assert.equal(
    firstLost('See [x](a).', ['See x (\u201cThe other (first) chapter\u201d in the full edition).']),
    0,
  );
  assert.equal(firstLost('A[^1] b.\n\n[^1]: Note.', ['A[1] b.', 'Note. \u2190 back']), 0);
  assert.equal(firstLost('- [ ] ask', ['\u2610 to do ask']), 0);
  assert.equal(firstLost('a\n\nb', ['a', 'Warning', 'b']), 0);
});

test('behind a link to the web nothing but its address is taken for an addition', () => {
  assert.equal(firstLost('See [x](https://e.org/a) now.', ['See x (never) now.']), 1);
});

test('a link without words is its address on paper, and nothing on a screen', () => {
  const pictures = '[![a](a.png)](https://e.org/a)\n\nText.\n\n- [![b](b.png)](https://e.org/b)\n- Item.';
  assert.equal(firstLost(pictures, ['(e.org/a)', 'Text.', '(e.org/b)', 'Item.']), 0);
  assert.equal(firstLost(pictures, ['Text.', '(e.org/b)', 'Item.']), 1);
  assert.equal(firstLost(pictures, ['(e.org/b)', 'Text.', '(e.org/b)', 'Item.']), 1);
  assert.equal(firstLost(pictures, ['(e.org/a)', 'Text.', 'Item.']), 5);
  const { body } = flattenBlocks(parse(pictures), 'screen');
  assert.deepEqual(
    body.map(({ phrase }) => textOf(phrase)),
    ['Text.', 'Item.'],
  );
});

test('an item that begins with a link without words has its number on paper and on a screen', () => {
  const items = parse('7. [![a](a.png)](https://e.org/a)\n\n   Text.');
  const opened = (medium: Medium) => flattenBlocks(items, medium).body.map(({ opens }) => opens);
  assert.deepEqual(opened('paper'), [[7], []]);
  assert.deepEqual(opened('screen'), [[7]]);
});

test('the address of a link by reference is that of its definition, the first of two', () => {
  const text = 'See [x][one] now.\n\n[one]: https://e.org/a\n[one]: https://e.org/b';
  assert.equal(firstLost(text, ['See x (e.org/a) now.']), 0);
  assert.equal(firstLost(text, ['See x (e.org/b) now.']), 1);
  assert.equal(firstLost(text, ['See x (see below) now.']), 1);
});

test('letters that no address has are printed in hexadecimal digits', () => {
  assert.equal(firstLost('See [x](https://e.org/ä?a=100%) now.', ['See x (e.org/%C3%A4?a=100%25) now.']), 0);
  assert.equal(firstLost('See [x](https://e.org/%C3%A4) now.', ['See x (e.org/%C3%A4) now.']), 0);
  assert.equal(firstLost('See [x](https://e.org/ä) now.', ['See x (e.org/%C3%B6) now.']), 1);
});

test('a page number is no address', () => {
  assert.equal(firstLost('See [x](https://e.org/a) now.', ['See x (page 12) now.']), 1);
});

test('a block cut by a page break is found', () => {
  assert.equal(firstLost('First half second half.', ['First half', 'second half.']), 0);
});

const words = fc.array(fc.stringMatching(/^[A-Za-z]{1,12}$/), { minLength: 1, maxLength: 8 });
const paragraphs = fc.array(
  words.map((it) => it.join(' ')),
  { minLength: 1, maxLength: 12 },
);

test('all blocks are found in what they print, and the flattened text is the folded text', () => {
  fc.assert(
    fc.property(paragraphs, (blocks) => {
      assert.deepEqual(texts(blocks.join('\n\n')), blocks.map(fold));
      assert.equal(firstLost(blocks.join('\n\n'), blocks), 0);
    }),
  );
});

test('whichever block is taken out, a block is missed', () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(), (blocks, seed) => {
      const printed = blocks.filter((_, index) => index !== seed % blocks.length);
      assert.notEqual(firstLost(blocks.join('\n\n'), printed), 0);
    }),
  );
});

test('whichever two different neighbours are swapped, a block is missed', () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(), (blocks, seed) => {
      const at = seed % blocks.length;
      const [one, two] = [blocks[at], blocks[at + 1]];
      fc.pre(one !== undefined && two !== undefined && fold(one) !== fold(two));
      assert.notEqual(firstLost(blocks.join('\n\n'), blocks.with(at, two ?? '').with(at + 1, one ?? '')), 0);
    }),
  );
});

test('a marker shows its number in digits, as a letter or as a Roman numeral', () => {
  assert.ok(showsNumber('13.', 13));
  assert.ok(showsNumber('d)', 4));
  assert.ok(showsNumber('iv.', 4));
  assert.ok(!showsNumber('12.', 13));
  assert.ok(!showsNumber('', 1));
  assert.ok(!showsNumber('\u2022', 1));
});
