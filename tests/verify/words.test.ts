import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { flattenBlocks } from '../../src/verify/blocks.ts';
import { matchAt } from '../../src/verify/match.ts';
import { lineEnd, unclear } from '../../src/verify/spacing.ts';
import { openTranscript } from '../../src/verify/transcript.ts';
import { findChangedWords } from '../../src/verify/words.ts';
import { parse } from './support/edition.ts';

/** `found ≠ expected` of the first block of a Markdown text, held against a file with these texts, each a paragraph. */
function judge(markdown: string, ...texts: readonly string[]): string {
  const [block] = flattenBlocks(parse(markdown), 'paper').body;
  assert.ok(block);
  const scribe = openTranscript();
  for (const text of texts) {
    scribe.breakBlock();
    scribe.write(text, 1);
  }
  const transcript = scribe.finish();
  const end = transcript.text.length;
  assert.ok(
    matchAt(transcript.text, block.phrase, 0).includes(end),
    'the letters are not those of the source',
  );
  const changed = findChangedWords(transcript, block.phrase, { start: 0, end });
  return changed ? `${changed.found} ≠ ${changed.expected}` : '';
}

test('words that are run together or torn apart are told, with a word before and behind', () => {
  assert.equal(judge('Take 50 mg at night.', 'Take 5 0 mg at night.'), 'Take 5 0 mg ≠ Take 50 mg');
  assert.equal(judge('Take 50 mg at night.', 'Take 50mg at night.'), 'Take 50mg at ≠ Take 50 mg at');
  assert.equal(judge('nowhere', 'now here'), 'now here ≠ nowhere');
  assert.equal(judge('the rapist', 'therapist'), 'therapist ≠ the rapist');
});

test('behind a picture its address follows, and then the sentence goes on as it does in the source', () => {
  const linked = 'Tap [![a](a.png)](https://e.org/a), then.';
  assert.equal(judge(linked, 'Tap (e.org/a), then.'), '');
  assert.notEqual(judge(linked, 'Tap (e.org/a), th en.'), '');
  assert.equal(
    judge('Tap [![a](a.png)](https://e.org/a) then.', 'Tap (e.org/a)then.'),
    'Tap (e.org/a)then. ≠ Tap (e.org/a) then.',
  );
});

test('what is added behind the last link of a block is no word of its own, nor is it behind a link alone in a cell', () => {
  const two = 'See [a](https://e.org/a) and [b c](https://e.org/b)';
  assert.equal(judge(two, 'See a (e.org/a) and b c (e.org/b)'), '');
  assert.notEqual(judge(two, 'See a (e.org/a) and bc (e.org/b)'), '');
  const cell = '| [Value of it](https://e.org/b) |\n| - |';
  assert.equal(judge(cell, 'Value of it (e.org/b)'), '');
  assert.notEqual(judge(cell, 'Value ofit (e.org/b)'), '');
});

test('white space of any kind and length is as good as any other', () => {
  const blank = fc.constantFrom(
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u202f',
    '\u2009',
    '  ',
    ' \n  ',
    lineEnd,
    `-${lineEnd}`,
  );
  const word = fc.constantFrom('50', 'mg', 'don’t', '½', 'ﬁrst', '10:30', 'Übelkeit', 'Take,', '“no”');
  const text = fc.array(fc.tuple(word, blank), { minLength: 1 });
  fc.assert(
    fc.property(text, text, (pairs, others) => {
      const blanks = others.map(([, between]) => between.replace('-', ''));
      const source = pairs.map(([own]) => own).join(' ');
      const file = pairs.map(([own], at) => own + (blanks[at % blanks.length] ?? ' ')).join('');
      assert.equal(judge(source, file), '');
    }),
  );
});

test('wherever a space is lost or added, it is told', () => {
  const word = fc.stringMatching(/^[a-z\d]{1,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 2 }), fc.nat(), (words, seed) => {
      const source = `x ${words.join(' ')}`;
      const at = 2 + (seed % (source.length - 2));
      const changed =
        source[at] === ' '
          ? source.slice(0, at) + source.slice(at + 1)
          : source[at - 1] === ' '
            ? source.slice(0, at - 1) + source.slice(at)
            : `${source.slice(0, at)} ${source.slice(at)}`;
      assert.notEqual(judge(source, changed), '');
    }),
  );
});

test('what eye and program read differently is neither one word nor two', () => {
  assert.notEqual(judge('50 mg', `50 ${unclear}mg`), '');
  assert.notEqual(judge('nowhere', `now ${unclear}here`), '');
});

