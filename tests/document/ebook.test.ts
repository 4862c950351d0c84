import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { composeAll, textOfXml } from '../fixtures/document.ts';
import { readWith, segmentFile } from '../fixtures/edition.ts';

const yaml = await readFile(new URL('../fixtures/base/edition.yaml', import.meta.url), 'utf8');

async function composeEdition(chapter: string) {
  const { edition, told } = await readWith({
    'segments/02-sleep.md': segmentFile(`${chapter}\n\n![A bed](images/bed.png)\n`),
    'segments/04-pain.md': segmentFile('## Stop\n\nPain.', 'Pain & "more"'),
    'edition.yaml': yaml.replace('  - 03-sources', '  - 04-pain\n  - 03-sources'),
  });
  assert.ok(edition, told.join('\n'));
  return composeAll(edition);
}

test('title page, full disclaimer and one file for each segment come in order, and are well-formed', async () => {
  const { ebook, files } = await composeEdition('x & y < z ]]> "q"');
  assert.deepEqual(
    ebook.spine.map(({ fileName, part }) => [fileName, part]),
    [
      ['title.xhtml', 'titlepage'],
      ['disclaimer.xhtml', 'disclaimer'],
      ['01-welcome.xhtml', 'front'],
      ['02-sleep.xhtml', 'chapter'],
      ['04-pain.xhtml', 'chapter'],
      ['03-sources.xhtml', 'back'],
    ],
  );
  for (const [name, xhtml] of files) {
    assert.match(
      xhtml,
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<!DOCTYPE html>\s*<html[^>]* xmlns:epub="http:\/\/www\.idpf\.org\/2007\/ops"/,
      name,
    );
    assert.match(xhtml, /<html[^>]* lang="en-US"/, name);
    assert.match(xhtml, /<html[^>]* xml:lang="en-US"/, name);
    assert.ok(textOfXml(xhtml).length > 0, name);
  }
});

test('every segment opens with its title and at once the short disclaimer, marked as a notice', async () => {
  const { files } = await composeEdition('x');
  for (const slug of ['01-welcome', '02-sleep', '04-pain', '03-sources']) {
    const xhtml = (files.get(`${slug}.xhtml`) ?? '').replace(/>\n+</g, '><');
    assert.match(
      xhtml,
      /<\/h1><section class="disclaimer disclaimer-short" epub:type="notice" role="doc-notice" aria-labelledby="[^"]+"><p class="box-label" id="[^"]+">Please read<\/p><p>This is information, not advice\. Ask your doctor first\.<\/p><\/section>/,
      slug,
    );
    assert.equal(xhtml.split('doc-notice').length, 2, slug);
  }
});

test('the full disclaimer is a notice too, once, in its own file', async () => {
  const { files } = await composeEdition('x');
  assert.match(
    files.get('disclaimer.xhtml') ?? '',
    /<section class="disclaimer disclaimer-full" epub:type="notice" role="doc-notice"/,
  );
  const elsewhere = [...files].filter(
    ([name, xhtml]) => name !== 'disclaimer.xhtml' && xhtml.includes('disclaimer-full'),
  );
  assert.deepEqual(elsewhere, []);
});

test('links lead to the file and the place of the other segment, or to a place in this one', async () => {
  const { files } = await composeEdition(
    '[a](pain#stop) [b](pain) [c](#rest) [d](sleep) [e](https://example.org/?a=1&b=2)\n\n## Rest',
  );
  const hrefs = [...(files.get('02-sleep.xhtml') ?? '').matchAll(/<a href="([^"]+)"/g)].map(
    ([, href]) => href,
  );
  assert.deepEqual(hrefs, [
    '04-pain.xhtml#pain--stop',
    '04-pain.xhtml',
    '#sleep--rest',
    '02-sleep.xhtml',
    'https://example.org/?a=1&#x26;b=2',
  ]);
});

test('lists keep their numbers; tasks become words; boxes are notes', async () => {
  const { files } = await composeEdition('7. a\n\ntext\n\n- [ ] b\n- [x] c\n\n:::warning\nd\n:::');
  const xhtml = files.get('02-sleep.xhtml') ?? '';
  assert.match(xhtml, /<ol start="7">/);
  assert.match(xhtml, /To do: b/);
  assert.match(xhtml, /Done: c/);
  assert.doesNotMatch(xhtml, /<input/);
  assert.match(xhtml, /<div class="box box-warning" role="note">/);
});

test('footnotes are marked as such, and no attribute of ours is left', async () => {
  const { files } = await composeEdition('a[^1]\n\n[^1]: n');
  const xhtml = files.get('02-sleep.xhtml') ?? '';
  assert.match(xhtml, /<a [^>]*epub:type="noteref" role="doc-noteref"/);
  assert.match(xhtml, /epub:type="backlink" role="doc-backlink"/);
  assert.match(
    xhtml,
    /<section class="footnotes" epub:type="footnotes" aria-labelledby="[^"]+--footnote-label"/,
  );
  assert.match(
    xhtml,
    /<aside [^>]*role="doc-footnote" epub:type="footnote"><p><a href="#[^"]+" [^>]*role="doc-backlink">1<\/a>\. /,
  );
  assert.doesNotMatch(xhtml, /\sdata-/);
});

test('headings for the contents begin with the number of the chapter', async () => {
  const { ebook } = await composeEdition('## Rest');
  assert.deepEqual(ebook.spine[3]?.headings, [
    { id: 'sleep', level: 1, text: '1 Sleep' },
    { id: 'sleep--rest', level: 2, text: 'Rest' },
  ]);
  assert.equal(ebook.spine[4]?.title, '2 Pain & “more”');
});

test('a table that a telephone would cut off becomes records, and stays a table to a screen reader', async () => {
  const wide = '| Country | Emergency | Crisis line |\n| --- | --- | --: |\n| Ireland | 112 | 116 123 |\n';
  const { files } = await composeEdition(`${wide}\n\n| A | B |\n| - | - |\n| 1 | 2 |\n`);
  const xhtml = (files.get('02-sleep.xhtml') ?? '').replace(/>\n+</g, '><');
  assert.match(
    xhtml,
    /<table class="records" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader">Country<\/th>/,
  );
  assert.match(
    xhtml,
    /<td class="record" role="cell">Ireland<\/td><td role="cell"><span class="label" aria-hidden="true">Emergency: <\/span>112<\/td><td role="cell"><span class="label" aria-hidden="true">Crisis line: <\/span>116 123<\/td>/,
  );
  assert.match(xhtml, /<table><thead><tr><th>A<\/th><th>B<\/th>/);
});
