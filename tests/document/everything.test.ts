/** Nothing of the source vanishes: whole documents made at random, and the examples of the CommonMark specification. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import spec from 'commonmark-spec';
import fc from 'fast-check';
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { composeBodies, composeEbook, composePrintDocuments } from '../../src/document/index.ts';
import type { ParsedEdition } from '../../src/model.ts';
import { readEdition } from '../../src/source/index.ts';
import { templates, textOfXml } from '../fixtures/document.ts';
import { segmentOf } from '../fixtures/edition.ts';
import { baseFolder } from '../fixtures/folder.ts';

const { edition: base } = await readEdition(baseFolder);
assert.ok(base);
const htmlParser = unified().use(rehypeParse);

/** A chapter alone, on paper and in the e-book, as text read back by other parsers. */
function readBack(markdown: string) {
  const edition: ParsedEdition = { ...(base as ParsedEdition), segments: [segmentOf(markdown)] };
  const { bodies, messages } = composeBodies(edition);
  const [handout] = composePrintDocuments(edition, bodies, templates, new Set(['chapter-handout']));
  const ebook = composeEbook(edition, bodies, templates, { mediaType: 'image/png', bytes: new Uint8Array() });
  return {
    paper: textOf(htmlParser.parse(handout?.compose() ?? '')),
    book: textOfXml(ebook.spine.at(-1)?.xhtml ?? ''),
    messages,
  };
}

/** Text with a space where a block may end, so that no words of two blocks run together. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node
    ? `${node.children.map(textOf).join('')}${node.type === 'element' && /^(p|li|t[dhr]|h\d|div|pre|br)$/.test(node.tagName) ? ' ' : ''}`
    : '';
}

/** Inline and block parts with `@` where a word goes; block parts with `$` where another block goes. */
const inlines = [
  '@',
  '@ @',
  '*@* @',
  '**@**',
  '***@***',
  '`@`',
  '~~@~~',
  '[@](sleep)',
  '[@ *@*](https://example.org/x)',
  '<b>@</b>',
  '<span lang="de">@ *@*</span>',
  'H<sub>@</sub>',
  '"@" --- @',
  '@:@ 5 mg @',
  '@\\\n@',
  '@  \n@',
  '@\n@',
  '@ <br> @',
  '<kbd>@</kbd>',
  '@ &amp; @',
  '\\*@\\*',
  'a::@ :@',
  '@~@ @~@',
  '<https://example.org/@>',
  '<q>@</q>',
  '<math alttext="x"><msup><mi>@</mi><mtext>@ @</mtext></msup></math>',
  'a <svg viewBox="0 0 9 9"><title>@ @</title><path d="M0 0"/></svg> @',
];
const leaves = [
  '#',
  '## #',
  '### #',
  '- #\n- #',
  '1. #\n2. #',
  '7. #\n8. #',
  '- [ ] #\n- [x] #',
  '| # | # |\n|:-|-:|\n| # | # |',
  '```\n@\n@\n```',
  '    @',
  '***',
  '<div>@ @</div>',
  '<dl><dt>@</dt><dd>@</dd></dl>',
  '<table><tr><td>@</td><td>@</td></tr></table>',
  '<ul><li>@</li></ul>',
  '<p>@ <em>@</em></p>',
  '<math alttext="x">\n<mfrac><mi>@</mi><mi>@</mi></mfrac></math>',
  '<svg viewBox="0 0 9 9">\n<title>@</title>\n<path d="M0 0"/></svg>',
  '@\n===',
  '@\n---',
];
const holders = [
  ['> ', '> '],
  ['- ', '  '],
  ['1. ', '   '],
  ['4. ', '   '],
  [':::warning\n', '', '\n:::'],
  ['::::editor\n', '', '\n::::'],
  ['<div>\n\n', '', '\n\n</div>'],
  ['<section>\n\n', '', '\n\n</section>'],
] as const;

interface Grown {
  readonly leaf?: string;
  readonly inlines?: readonly string[];
  readonly holder?: readonly [string, string, string?];
  readonly blocks?: readonly Grown[];
}