test('a line may end where the source has white space, and behind a hyphen, a slash or a long dash', () => {
  for (const text of ['low-dose', 'mg/mL', 'yes—no', '5–10'])
    assert.equal(judge(text, text.replace(/(?<=[-/—–])/, lineEnd)), '', text);
  assert.equal(judge('yes—no', `yes${lineEnd}—no`), '');
  assert.equal(judge('low-dose', 'low- dose'), 'low- dose ≠ low-dose');
  for (const [text, torn] of [
    ['50', `5${lineEnd}0`],
    ['3.5 mg', `3.${lineEnd}5 mg`],
    ['nowhere', `now${lineEnd}here`],
  ] as const)
    assert.notEqual(judge(text, torn), '', text);
  assert.notEqual(judge('nowhere', 'now', 'here'), '');
  assert.equal(judge('low-dose naltrexone', 'low-', 'dose', 'naltrexone'), '');
});

test('a word that is too long for its line is broken at any letter, and so are links and code in cells', () => {
  assert.equal(judge('https://example.org/leaf', `https://exam${lineEnd}ple.org/leaf`), '');
  const table = (cell: string) => `| ${cell} |\n|---|\n| x |`;
  assert.equal(judge(table('`ab` c'), `a${lineEnd}b c`), '');
  assert.equal(judge(table('[ab](https://a.org)'), `a${lineEnd}b`), '');
  assert.equal(judge('<table><tr><td><code>ab</code></td></tr></table>', `a${lineEnd}b`), '');
  assert.notEqual(judge(table('`50`'), `5${lineEnd}0`), '');
  assert.notEqual(judge(table('`ab`'), 'a b'), '');
  assert.notEqual(judge('`ab`', `a${lineEnd}b`), '');
});

test('a line ends anywhere in scripts without spaces, and a line end of their source may be shown or not', () => {
  assert.equal(judge('他每天吃药，DNA好', `他每${lineEnd}天吃药，${lineEnd}DNA${lineEnd}好`), '');
  assert.equal(judge('他每天\n吃药', '他每天吃药'), '');
  assert.equal(judge('他每天\n吃药', '他每天 吃药'), '');
  assert.notEqual(judge('他每天吃药', '他每天 吃药'), '');
  assert.notEqual(judge('吃 5 0 片', '吃 50 片'), '');
});

test('a soft hyphen or a space without width lets a line end, and is no space', () => {
  for (const sign of ['\u00ad', '\u200b', '<wbr>']) {
    assert.equal(judge(`now${sign}here`, `now${lineEnd}here`), '');
    assert.equal(judge(`now${sign}here`, 'now\u200bhere'), '');
    assert.notEqual(judge(`now${sign}here`, 'now here'), '');
  }
});

test('line breaks, blocks of HTML and cells part words', () => {
  assert.equal(judge('now\\\nhere', 'now here'), '');
  assert.notEqual(judge('now\\\nhere', 'nowhere'), '');
  assert.notEqual(judge('now<br>here', 'nowhere'), '');
  assert.notEqual(judge('<p>now</p><p>here</p>', 'nowhere'), '');
  assert.equal(judge('<table><tr><td>now</td><td>here</td></tr></table>', 'now', 'here'), '');
  assert.equal(judge('now<i>here</i>', 'nowhere'), '');
});

test('around pictures and between the signs of a formula it does not matter, inside its words it does', () => {
  for (const text of ['now here', 'nowhere']) assert.equal(judge('now![](x.png)here', text), '');
  const formula = 'is <math alttext="x"> <mi>x</mi> <mo>=</mo><mtext>per day</mtext></math> on';
  assert.equal(judge(formula, 'is x = per day on'), '');
  assert.equal(judge(formula, 'is x=per day on'), '');
  assert.notEqual(judge(formula, 'is x=perday on'), '');
  assert.notEqual(judge(formula, 'isx=per day on'), '');
  assert.notEqual(judge(formula, 'is x=per dayon'), '');
  assert.equal(judge(`<math alttext="x">\n<mi>x</mi>\n<mo>=</mo>\n</math>`, 'x='), '');
});

test('what an edition adds behind a link or a word is no part of the words, and the space behind it is', () => {
  const note = '[^a]: b';
  assert.equal(judge(`five[^a] days\n\n${note}`, 'five1 days'), '');
  assert.notEqual(judge(`five[^a] days\n\n${note}`, 'five1days'), '');
  assert.notEqual(judge(`five more[^a] days\n\n${note}`, 'fivemore1 days'), '');
  assert.equal(judge('a [link](#b) there', 'a link (page 5) there'), '');
  assert.notEqual(judge('a [link](#b) there', 'a link (page 5)there'), '');
  assert.notEqual(judge('a [link](#b) there', 'a linkthere'), '');
  assert.equal(judge('a [link](https://a.org/b).', 'a link (https://a.org/b).'), '');
});
