/** Doses, numbers and marks are in the finished e-book as they are in the post, whatever they mean in Markdown. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { run } from '../fixtures/run.ts';
import { importOne, withFolder, writeFolder } from './post.ts';

/** A paragraph each; the e-book must hold every one of them letter for letter. */
const paragraphs = [
  'Take *two* of 5 mg, _not_ three; **never** four, and `five` at most.',
  'Below <5 mg and above >10 mg; ~3 mg~ is about 3 mg, ~~4 mg~~ too.',
  'Cut ½ tablet, ¼ tablet, 1/2 and 1 1/2 tablets; 2–3 mg, 2-3 mg, 0.5–1 mg.',
  '5µg, 5 μg, 5 mcg, 2.5 mg, .5 mg, 1,000 mg, 1.000,5 mg, 10^3, x^2^, H~2~O, 5 mg/m², 10³.',
  '> 5 mg is too much',
  '>5 mg is too much',
  '+ 5 mg at night',
  '::: warning',
  '::warning[5 mg]',
  ':dose[5 mg]{x=1} a:b at 10:30, 1:1000, 5:1 and :30',
  '[^1] a note costs $5 or $$6$$ and &lt; is no sign, &amp; neither is &#189;',
  '[^1]: 5 mg',
  '[5 mg]: https://example.org/',
  '![5 mg](x.png) and [5 mg](y) and [x]: z',
  'Write to @handle or to ada at example dot org; 5 mg @ night',
  '# 1 pill',
  '#1 pill',
  '1986. A great year.',
  '1986) A great year.',
  '2. Avenue of the trees',
  '(1) One pill',
  'a. A letter',
  'iv. A numeral',
  '1 - One pill',
  '| a | b |',
  '<div>5 mg</div> <script>7 mg</script> <b>8 mg</b> <!',
  '\\*escaped\\* 5\\ \\',
  'Ends with a hash #',
  '``` 5 mg',
  '~~~ 5 mg',
  '2 * 3 * 4 = 24; 2*3*4; a_b_c; __5__',
  '=5 mg',
  '5 mg http://example.org/a_b*c*?d=1&e=2 6 mg',
  '{#id .class} 5 mg {{6 mg}} {% 7 mg %}',
];

/** Quotation marks and dashes are set by the language, which is the business of the build. */
const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

async function readEbook(post: string): Promise<string> {
  let text = '';
  await withFolder(async (home) => {
    const content = join(home, 'content');
    await writeFolder(await importOne(post), content);
    const out = join(home, 'dist');
    const { status, stderr } = await run('build', content, '--only', 'ebook', '--no-report', '--out', out);
    assert.equal(status, 0, stderr);
    const name = (await readdir(out)).find((it) => it.endsWith('.epub')) ?? '';
    const files = Object.entries(unzipSync(new Uint8Array(await readFile(join(out, name)))));
    text = files.flatMap(([path, bytes]) => (path.endsWith('.xhtml') ? [strFromU8(bytes)] : [])).join('\n');
  });
  return text;
}

const decode = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, '')
    .replace(/&#x([0-9A-F]+);/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));

const warning = ['Public Warning:', 'Pills may cause injury or death.'];

function assertHolds(xhtml: string): void {
  const text = plain(decode(xhtml));
  const lost = paragraphs.filter((paragraph) => !text.includes(plain(paragraph)));
  assert.deepEqual(lost, [], text);
}

test('of a post in plain text', async () => {
  const post = ['A Title', 'So it begins here and now.', ...paragraphs, 'And it ends here.', ...warning];
  assertHolds(await readEbook(post.join('\n\n')));
});

const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const page = (body: string) =>
  `<html><body><h1>A Title</h1><div class="entry-content"><p>So it begins.</p>${body}${warning.map((it) => `<p>${it}</p>`).join('')}</div></body></html>`;

test('of a web page', async () => {
  assertHolds(await readEbook(page(paragraphs.map((it) => `<p>${safe(it)}</p>`).join('\n'))));
});

test('powers, indices and fractions of a web page stay raised and lowered', async () => {
  const marked =
    '10<sup>3</sup> units, H<sub>2</sub>O, 2<sup>1</sup>/<sub>2</sub> pills<sup>[1]</sup>, 3 mg/m<sup>2</sup>';
  assert.ok(plain(await readEbook(page(`<p>${marked}.</p>`))).includes(`${marked}.`));
});
