import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { ParsedEdition } from '../../../src/model.ts';
import { composeAll } from '../../fixtures/document.ts';
import { readWith, segmentFile } from '../../fixtures/edition.ts';
import type { Overlay } from '../../fixtures/folder.ts';

const yaml = await readFile(new URL('../../fixtures/base/edition.yaml', import.meta.url), 'utf8');

async function editionOf(chapter: string, overlay: Overlay = {}): Promise<ParsedEdition> {
  const { edition, told } = await readWith({
    'segments/02-sleep.md': segmentFile(`${chapter}\n\n![A bed](images/bed.png)\n`),
    'segments/04-pain.md': segmentFile('## Stop\n\nPain.', 'Pain & more'),
    'edition.yaml': yaml.replace('  - 03-sources', '  - 04-pain\n  - 03-sources'),
    ...overlay,
  });
  assert.ok(edition, told.join('\n'));
  return edition;
}

const short =
  '<aside class="disclaimer disclaimer-short" role="complementary"><p class="box-label">Please read</p><p>This is information, not advice. Ask your doctor first.</p></aside>';
const count = (text: string, part: string) => text.split(part).length - 1;

test('a book, a handout and one handout for each chapter are composed, under their names', async () => {
  const { documents } = composeAll(await editionOf('[x](pain) [y](pain)\n\n## Rest'));
  assert.deepEqual(
    documents.map(({ kind, path, pageSize, chapter }) => [kind, path, pageSize, chapter]),
    [
      ['book', 'small-edition-book.pdf', '6x9', undefined],
      ['handout', 'small-edition-handout.pdf', 'letter', undefined],
      ['chapter-handout', 'handouts/02-sleep.pdf', 'letter', '02-sleep'],
      ['chapter-handout', 'handouts/04-pain.pdf', 'letter', '04-pain'],
    ],
  );
});

test('the short disclaimer stands at once below the title of every segment, an aside without a role', async () => {
  const { print } = composeAll(await editionOf('x'));
  for (const path of ['small-edition-book.pdf', 'small-edition-handout.pdf']) {
    const html = (print.get(path) ?? '').replace(/>\n+</g, '><');
    assert.equal(count(html, short), 4, path);
    assert.equal(count(html, `</h1>${short}`), 4, path);
  }
  const alone = (print.get('handouts/02-sleep.pdf') ?? '').replace(/>\n+</g, '><');
  assert.equal(count(alone, `</h1>${short}`), 1);
});

test('the full disclaimer stands once before the first segment of book and handout, and not in a chapter alone', async () => {
  const { print } = composeAll(await editionOf('x'));
  for (const path of ['small-edition-book.pdf', 'small-edition-handout.pdf']) {
    const html = print.get(path) ?? '';
    assert.equal(count(html, 'class="disclaimer disclaimer-full"'), 1, path);
    assert.ok(html.indexOf('disclaimer-full') < html.indexOf('disclaimer-short'), path);
    assert.match(
      html,
      /Read this first<\/h1>\s*<aside class="disclaimer disclaimer-full" role="complementary"><p>This book is information/,
    );
  }
  assert.equal(count(print.get('handouts/02-sleep.pdf') ?? '', 'disclaimer-full'), 0);
});

test('an edition that no clinician has reviewed says so in every document', async () => {
  const { print } = composeAll(await editionOf('x'));
  for (const [path, html] of print) assert.ok(html.includes('Not yet reviewed by a clinician.'), path);
});

test('the address of a link is printed after its words, unless the words are the address', async () => {
  const { print } = composeAll(
    await editionOf(
      '[Read](https://example.org/a/) <https://example.org/b> [call](tel:911) [here](#rest)\n\n## Rest',
    ),
  );
  const html = print.get('small-edition-book.pdf') ?? '';
  assert.ok(
    html.includes(
      '>Read</a><span class="address"> (example.org/a)</span> <a href="https://example.org/b">https://example.org/b</a> ',
    ),
    html,
  );
  assert.ok(
    html.includes(
      '<a href="tel:911">call</a><span class="address"> (911)</span> <a href="#sleep--rest">here<span class="page-reference"> (page\u00a000)</span></a>',
    ),
  );
});