const { block } = fc.letrec<{ block: Grown; leaf: Grown; held: Grown }>((tie) => ({
  leaf: fc.record({
    leaf: fc.constantFrom(...leaves),
    inlines: fc.array(fc.constantFrom(...inlines), { minLength: 4, maxLength: 4 }),
  }),
  held: fc.record({
    holder: fc.constantFrom(...holders),
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  }),
  block: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('leaf'), tie('held')),
}));

function write({ leaf, inlines: parts = [], holder, blocks = [] }: Grown): string {
  if (holder) {
    const [first, rest, end = ''] = holder;
    const lines = blocks.map(write).join('\n\n').split('\n');
    return (
      lines
        .map((line, index) => (index === 0 ? first : line === '' && rest.trim() === '' ? '' : rest) + line)
        .join('\n') + end
    );
  }
  let at = 0;
  const inline = (text: string) =>
    leaf?.includes('|') || leaf?.startsWith('#')
      ? text.replace(/ *\\?\n/g, ' ')
      : leaf?.startsWith('-') || /^\d/.test(leaf ?? '')
        ? text.replace('\n', '\n  ')
        : text;
  return (leaf ?? '').replace(/(?<![#\n])#(?!#)|(?<=^#{2,3} )#|^#$/g, () =>
    inline(parts[at++ % parts.length] ?? '@'),
  );
}

/** Puts a word of its own in every place, and tells which. */
function fill(pattern: string): { markdown: string; words: string[] } {
  const words: string[] = [];
  const markdown = pattern.replace(/@/g, () => {
    const word = `w${words.length.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}x`;
    words.push(word);
    return word;
  });
  return { markdown, words };
}

function assertInOrder(text: string, words: readonly string[], what: string): void {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    assert.ok(at >= 0, `${what} has lost ${word}, or has it too early`);
    from = at + word.length;
  }
}

test('every word of a random document is on paper and in the e-book, in order', () => {
  const property = fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
    const { markdown, words } = fill(blocks.map(write).join('\n\n'));
    const { paper, book, messages } = readBack(markdown);
    assert.deepEqual(
      messages.map(({ reason }) => reason),
      [],
      markdown,
    );
    assertInOrder(paper, words, `Paper of\n${markdown}\n`);
    assertInOrder(book, words, `The e-book of\n${markdown}\n`);
  });
  fc.assert(property, { seed: 20261123, numRuns: 80 });
});

test('whatever HTML is opened between paragraphs, text is there or an error says where it is lost', () => {
  const names =
    'a b base body br button caption center col colgroup dd del details div dl dt fieldset font form frameset h2 head hr html iframe img input ins li link main map math meta nav noframes noscript object ol optgroup option p param plaintext pre q s script section select small span style summary svg table tbody td template textarea tfoot th thead title tr ul video wbr x-y xmp'.split(
      ' ',
    );
  const piece = fc.constantFrom(
    ...names.flatMap((name) => [`<${name}>`, `</${name}>`, `<${name}`, `x <${name}> y`]),
    '<!--',
    '-->',
    '<![CDATA[',
    '<?x',
    '<!x>',
    'text',
    '- item',
    '| a |\n|---|\n| b |',
  );
  const property = fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
    const { markdown, words } = fill(`@\n\n${pieces.map((text) => `${text}\n\n@ *@* @`).join('\n\n')}\n`);
    const { paper, book, messages } = readBack(markdown);
    if (messages.some(({ fatal }) => fatal)) return;
    assertInOrder(paper, words, `Paper of\n${markdown}\n`);
    assertInOrder(book, words, `The e-book of\n${markdown}\n`);
  });
  fc.assert(property, { seed: 20261123, numRuns: 150 });
});

test('every example of the CommonMark specification becomes well-formed XHTML', () => {
  assert.equal(spec.tests.length, 652);
  for (const { number, markdown } of spec.tests) {
    const text = markdown.replaceAll('→', '\t');
    try {
      readBack(text);
    } catch (cause) {
      throw new Error(`Example ${number}: ${JSON.stringify(text)}`, { cause });
    }
  }
});
