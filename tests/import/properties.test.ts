/** Posts of every make survive: words, order and numbers; and whatever is no post gets an answer, not a crash. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { importPost } from '../../src/import/index.ts';
import { run } from '../fixtures/run.ts';
import { bodyOf, fileOf, importOne, today, withFolder, writeFolder } from './post.ts';

/** Words with what trips Markdown, HTML and YAML; none is furniture or a warning. */
const word = fc.constantFrom(
  'knees',
  'warmth',
  'Ärzte',
  '*star*',
  '_low_',
  '`tick`',
  '<b>',
  '&amp;',
  '[10]',
  '10:30',
  '#1',
  'a|b',
  '50',
  '“quote”',
  "it's",
  '5–10',
  '~wave~',
  '::box',
  'x<y',
  'C:\\dir',
  'e.g.',
  '!',
  'https://example.org/a_b',
  '$5',
  '\\',
  '1/2',
);
const sentence = fc
  .array(word, { minLength: 3, maxLength: 12 })
  .map((words) => `So ${words.join(' ')} is it.`);
const question = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `And ${words.join(' ')} why?`);
const verse = fc.array(
  fc.constantFrom('high over the hill', 'low in the vale', 'a wind is still', 'and tells no tale'),
  {
    minLength: 3,
    maxLength: 5,
  },
);

type Block =
  | { readonly kind: 'paragraph' | 'question'; readonly text: string }
  | { readonly kind: 'verse'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly string[])[] };

const block: fc.Arbitrary<Block> = fc.oneof(
  sentence.map((text) => ({ kind: 'paragraph' as const, text })),
  question.map((text) => ({ kind: 'question' as const, text })),
  verse.map((lines) => ({ kind: 'verse' as const, lines })),
);
const list = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 25 })
  .map((items) => ({ kind: 'list' as const, items }));
/** One list at most: two would be told apart only by their first numbers. */
const post = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 6 }), fc.option(list), fc.array(block, { maxLength: 4 }))
  .map(([before, middle, after]): Block[] => [
    { kind: 'paragraph', text: 'So it begins here and now.' },
    ...before,
    ...(middle ? [middle] : []),
    ...after,
  ]);

const warning = ['Public Warning:', 'Pills may cause injury or death.', 'Ask your own doctor first.'];

function toText(blocks: readonly Block[]): string {
  const texts = blocks.map((it) => {
    if (it.kind === 'verse') return it.lines.join('\n');
    if (it.kind !== 'list') return it.text;
    const items = it.items.map(([first, ...others], index) =>
      [`  ${index + 1}. ${first}`, ...others.map((text) => `    ${text}`)].join('\n\n'),
    );
    return items.join('\n\n');
  });
  return ['A Title', ...texts, ...warning].join('\n\n');
}

function toHtml(blocks: readonly Block[]): string {
  const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const texts = blocks.map((it) => {
    if (it.kind === 'verse') return `<blockquote><p>${it.lines.join('<br>')}</p></blockquote>`;
    if (it.kind !== 'list') return `<p>${safe(it.text)}</p>`;
    return `<ol>${it.items.map((parts) => `<li>${parts.map((part) => `<p>${safe(part)}</p>`).join('')}</li>`).join('')}</ol>`;
  });
  const all = [...texts, ...warning.map((text) => `<p>${text}</p>`)].join('\n');
  return `<html><body><h1>A Title</h1><div class="entry-content">${all}</div></body></html>`;
}

/** The words of the blocks without those that may become titles. */
function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((it) => {
    if (it.kind === 'verse') return it.lines.flatMap((line) => line.split(' '));
    return it.kind === 'list' ? it.items.flat().flatMap((text) => text.split(' ')) : it.text.split(' ');
  });
}

