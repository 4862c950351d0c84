import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import type { Artifact } from '../../src/model.ts';
import { recogniseFile, verifyArtifact } from '../../src/verify/index.ts';
import { sampleEdition } from './support/edition.ts';
import { chapterNotice, composeEpub, type Files, packEpub } from './support/epub.ts';

const edition = sampleEdition();
const office = 'OEBPS/02-office-visit.xhtml';
const effects = 'OEBPS/03-side-effects.xhtml';
const opf = 'OEBPS/content.opf';

/** Verifies the sample after a change; gives `rule: reason` of each message. */
async function verifyAfter(change: (files: Files) => void): Promise<string[]> {
  const files = composeEpub(edition);
  change(files);
  return verifyBytes(packEpub(files));
}

async function verifyBytes(bytes: Uint8Array): Promise<string[]> {
  const artifact: Artifact = { kind: 'ebook', path: 'sample.epub', mediaType: 'application/epub+zip', bytes };
  const { messages, proof, verified } = await verifyArtifact(artifact, edition);
  assert.equal(verified === undefined, messages.length > 0);
  assert.equal(
    proof.some((it) => it.result === 'fail'),
    messages.length > 0,
  );
  for (const message of messages) assert.equal(message.file, 'sample.epub');
  return messages.map((message) => `${message.ruleId}: ${message.reason}`);
}

/** Replaces a text that must be there. */
function replace(files: Files, path: string, from: string | RegExp, to: string): void {
  const before = files.get(path) ?? '';
  const after = before.replace(from, to);
  assert.notEqual(after, before, `nothing to replace in ${path}`);
  files.set(path, after);
}

/** Whatever is put in on purpose is an addition too: that is told of only where it is what a test is about. */
function assertOnly(all: readonly string[], ...patterns: readonly RegExp[]): void {
  const messages = all.filter((message) => !message.startsWith('proof-text-added: '));
  assert.equal(messages.length, patterns.length, messages.join('\n'));
  for (const [index, pattern] of patterns.entries()) assert.match(messages[index] ?? '', pattern);
}

test('a sound e-book is proved without a message', async () => {
  assert.deepEqual(await verifyAfter(() => {}), []);
});

test('the proof of a sound e-book names file, element and segment', async () => {
  const bytes = packEpub(composeEpub(edition));
  const artifact: Artifact = { kind: 'ebook', path: 'sample.epub', mediaType: 'application/epub+zip', bytes };
  const { proof } = await verifyArtifact(artifact, edition);
  assert.deepEqual(
    proof.map(({ check, where }) => `${check}: ${where}`),
    [
      'spine: OEBPS/content.opf: 6 files in order',
      'language: OEBPS/content.opf and 6 files: en',
      'disclaimer-full: OEBPS/disclaimer.xhtml:2:216 (section.disclaimer), sha256 5f18cea4…',
      'text-added: front matter: 6 lines of the edition only',
      'disclaimer-chapter: OEBPS/01-about.xhtml:3:84 (section.disclaimer > p), below \u201cAbout this guide\u201d, sha256 f7e53555…',
      'disclaimer-chapter: OEBPS/02-office-visit.xhtml:3:84 (section.disclaimer > p), below \u201cThe first office visit\u201d, sha256 f7e53555…',
      'disclaimer-chapter: OEBPS/03-side-effects.xhtml:3:84 (section.disclaimer > p), below \u201cSide effects\u201d, sha256 f7e53555…',
      'disclaimer-chapter: OEBPS/04-sources.xhtml:3:84 (section.disclaimer > p), below \u201cSources\u201d, sha256 f7e53555…',
      'headings: 8 headings in 4 of 4 segments',
      'text-complete: 36 blocks in 4 of 4 segments',
      'text-added: labels and lines of the edition only: “Please read” 4 ×, “Warning” 1 ×, “Notes” 1 ×, “back” 1 ×',
      'list-numbers: 5 numbered items in 4 of 4 segments',
      'pictures: 0 pictures in 4 of 4 segments',
      'tables: 1 tables in 4 of 4 segments',
      'markup: 6 files',
      'disclaimer-visible: 5 files, nothing hides it',
      'links: 14 references',
      'navigation: OEBPS/nav.xhtml and OEBPS/toc.ncx',
      'metadata: OEBPS/content.opf: 9 fields, and 6 titles',
      'reading-systems: none of 14 traps',
      'text-added: no text that is shown and not read',
    ],
  );
});

