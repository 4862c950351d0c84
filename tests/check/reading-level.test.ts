import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { gradeOf } from '../../src/check/reading-level.ts';
import { readMarkdown } from '../../src/source/markdown.ts';
import { checkChapter, checkWith } from '../fixtures/check.ts';
import { segmentFile } from '../fixtures/edition.ts';

function grade(markdown: string, medicines: readonly string[] = []): number | undefined {
  return gradeOf(readMarkdown(markdown, 'a.md', 'a', 'en').root, new Set(medicines));
}

/** Thirty words of one syllable in three sentences. */
const plain =
  'The cat sat on the mat and the dog ran. The cat sat on the mat and the dog ran. The cat sat on the mat and the dog ran.';

test('the grade is that of Flesch and Kincaid, worked out by hand', () => {
  // 30 words, 3 sentences, 30 syllables: 0.39 × 10 + 11.8 × 1 − 15.59 = 0.11
  assert.equal(grade(plain)?.toFixed(2), '0.11');
  // 30 words, 3 sentences; “water” twice and “medicine” once add 1 + 1 + 2: 34 syllables.
  const harder = plain.replace('cat', 'water').replace('dog', 'water').replace('mat', 'medicine');
  assert.equal(grade(harder)?.toFixed(2), (0.39 * 10 + (11.8 * 34) / 30 - 15.59).toFixed(2));
});

test('names of medicines count as one syllable', () => {
  const text = plain.replaceAll('cat', 'buprenorphine');
  assert.ok((grade(text) ?? 0) > 3);
  assert.equal(grade(text, ['buprenorphine'])?.toFixed(2), '0.11');
  assert.equal(
    grade(text.replaceAll('buprenorphine', 'Buprenorphine'), ['buprenorphine'])?.toFixed(2),
    '0.11',
  );
});

test('headings, list items and cells end a sentence; addresses, tags, code and pictures do not count', () => {
  const items = Array(5).fill('- The cat sat on the mat').join('\n');
  assert.equal(grade(items)?.toFixed(2), (0.39 * 6 + 11.8 - 15.59).toFixed(2));
  assert.equal(
    grade(`${items}\n\n\`\`\`\nimpenetrability\n\`\`\`\n`)?.toFixed(2),
    (0.39 * 6 + 11.8 - 15.59).toFixed(2),
  );
  assert.equal(grade(`${plain} https://example.org/impenetrability`)?.toFixed(2), '0.11');
  assert.equal(
    grade(plain.replace('cat', '<b>cat</b>').replace('dog', '![impenetrability](x) dog'))?.toFixed(2),
    '0.11',
  );
});

test('a decimal point, an abbreviation in lower case and a quotation do not end a sentence in the middle', () => {
  const long =
    'The cat sat on the mat at 2.5 and ran. “The cat sat on the mat,” she said. The cat sat on the mat, e.g. on the mat.';
  assert.ok(grade(`${long} ${plain}`) !== undefined);
});

test('fewer than thirty words give no grade', () => {
  assert.equal(grade(plain.replace(/ ran\.$/, '.')), undefined);
});

const hard = Array(4)
  .fill(
    'Pharmacological interventions necessitate individualised multidisciplinary evaluation considering comorbidities',
  )
  .join(', and ');

test('a segment and a disclaimer above grade 8 are told by name, with their grade', async () => {
  const told = await checkChapter(hard);
  assert.match(
    told.join(),
    /^segments\/02-sleep\.md reading-level: The segment “Sleep” reads at grade \d+\.\d, expected 8 or below$/,
  );
  const [line] = await checkWith({ 'disclaimer.md': `---\nchapter: Ask.\npage: Ask.\n---\n\n${hard}.\n` });
  assert.match(line ?? '', /^disclaimer\.md reading-level: The disclaimer reads at grade/);
});

test('medicines of edition.yaml are neutral, in every case and in names of several words', async () => {
  const yaml = await readFile(new URL('../fixtures/base/edition.yaml', import.meta.url), 'utf8');
  const text = Array(5)
    .fill('Methadone hydrochloride and buprenorphine and methadone and naltrexone.')
    .join(' ');
  const files = { 'segments/02-sleep.md': segmentFile(`${text}\n\n## Rest\n\n![A bed](images/bed.png)`) };
  assert.equal((await checkWith(files)).length, 1);
  const medicines = 'medicines: [methadone hydrochloride, Buprenorphine, naltrexone]\n';
  assert.deepEqual(await checkWith({ ...files, 'edition.yaml': yaml + medicines }), []);
});

test('formulas and the words of drawings do not count', () => {
  const math =
    '<math alttext="x"><mi>impenetrability</mi><mo>×</mo><mtext>antidisestablishment</mtext></math>';
  const svg = '<svg viewBox="0 0 9 9"><title>An impenetrable antidisestablishment</title></svg>';
  assert.equal(grade(plain.replace('cat', `cat ${math} ${svg}`))?.toFixed(2), '0.11');
});