async function assertSurvives(text: string, blocks: readonly Block[]): Promise<void> {
  const imported = await importOne(text);
  const { words, lists, lines } = imported.report;
  assert.equal(words.in, words.kept + words.moved + words.dropped);
  const kept = lines
    .filter(({ where }) => where?.startsWith('segments/'))
    .reduce((sum, it) => sum + it.words, 0);
  const numbers = blocks.flatMap((it) => (it.kind === 'list' ? [it.items.length] : []));
  const typed = imported.report.post.format === 'text' ? (numbers[0] ?? 0) : 0;
  assert.equal(kept, wordsOf(blocks).length + typed);
  assert.deepEqual(
    lists.map(({ first, last }) => [first, last]),
    numbers.map((last) => [1, last]),
  );
  assert.match(fileOf(imported, 'disclaimer.md'), /Pills may cause injury or death\./);
}

test('every post as plain text survives', () =>
  fc.assert(
    fc.asyncProperty(post, (blocks) => assertSurvives(toText(blocks), blocks)),
    { numRuns: 80, seed: 6 },
  ));

test('every post as a web page survives', () =>
  fc.assert(
    fc.asyncProperty(post, (blocks) => assertSurvives(toHtml(blocks), blocks)),
    { numRuns: 80, seed: 6 },
  ));

test('the same post as text and as a page gives the same segments', () =>
  fc.assert(
    fc.asyncProperty(post, async (blocks) => {
      const tame = JSON.parse(JSON.stringify(blocks).replaceAll('https://example.org/a_b', 'web'));
      assert.equal(bodyOf(await importOne(toText(tame))), bodyOf(await importOne(toHtml(tame))));
    }),
    { numRuns: 40, seed: 6 },
  ));

test('generated posts build once permission is set', async () => {
  for (const blocks of fc.sample(post, { numRuns: 3, seed: 7 }))
    await withFolder(async (home) => {
      await writeFolder(await importOne(toText(blocks)), join(home, 'content'));
      const { status, stderr } = await run(
        'build',
        join(home, 'content'),
        '--only',
        'handout,ebook',
        '--out',
        join(home, 'dist'),
      );
      assert.equal(status, 0, stderr);
    });
});

test('random bytes and posts cut anywhere are imported or refused in words', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc
          .tuple(post, fc.boolean(), fc.nat(3000))
          .map(([blocks, html, at]) =>
            new TextEncoder().encode(html ? toHtml(blocks) : toText(blocks)).subarray(0, at),
          ),
        fc
          .array(
            fc.constantFrom(
              '<p>',
              '</div>',
              '<ol>',
              '<li>',
              '1. ',
              '\n\n',
              '<table>',
              '<td>',
              'x',
              '<script>',
              '&#0;',
              '<q>',
              '<pre>',
              '> ',
              '    ',
              '- ',
            ),
            { maxLength: 40 },
          )
          .map((parts) => new TextEncoder().encode(parts.join(''))),
      ),
      async (bytes) => {
        const result = await importPost(bytes, today);
        if ('problem' in result) assert.match(result.problem, /\w{2,}/);
        else assert.equal(result.posts.length, 1);
      },
    ),
    { numRuns: 200, seed: 6 },
  ));

test('a page of which something would be lost is refused, and says so', async () => {
  const result = await importPost(new TextEncoder().encode('<p><td><table>\n</div>x<pre>'), today);
  assert.match(
    'problem' in result ? result.problem : '',
    /^not all of it can be accounted for, so nothing is written/,
  );
});

test('a page nested a hundred thousand deep is refused in words', async () => {
  const result = await importPost(new TextEncoder().encode(`<p>x</p>${'<div>'.repeat(100_000)}x`), today);
  assert.deepEqual(result, { problem: 'its elements are nested too deeply' });
});

test('a text longer than any post is refused before it fills the memory; many lines are none', async () => {
  const long = await importPost(new TextEncoder().encode(`T\n\n${'word '.repeat(250_000)}`), today);
  assert.deepEqual(long, { problem: 'its text has 1249999 characters, expected at most 1000000' });
  const lines = await importPost(
    new TextEncoder().encode(`T\n\nBody.\n\n${'Leave a Reply\n\n'.repeat(150_000)}`),
    today,
  );
  assert.ok('posts' in lines);
});