test('a place is the line and column at which the element begins', async () => {
  const files = composeEpub(edition);
  // A tag may go on behind a line end, and columns count from the line's own start.
  replace(files, effects, '<p>Nausea', '\n  <p\n  id="n" class="a b">Added.</p><p>Nausea');
  const artifact: Artifact = {
    kind: 'ebook',
    path: 'sample.epub',
    mediaType: 'application/epub+zip',
    bytes: packEpub(files),
  };
  const { proof, messages } = await verifyArtifact(artifact, edition);
  const places = [...proof.map(({ where }) => where), ...messages.map(({ reason }) => reason)].flatMap(
    (text) => [...text.matchAll(/(OEBPS\/[\w.-]+):(\d+):(\d+) \((?:[^()]* > )?(\w+)/g)],
  );
  assert.ok(places.length >= 6);
  assert.ok(
    places.some(([whole]) => whole.endsWith('(p')),
    places.join('\n'),
  );
  for (const [whole, path = '', line, column, name] of places) {
    const found = files
      .get(path)
      ?.split('\n')
      [Number(line) - 1]?.slice(Number(column) - 1);
    assert.ok(found?.startsWith(`<${name}`), `${whole}: ${found?.slice(0, 20)}`);
  }
});

test('a chapter with the title of the edition is not taken for its title page', async () => {
  const [first, ...others] = edition.segments;
  assert.ok(first);
  const named = { ...edition, segments: [{ ...first, title: edition.metadata.title }, ...others] };
  const files = composeEpub(named);
  replace(files, 'OEBPS/disclaimer.xhtml', '<body>', `<body><h1>${edition.metadata.title}</h1>`);
  const artifact: Artifact = {
    kind: 'ebook',
    path: 'sample.epub',
    mediaType: 'application/epub+zip',
    bytes: packEpub(files),
  };
  const { messages } = await verifyArtifact(artifact, named);
  assert.deepEqual(messages.map(String), []);
});

test('a notice removed from one file names exactly that chapter', async () => {
  const messages = await verifyAfter((files) => replace(files, effects, chapterNotice(edition), ''));
  assertOnly(messages, /^proof-disclaimer-chapter: .*“Side effects”.*missing/);
});

test('a second notice is refused', async () => {
  const notice = chapterNotice(edition);
  const messages = await verifyAfter((files) => replace(files, effects, '</body>', `${notice}</body>`));
  assertOnly(
    messages,
    /^proof-disclaimer-chapter: .*“Side effects”.*2 sections .*03-side-effects\.xhtml:3:\d+ \(section\.disclaimer\) and .*:\d+:\d+ \(section/,
  );
});

test('a notice without its role is refused', async () => {
  const messages = await verifyAfter((files) => replace(files, office, ' role="doc-notice"', ''));
  assertOnly(messages, /^proof-disclaimer-chapter: .*“The first office visit”.*0 sections/);
});

test('one changed word in a notice is refused and shown', async () => {
  const messages = await verifyAfter((files) => replace(files, office, 'not advice', 'no advice'));
  assertOnly(messages, /^proof-disclaimer-chapter: .*office visit.*changed.*noadvice/);
});

test('a notice after the first paragraph is refused', async () => {
  const notice = chapterNotice(edition);
  const messages = await verifyAfter((files) => {
    replace(files, effects, notice, '');
    replace(files, effects, '<p>Yes.</p>', `<p>Yes.</p>${notice}`);
  });
  assertOnly(
    messages,
    /^proof-disclaimer-chapter: .*“Side effects”.*after “Please read”, not directly below/,
  );
});

test('a notice hidden from readers is refused', async () => {
  const messages = await verifyAfter((files) =>
    replace(files, effects, '<section class', '<section hidden="hidden" class'),
  );
  assertOnly(messages, /^proof-disclaimer-chapter: .*“Side effects”/);
});

test('a full text that is missing, changed or after the first segment is refused', async () => {
  const changes: ((files: Files) => void)[] = [
    (files) => replace(files, 'OEBPS/disclaimer.xhtml', /<section[\s\S]*<\/section>/, '<p>x</p>'),
    (files) => replace(files, 'OEBPS/disclaimer.xhtml', 'call 911', 'call 112'),
    (files) => {
      replace(files, opf, '<itemref idref="idisclaimer"/>\n', '');
      replace(files, opf, '</spine>', '<itemref idref="idisclaimer"/></spine>');
    },
  ];
  for (const change of changes) assertOnly(await verifyAfter(change), /^proof-disclaimer-full: /);
});

test('a full text in a file behind the contents is refused', async () => {
  const messages = await verifyAfter((files) => {
    replace(files, opf, '<itemref idref="inav"/>\n', '');
    replace(
      files,
      opf,
      '<itemref idref="idisclaimer"/>',
      '<itemref idref="inav"/><itemref idref="idisclaimer"/>',
    );
  });
  assertOnly(messages, /^proof-disclaimer-full: .*“Contents” stands before it/);
});

test('a full text in a file that readers may leave out is refused', async () => {
  const messages = await verifyAfter((files) =>
    replace(files, opf, 'idref="idisclaimer"', 'idref="idisclaimer" linear="no"'),
  );
  assertOnly(messages, /^proof-disclaimer-full: /);
});

test('a segment that is not in the spine is named', async () => {
  const messages = await verifyAfter((files) =>
    replace(files, opf, '<itemref idref="i03-side-effects"/>', ''),
  );
  const all = messages.join('\n');
  assert.match(all, /proof-spine: .*03-side-effects.xhtml is not in the spine/);
  assert.match(all, /proof-disclaimer-chapter: .*“Side effects”/);
});

test('a segment that is not linear is refused', async () => {
  const messages = await verifyAfter((files) =>
    replace(files, opf, 'idref="i03-side-effects"', 'idref="i03-side-effects" linear="no"'),
  );
  assertOnly(messages, /^proof-spine: .*03-side-effects\.xhtml is not linear/);
});

test('segments in another order are refused', async () => {
  const messages = await verifyAfter((files) => {
    replace(files, opf, '<itemref idref="i03-side-effects"/>\n', '');
    replace(
      files,
      opf,
      '<itemref idref="i02-office-visit"/>',
      '<itemref idref="i03-side-effects"/><itemref idref="i02-office-visit"/>',
    );
  });
  assert.match(messages.join('\n'), /proof-spine: .*“Side effects”/);
});

test('a link to a place or a file that is not there is refused', async () => {
  const fragment = await verifyAfter((files) => replace(files, office, '.xhtml#side-effects', '.xhtml#gone'));
  assertOnly(fragment, /^proof-link-dangling: .*02-office-visit.xhtml:\d+:\d+ \(a\).*#gone/);
  const file = await verifyAfter((files) =>
    replace(files, office, '03-side-effects.xhtml#side-effects', '09.xhtml'),
  );
  assertOnly(file, /^proof-link-dangling: /);
  const script = await verifyAfter((files) =>
    replace(files, office, 'https://example.org/leaf', 'javascript:x()'),
  );
  assertOnly(script, /^proof-link-dangling: .*javascript/);
});

test('a picture that is not in the manifest, or not in the book, is refused', async () => {
  for (const src of ['images/a.png', 'https://example.org/a.png']) {
    const messages = await verifyAfter((files) =>
      replace(files, office, '</body>', `<img src="${src}" alt=""/></body>`),
    );
    assert.deepEqual(
      messages.map((message) => message.split(':')[0]),
      ['proof-picture-added', 'proof-link-dangling'],
    );
  }
});

test('a renumbered list is refused with the number that it shows', async () => {
  const started = await verifyAfter((files) => replace(files, office, '<ol start="13">', '<ol>'));
  assert.equal(started.length, 3);
  assert.match(
    started[0] ?? '',
    /^proof-list-number: .*“Thirteen.*shows “1\.”, expected 13 \(segments\/02-office-visit\.md:7\)/,
  );
  const valued = await verifyAfter((files) => replace(files, effects, '<li>Then', '<li value="7">Then'));
  assertOnly(valued, /^proof-list-number: .*shows “7\.”, expected 2/);
});

test('a numbered list that became a bulleted one is refused', async () => {
  const messages = await verifyAfter((files) => {
    replace(files, effects, '<ol>', '<ul>');
    replace(files, effects, '</ol>', '</ul>');
  });
  assertOnly(messages, /shows no number, expected 1/, /shows no number, expected 2/);
});

test('a lost paragraph is named with its line', async () => {
  const messages = await verifyAfter((files) =>
    replace(files, effects, '<p>Nausea, vivid dreams, headache.</p>', ''),
  );
  assertOnly(
    messages,
    /^proof-text-lost: .*“Side effects”.*“Nausea.*segments\/03-side-effects\.md:5.*OEBPS\/03-side-effects\.xhtml:\d+:1 \(h2\) or after/,
  );
});

test('each block of the source that is taken out is missed', async () => {
  const taken = [
    '<p>Yes.</p>',
    '<p>No.</p>',
    '<li>Then do that.</li>',
    '<p>A last paragraph that closes the chapter.</p>',
  ];
  for (const block of taken) {
    const messages = await verifyAfter((files) => replace(files, effects, block, ''));
    assertOnly(messages, /^proof-text-lost: /);
  }
});

test('text lost inside a table, a box, a list, a note or code is missed', async () => {
  const taken = [
    '<td>second</td>',
    '<p>Never stop on your own.</p>',
    'and a second paragraph.',
    'number is from',
    'then two',
  ];
  for (const text of taken) {
    const messages = await verifyAfter((files) => replace(files, office, text, ''));
    assertOnly(messages, /^proof-text-lost: /);
  }
});

test('a heading that became a paragraph is named', async () => {
  const messages = await verifyAfter((files) =>
    replace(files, effects, /<h2>Common ones<\/h2>/, '<p>Common ones</p>'),
  );
  assertOnly(messages, /^proof-heading-missing: .*“Common ones” of “Side effects”/);
});

test('a language that is missing or wrong is refused', async () => {
  const messages = await verifyAfter((files) => replace(files, effects, 'xml:lang="en"', 'xml:lang="fr"'));
  assertOnly(messages, /^proof-language: .*fr on OEBPS\/03-side-effects.xhtml:2:1 \(html\), expected en/);
});

test('contents without an entry for a segment are refused', async () => {
  const nav = await verifyAfter((files) =>
    replace(files, 'OEBPS/nav.xhtml', /<li><a href="03[\s\S]*?<\/li>/, ''),
  );
  assertOnly(nav, /^proof-navigation: .*nav.xhtml:2:\d+ \(nav\).*“Side effects”/);
  const ncx = await verifyAfter((files) =>
    replace(files, 'OEBPS/toc.ncx', '<content src="03-side-effects.xhtml"/>', ''),
  );
  assertOnly(ncx, /^proof-navigation: .*toc.ncx/);
});

test('broken files become messages', async () => {
  assertOnly(
    await verifyAfter((files) => replace(files, effects, '</p>', '')),
    /^artifact-unreadable: .*03-side-effects.xhtml is not well-formed/,
  );
  assertOnly(
    await verifyAfter((files) => void files.delete('META-INF/container.xml')),
    /^artifact-unreadable: .*container.xml is missing/,
  );
  assertOnly(
    await verifyAfter((files) => void files.delete(effects)),
    /^artifact-unreadable: .*03-side-effects.xhtml is missing/,
  );
  assertOnly(
    await verifyAfter((files) => void files.set('../out.xhtml', 'x')),
    /^artifact-unreadable: .*leads out/,
  );
});

test('a zip that is cut short, empty or no EPUB becomes a message', async () => {
  const bytes = packEpub(composeEpub(edition));
  for (const length of [0, 4, 100, bytes.length >> 1, bytes.length - 30]) {
    assertOnly(await verifyBytes(bytes.slice(0, length)), /^artifact-unreadable: /);
  }
  assertOnly(await verifyBytes(zipSync({ 'a.txt': new Uint8Array(3) })), /^artifact-unreadable: .*not say/);
});

test('a zip that says it is larger than 1 GB unpacked is refused unopened', async () => {
  const bytes = packEpub(composeEpub(edition));
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x3fffffff, true);
  }
  assertOnly(await verifyBytes(bytes), /^artifact-unreadable: .*1 GB/);
});

test('an EPUB is recognised by its bytes, not its name', async () => {
  const artifact = await recogniseFile(packEpub(composeEpub(edition)), 'x.pdf', edition);
  assert.equal('kind' in artifact && artifact.kind, 'ebook');
  const unknown = await recogniseFile(new Uint8Array([1, 2, 3]), 'x.epub', edition);
  assert.equal('ruleId' in unknown && unknown.ruleId, 'artifact-unreadable');
});

test('words glued to the end of a notice are refused', async () => {
  const messages = await verifyAfter((files) =>
    replace(files, effects, 'ask first.', 'ask first, or do not.'),
  );
  assertOnly(messages, /^proof-disclaimer-chapter: .*“Side effects”/);
  const glued = await verifyAfter((files) => replace(files, effects, 'ask first.', 'ask first. Or do not.'));
  assertOnly(glued, /^proof-disclaimer-chapter: .*“Side effects”/);
});

test('a notice section elsewhere does not stand for the text below the title', async () => {
  const text = chapterNotice(edition)
    .replace(/<section[^>]*>/, '<div>')
    .replace('</section>', '</div>');
  const messages = await verifyAfter((files) => {
    replace(files, effects, chapterNotice(edition), text);
    replace(
      files,
      effects,
      '</body>',
      '<section class="disclaimer" epub:type="notice" role="doc-notice"><p>x</p></section></body>',
    );
  });
  assertOnly(messages, /^proof-disclaimer-chapter: .*“Side effects”.*not inside the section/);
});

test('a notice that screen readers pass over is refused', async () => {
  const messages = await verifyAfter((files) =>
    replace(files, effects, '<section class', '<section aria-hidden="true" class'),
  );
  assertOnly(messages, /^proof-disclaimer-chapter: .*“Side effects”/);
});

test('headings in another order are refused', async () => {
  const messages = await verifyAfter((files) => {
    replace(files, effects, '<h2>Common ones</h2>', '<h2>Swap</h2>');
    replace(files, effects, '<h2>Rare ones</h2>', '<h2>Common ones</h2>');
    replace(files, effects, '<h2>Swap</h2>', '<h2>Rare ones</h2>');
  });
  assert.match(messages.join('\n'), /proof-heading-missing: .*“Rare ones”/);
});

test('a book without contents, or a handout of a chapter that the edition has not, is refused', async () => {
  const messages = await verifyAfter((files) => {
    replace(files, opf, /<item [^>]*properties="nav"\/>/, '');
    replace(files, opf, /<item [^>]*ncx[^>]*>/, '');
    replace(files, opf, '<itemref idref="inav"/>', '');
  });
  assert.equal(messages.filter((it) => it.startsWith('proof-navigation')).length, 4);
  const bytes = new Uint8Array();
  const artifact: Artifact = {
    kind: 'chapter-handout',
    chapter: 'no',
    path: 'a.pdf',
    mediaType: 'application/pdf',
    bytes,
  };
  const { messages: refused, verified } = await verifyArtifact(artifact, edition);
  assert.equal(verified, undefined);
  assert.equal(refused[0]?.ruleId, 'artifact-unrecognised');
});

const additions: Readonly<Record<string, (files: Files) => void>> = {
  'a paragraph': (files) => replace(files, office, '</body>', '<p>Take two tablets at once.</p></body>'),
  'a sentence before a list item': (files) => replace(files, office, '<li>', '<li>Never mind: '),
  'a word before a paragraph': (files) => replace(files, effects, /<p>(?!General|Please)/, '<p>Not so. '),
  'a figure that makes another dose': (files) => replace(files, effects, /<p>(?!General|Please)/, '<p>5 '),
  'a heading': (files) => replace(files, office, '</body>', '<h2>Higher doses</h2></body>'),
  'a label that is none of the edition’s': (files) =>
    replace(files, office, '</body>', '<p>Recommended</p></body>'),
};
for (const [name, change] of Object.entries(additions)) {
  test(`${name} that the source has not is refused`, async () => {
    const messages = await verifyAfter(change);
    assert.match(messages.join('\n'), /^proof-(text-added|text-lost|heading)/m);
  });
}

test('what is added is shown with its chapter', async () => {
  const [message, ...others] = await verifyAfter(additions['a paragraph'] ?? (() => {}));
  assert.deepEqual(others, []);
  assert.equal(
    message,
    'proof-text-added: “Take two tablets at once.” on OEBPS/02-office-visit.xhtml:59:11 (p), in “The first office visit”, is not in the source',
  );
});

test('labels of the edition, and what edition.yaml says, are no additions', async () => {
  for (const text of ['Warning', 'Please read', edition.metadata.rights, edition.segments[0]?.title ?? ''])
    assert.deepEqual(
      await verifyAfter((files) => replace(files, office, '</body>', `<p>${text}</p></body>`)),
      [],
    );
});

test('words in brackets behind a link are a page or a title, and nothing else', async () => {
  const behind = (added: string) => (files: Files) =>
    replace(files, office, /(<a href="03-side-effects\.xhtml[^>]*>[^<]*<\/a>)/, `$1 ${added}`);
  assert.deepEqual(await verifyAfter(behind('(page 12)')), []);
  assert.match(
    (await verifyAfter(behind('(take twice as much)'))).join('\n'),
    /^proof-text-added: “\(taketwiceasmuch\)”/m,
  );
});