test('in a chapter alone, a link to another chapter becomes words that name it', async () => {
  const { print } = composeAll(
    await editionOf('[Read *this*](pain#stop), [Pain & more](pain), [below](#rest).\n\n## Rest'),
  );
  const alone = print.get('handouts/02-sleep.pdf') ?? '';
  assert.match(alone, /<span>Read <em>this<\/em> \(“Pain &#x26; more” in the full edition\)<\/span>/);
  assert.match(alone, /<span>Pain &#x26; more<\/span>/);
  assert.match(
    alone,
    /<a href="#sleep--rest">below<span class="page-reference"> \(page\u00a000\)<\/span><\/a>/,
  );
  assert.doesNotMatch(alone, /href="#pain/);
  assert.match(print.get('small-edition-book.pdf') ?? '', /<a href="#pain--stop">Read <em>this<\/em><span/);
});

test('tasks get a box to tick, and lists keep their numbers', async () => {
  const { print } = composeAll(await editionOf('- [ ] a\n- [x] b\n\ntext\n\n7. c'));
  const html = print.get('small-edition-book.pdf') ?? '';
  assert.match(html, /<span class="tick"><\/span>/);
  assert.match(html, /<span class="tick ticked">×<\/span>/);
  assert.doesNotMatch(html, /<input/);
  assert.match(html, /<ol start="7">/);
});

test('the contents name every segment, with its page when it is known', async () => {
  const { documents } = composeAll(await editionOf('[x](pain) [y](pain)\n\n## Rest'));
  const [book] = documents;
  assert.deepEqual(book?.pagination.quotedIds, [
    'edition.disclaimer',
    'welcome',
    'sleep',
    'pain',
    'sources',
    'edition.colophon',
    'sleep--rest',
  ]);
  assert.deepEqual(book?.pagination.quotedInText, ['sleep--rest', 'pain']);
  const layout = { numbers: new Map([['sleep', '12']]), blanks: new Set<string>() };
  const html = book?.compose(layout) ?? '';
  assert.match(html, /<a href="#sleep">.*?Sleep<\/span>.*?<span class="page-number"> 12<\/span>/);
  assert.match(html, /<a href="#pain">.*?<span class="page-number"><\/span>/);
  assert.equal(html, book?.compose(layout));
});

test('no id stands twice in any document', async () => {
  const { print, files } = composeAll(
    await editionOf('a[^1]\n\n## Please read\n\n## Contents\n\n[^1]: n', {
      'segments/04-contents.md': segmentFile('a[^1]\n\n## Please read\n\n[^1]: n', 'Pain'),
      'segments/04-pain.md': undefined,
      'edition.yaml': yaml.replace('  - 03-sources', '  - 04-contents\n  - 03-sources'),
    }),
  );
  for (const [path, html] of [...print, ...files]) {
    const ids: readonly string[] = html.match(/(?<=\sid=")[^"]+/g) ?? [];
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
      path,
    );
  }
});

test('no slot is left, and what metadata say is text', async () => {
  const { print } = composeAll(
    await editionOf('<b>x</b>', {
      'edition.yaml': yaml
        .replace('A Small Edition', '"<slot name=\\"chapter\\"></slot> & <b>"')
        .replace('  - 03-sources', '  - 04-pain\n  - 03-sources'),
    }),
  );
  for (const [path, html] of print) {
    assert.doesNotMatch(html, /<slot/, path);
    assert.ok(html.includes('&#x3C;slot name='), path);
  }
});

test('every page carries a policy that lets nothing in from outside', async () => {
  const { print } = composeAll(await editionOf('x'));
  for (const [path, html] of print)
    assert.match(
      html,
      /Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src &#x27;self&#x27;/,
      path,
    );
});

test('every file that a document names is among its assets', async () => {
  const { documents } = composeAll(await editionOf('[x](pain) [y](pain)\n\n## Rest'));
  for (const { path, assets, compose } of documents) {
    const html = compose();
    for (const [, url = ''] of html.matchAll(/(?:src|<link rel="stylesheet" href)="([^"]+)"/g))
      assert.ok(assets.has(url), `${path}: ${url}`);
  }
});

test('a paragraph or item that may have three lines is marked, so that print keeps it whole', async () => {
  const { print } = composeAll(
    await editionOf(`${'a '.repeat(112)}b\n\n${'a '.repeat(113)}b\n\n- tight\n\n1. loose\n\n2. item`),
  );
  const html = print.get('small-edition-book.pdf') ?? '';
  assert.match(html, /<p class="brief">(a ){112}b<\/p>\s*<p>(a ){113}b<\/p>/);
  assert.match(html, /<li class="brief">tight<\/li>/);
  assert.match(html, /<li>\s*<p class="brief">loose<\/p>/);
});
