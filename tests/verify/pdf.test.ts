import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Artifact, ParsedSegment } from '../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { recogniseFile, verifyArtifact } from '../../src/verify/index.ts';
import { open } from '../print/fixture.ts';
import { parse, sampleEdition } from './support/edition.ts';
import { composeHtml, noticeOf } from './support/html.ts';
import { printHtml } from './support/pdf.ts';

const edition = sampleEdition();
const handout = composeHtml(edition, 'handout');
const notice = noticeOf(edition);
const effects = 'Side effects</h1>';
let browser: PrintBrowser;

before(async () => {
  browser = await openBrowser({ note() {} });
});
after(() => browser.close());

/** Replaces a text that must be there. */
function replace(html: string, from: string | RegExp, to: string): string {
  const changed = html.replace(from, to);
  assert.notEqual(changed, html, `nothing to replace: ${from}`);
  return changed;
}

/** Changes what follows the heading of "Side effects", the third segment. */
function inEffects(from: string, to: string): string {
  const at = handout.indexOf(effects);
  return handout.slice(0, at) + replace(handout.slice(at), from, to);
}

async function verifyHtml(html: string): Promise<string[]> {
  return verify(await printHtml(browser, html, 'handout', edition));
}

/** `rule: reason` of each message. */
async function verify(artifact: Artifact): Promise<string[]> {
  const { messages, proof, verified } = await verifyArtifact(artifact, edition);
  assert.equal(verified === undefined, messages.length > 0);
  assert.equal(
    proof.some((it) => it.result === 'fail'),
    messages.length > 0,
  );
  for (const message of messages) assert.equal(message.file, artifact.path);
  return messages.map((message) => `${message.ruleId}: ${message.reason}`);
}

function withArrow(segment: ParsedSegment): ParsedSegment {
  const text = segment.text.replace('Yes.', 'Yes\ue123.');
  return { ...segment, text, root: parse(text) };
}

/** Whatever is put in on purpose is an addition too: that is told of only where it is what a test is about. */
function assertOnly(all: readonly string[], ...patterns: readonly RegExp[]): void {
  const messages = all.filter((message) => !message.startsWith('proof-text-added: '));
  assert.equal(messages.length, patterns.length, messages.join('\n'));
  for (const [index, pattern] of patterns.entries()) assert.match(messages[index] ?? '', pattern);
}

test('a sound book is proved, page by page, and its cover needs no running line', async () => {
  const book = await printHtml(browser, composeHtml(edition, 'book'), 'book', edition);
  const { messages, proof, verified } = await verifyArtifact(book, edition);
  assert.deepEqual(messages, []);
  assert.ok(verified);
  assert.deepEqual(
    proof.map(({ check, where }) =>
      `${check}: ${where}`.replace(/page \d+|\b\d+(?= char| at most| mm from)/g, (found) =>
        found.replace(/\d+/, 'N'),
      ),
    ),
    [
      'tagged: document, 60 tagged passages',
      'language: document: en',
      'disclaimer-full: page N (N mm from the left, N mm from the top), sha256 5f18cea4…',
      'text-added: front matter: 6 lines of the edition only',
      'disclaimer-chapter: page N (N mm from the left, N mm from the top), below “About this guide”, sha256 f7e53555…',
      'disclaimer-chapter: page N (N mm from the left, N mm from the top), below “The first office visit”, sha256 f7e53555…',
      'disclaimer-chapter: page N (N mm from the left, N mm from the top), below “Side effects”, sha256 f7e53555…',
      'disclaimer-chapter: page N (N mm from the left, N mm from the top), below “Sources”, sha256 f7e53555…',
      'headings: 8 headings in 4 of 4 segments',
      'text-complete: 36 blocks in 4 of 4 segments',
      'text-added: labels and lines of the edition only: “Please read” 4 ×, “Warning” 1 ×, “Notes” 1 ×',
      'list-numbers: 5 numbered items in 4 of 4 segments',
      'pictures: 0 pictures in 4 of 4 segments',
      'tables: 1 tables in 4 of 4 segments',
      'type-size: body 12.5 pt, smallest 10 pt',
      'measure: N characters a line on average, N at most',
      'margins: at least 20, 15, 15, 20 mm inside, outside, above, below',
      'picture-density: 0 pictures of pixels',
      'disclaimer-tagged: 5 disclaimers on pages 2, 4, 5, 8 and 9',
      'disclaimer-visible: 512 glyphs on pages 2, 4, 5, 8 and 9',
      'disclaimer-contrast: at least 21:1 computed, 21:1 measured, on pages 2, 4, 5, 8 and 9',
      'disclaimer-letters: 42 shapes on pages 2, 4, 5, 8 and 9',
      'disclaimer-uncovered: 423 glyphs in pixels on pages 2, 4, 5, 8 and 9',
      'disclaimer-one-bit: 5 disclaimers, 0 framed, on pages 2, 4, 5, 8 and 9',
      'text-visible: 1945 strings in dark, opaque letters',
      'text-uncovered: 1945 strings with nothing on them but rules',
      'text-letters: 106 shapes in 4 fonts',
      'read-aloud: 8 texts that stand for others, each for the same words',
      `running-line: pages 2 to ${book.pages}`,
      `text-added: margins of ${book.pages} pages: lines of the edition only`,
      'links: 8 links',
      `page-numbers: ${book.pages} labels, 7 links to pages`,
      'fonts-embedded: 4 fonts',
      'pdf-ua: 62 rules of ISO 14289-1',
      `plain-file: catalog and ${book.pages} pages`,
    ],
  );
  const recognised = await recogniseFile(book.bytes, 'copy of it.PDF', edition);
  assert.equal('kind' in recognised && recognised.kind, 'book');
});

test('the place that is told is where another reader of PDF finds the words', async () => {
  const artifact = await printHtml(browser, inEffects('Nausea', 'Never nausea'), 'handout', edition);
  const [message = ''] = await verify(artifact);
  const [, page, left, top] =
    /expected on page (\d+) \((\d+) mm from the left, (\d+) mm from the top\) or after/.exec(message) ?? [];
  const { items } = await (await (await open(artifact.bytes)).getPage(Number(page))).getTextContent();
  const before = items.flatMap((item) => ('str' in item && item.str.includes('Common') ? [item] : []))[0];
  assert.ok(before, message); // the last that was found before what is lost
  const millimetres = (points: number) => (points / 72) * 25.4;
  assert.ok(Math.abs(millimetres(before.transform[4]) - Number(left)) < 1, message);
  assert.ok(
    Math.abs(millimetres(792 - before.transform[5] - 0.75 * before.height) - Number(top)) < 1,
    message,
  );
});

test('a sound handout and a sound chapter handout are proved and recognised by their content', async () => {
  const whole = await printHtml(browser, handout, 'handout', edition);
  assert.deepEqual(await verify(whole), []);
  const name = '02-office-visit';
  const one = await printHtml(
    browser,
    composeHtml(edition, 'chapter-handout', name),
    'chapter-handout',
    edition,
    name,
  );
  assert.deepEqual(await verify(one), []);
  const recognised = await recogniseFile(one.bytes, 'book.pdf', edition);
  assert.deepEqual('kind' in recognised && [recognised.kind, recognised.chapter], ['chapter-handout', name]);
  assert.equal(((await recogniseFile(whole.bytes, 'x', edition)) as Artifact).kind, 'handout');
  const other = {
    ...edition,
    segments: edition.segments.map((it) => ({ ...it, title: `${it.title} no more` })),
  };
  const stranger = await recogniseFile(whole.bytes, 'x', other);
  assert.equal('ruleId' in stranger && stranger.ruleId, 'artifact-unrecognised');
});

test('the disclaimer taken out of one chapter names exactly that chapter', async () => {
  assertOnly(
    await verifyHtml(inEffects(notice, '')),
    /^proof-disclaimer-chapter: .*“Side effects”.*missing.*“Yes\.”/,
  );
});

test('the disclaimer moved behind the first paragraph is refused', async () => {
  const html = inEffects(notice, '').replace('<p>Yes.</p>', `<p>Yes.</p>${notice}`);
  assertOnly(
    await verifyHtml(html),
    /^proof-disclaimer-chapter: .*“Side effects”.*stands on page \d \(.*\) after .*not directly below/,
  );
});

test('a disclaimer split over two pages is refused', async () => {
  const half = '<p>General education, <span style="display: block; break-before: page">not';
  const split = replace(inEffects('<p>General education, not', half), '.notice { break-inside: avoid }', '');
  assertOnly(
    await verifyHtml(split),
    /^proof-disclaimer-chapter: .*“Side effects”.*split over page \d .* and page \d/,
  );
});

test('a disclaimer on the page after its title is refused', async () => {
  const html = inEffects('class="notice"', 'style="break-before: page"');
  assertOnly(
    await verifyHtml(html),
    /^proof-disclaimer-chapter: .*“Side effects”.*it is on page \d .*, its title on page \d/,
  );
});

test('one changed word in a disclaimer is refused and shown', async () => {
  assertOnly(
    await verifyHtml(inEffects('<strong>Do not</strong>', '<strong>Do</strong>')),
    /^proof-disclaimer-chapter: .*“Side effects”.*changed/,
  );
});

test('a disclaimer that only decorates, hidden from assistive technology, is refused', async () => {
  const html = inEffects('<aside class="notice"', '<aside class="notice" aria-hidden="true"');
  assertOnly(await verifyHtml(html), /^proof-disclaimer-chapter: .*“Side effects”/);
});

test('more than a short label between title and disclaimer is refused', async () => {
  const html = inEffects('<p>Please read</p>', '<p>There is something here that you should read first</p>');
  assertOnly(await verifyHtml(html), /^proof-disclaimer-chapter: .*“Side effects”/);
});

test('the full text missing, shortened or behind the first segment is refused', async () => {
  const full = /<section><h1>Read this first<[\s\S]*?<\/section>/;
  const [text = ''] = full.exec(handout) ?? [];
  assertOnly(await verifyHtml(replace(handout, full, '')), /^proof-disclaimer-full: .*not found/);
  assertOnly(
    await verifyHtml(replace(handout, '<li>It is not advice for you.</li>', '')),
    /^proof-disclaimer-full: .*not whole/,
  );
  assertOnly(
    await verifyHtml(replace(handout, full, '').replace('</body>', `${text}</body>`)),
    /^proof-disclaimer-full: /,
  );
});

test('a full text behind the contents, or behind anything with a heading, is refused', async () => {
  const full = '<section><h1>Read this first<';
  assertOnly(
    await verifyHtml(replace(handout, full, `<section><h1>Contents</h1></section>${full}`)),
    /^proof-disclaimer-full: .*“Contents” stands before it/,
  );
  const title = `<section><h1>${edition.metadata.title}</h1></section>`;
  assertOnly(await verifyHtml(replace(handout, full, title + full)));
});

test('a full disclaimer split over two pages is refused, and both are named', async () => {
  const split = replace(
    handout,
    '<li>It is not advice for you.</li>',
    '<li style="break-before: page">It is not advice for you.</li>',
  );
  assertOnly(await verifyHtml(split), /^proof-disclaimer-split: .*split over page \d .* and page \d/);
});

test('a heading set as a paragraph is named, and so is a title', async () => {
  const html = inEffects('<h2>Rare ones</h2>', '<p>Rare ones</p>');
  assertOnly(
    await verifyHtml(html),
    /^proof-heading-missing: .*“Rare ones” of “Side effects” .*03-side-effects\.md:10/,
  );
  const title = handout.replace(/<h1 id="side-effects">(.*?)<\/h1>/, '<p id="side-effects">$1</p>');
  assert.match(
    (await verifyHtml(title)).join('\n'),
    /proof-disclaimer-chapter: .*“Side effects”.*heading of level 1 is not found/,
  );
});

test('lost paragraphs, items, cells, code and notes are named with their line', async () => {
  const html = [
    ['<p>Nausea, vivid dreams, headache.</p>', ''],
    ['<td>second</td>', '<td>&nbsp;</td>'],
    ['<p>A physician.</p>', ''],
    ['<li>Another of 2014.</li>', ''],
  ].reduce((text, [from = '', to = '']) => replace(text, from, to), handout);
  assertOnly(
    await verifyHtml(html),
    /^proof-text-lost: .*“A physician\.” \(segments\/01-about\.md:5\)/,
    /^proof-text-lost: .*“second.*\(segments\/02-office-visit\.md:25\)/,
    /^proof-text-lost: .*“Nausea, vivid.*\(segments\/03-side-effects\.md:5\)/,
    /^proof-text-lost: .*“Another of 2014\.” \(segments\/04-sources\.md:2\)/,
  );
});

test('a character that no font has is missed', async () => {
  const html = inEffects('Yes.', 'Yes\ue123.');
  const segments = edition.segments.map((it) => (it.slug === 'side-effects' ? withArrow(it) : it));
  const artifact = await printHtml(browser, html, 'handout', edition);
  const { messages } = await verifyArtifact(artifact, { ...edition, segments });
  assert.deepEqual(
    messages.map((it) => it.ruleId),
    ['proof-text-lost', 'proof-pdf-ua', 'proof-pdf-ua'],
  );
});

test('a renumbered list is refused with the number that it shows', async () => {
  const html = replace(handout, '<ol start="13">', '<ol start="12">');
  assertOnly(
    await verifyHtml(html),
    /^proof-list-number: .*“Thirteen.*shows “12\.”, expected 13/,
    /shows “13\.”, expected 14/,
    /shows “14\.”, expected 15/,
  );
});

test('a numbered list without its numbers is refused', async () => {
  const html = inEffects('<ol>', '<ol style="list-style: none">');
  assertOnly(await verifyHtml(html), /shows no number, expected 1/, /shows no number, expected 2/);
});

test('a page without running line, version, number or mark of the content is named', async () => {
  const bare = (box: string, content: string): string =>
    replace(
      handout,
      '</style>',
      `@page bare { @${box} { content: ${content} } } section:has(#side-effects) { page: bare }</style>`,
    );
  assertOnly(
    await verifyHtml(bare('bottom-left', 'none')),
    /^proof-running-line: .*page \d .*“Not medical advice.*missing/,
  );
  assertOnly(
    await verifyHtml(bare('bottom-right', 'counter(page)')),
    /^proof-running-line: .*page \d .*version/,
  );
  assertOnly(
    await verifyHtml(bare('bottom-right', '"1.2.3 01234567"')),
    /^proof-running-line: .*page \d .*page number/,
  );
  assertOnly(
    await verifyHtml(bare('bottom-right', '"1.2.3 " counter(page)')),
    /^proof-running-line: .*page \d .*the mark 01234567/,
  );
});

test('a handout’s page without the day of the last check, or of the next one, is named', async () => {
  const changed = (from: string, to: string): string =>
    replace(
      handout,
      '</style>',
      `@page bare { @bottom-center { content: "Checked January ${from}, next check January ${to}" } } section:has(#side-effects) { page: bare }</style>`,
    );
  assertOnly(
    await verifyHtml(changed('3, 2026', '1, 2027')),
    /page \d .*last check \(1 January 2026\) is missing/,
  );
  assertOnly(
    await verifyHtml(changed('1, 2026', '1, 2028')),
    /page \d .*next check \(1 January 2027\) is missing/,
  );
  assert.deepEqual(await verifyHtml(changed('1, 2026', '1, 2027')), []);
});

test('of an edition that is out of date, each page that does not say so is named, the cover too', async () => {
  const stamped = { ...edition, stamp: 'OUT OF DATE' };
  const told = async (css: string) => {
    const html = replace(composeHtml(edition, 'book'), '</style>', `${css}</style>`);
    const artifact = await printHtml(browser, html, 'book', edition);
    const { messages, proof } = await verifyArtifact(artifact, stamped);
    const where = proof.filter(({ check }) => check === 'out-of-date');
    return { where, pages: artifact.pages, reasons: messages.map(({ reason }) => reason) };
  };
  const everywhere = '@page { @top-center { content: "OUT OF DATE" } }';
  const sound = await told(everywhere);
  assert.deepEqual(sound.reasons, []);
  assert.deepEqual(sound.where, [
    { check: 'out-of-date', result: 'pass', where: `pages 1 to ${sound.pages}` },
  ]);
  const { reasons } = await told(`${everywhere} @page :first { @top-center { content: none } }`);
  assert.deepEqual(reasons, [
    '“OUT OF DATE” is missing on page 1, although the edition was to be checked again by 2027-01-01',
  ]);
});

test('a line of the contents that is missing, or prints or opens a wrong page, is named', async () => {
  const book = composeHtml(edition, 'book');
  const line = '<p><a href="#side-effects">Side effects {page side-effects}</a></p>';
  const wrong = [
    '',
    '<p><a href="#side-effects">Side effects {page sources}</a></p>',
    '<p><a href="#sources">Side effects {page side-effects}</a></p>',
    '<p>Side effects {page side-effects}</p><p><a href="#side-effects">here</a></p>',
  ];
  for (const other of wrong) {
    const artifact = await printHtml(browser, replace(book, line, other), 'book', edition);
    assertOnly(await verify(artifact), /^proof-contents-page: .*“Side effects” is on page \d/);
  }
});

test('a cross reference that prints another page than it leads to is named', async () => {
  const link = (number: string) =>
    inEffects('<p>Yes.</p>', `<p>Yes.</p><p><a href="#sources">See there (page ${number})</a></p>`);
  assertOnly(await verifyHtml(link('{page sources}')));
  assertOnly(
    await verifyHtml(link('77')),
    /^proof-page-number: The link “See there \(page 77\)” on page \d \(.*\) prints a wrong/,
  );
  assertOnly(await verifyHtml(link('xi')), /^proof-page-number: /);
});

test('without page labels a reading program counts from 1, and the printed numbers must do so too', async () => {
  const withoutLabels = async ({ bytes, ...rest }: Artifact) => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    pdf.catalog.delete(PDFName.of('PageLabels'));
    return { ...rest, bytes: await pdf.save({ useObjectStreams: false }) };
  };
  const numbered = (css: string) => replace(handout, '</style>', `${css}</style>`);
  assertOnly(await verify(await withoutLabels(await printHtml(browser, handout, 'handout', edition))));
  const other = numbered('@page { counter-increment: page 3 }');
  const [first] = await verify(await withoutLabels(await printHtml(browser, other, 'handout', edition)));
  assert.match(first ?? '', /^proof-running-line: .* page 1 is not proved: the page number 1 is missing/);
});

test('a link to a local file or to nowhere is refused', async () => {
  const html = replace(handout, 'https://example.org/leaf', 'file:///etc/passwd');
  assertOnly(await verifyHtml(html), /^proof-link-dangling: .*file:\/\/\/etc\/passwd/);
});

test('another language than the edition’s is refused', async () => {
  const { bytes, ...rest } = await printHtml(browser, handout, 'handout', edition);
  const other = { ...edition, metadata: { ...edition.metadata, language: 'en-GB' } };
  const { messages } = await verifyArtifact({ ...rest, bytes }, other);
  assert.deepEqual(
    messages.map((it) => it.ruleId),
    ['proof-language'],
  );
});

test('a PDF that is cut short, empty, no PDF or not tagged becomes a message, never an exception', async () => {
  const artifact = await printHtml(browser, handout, 'handout', edition);
  for (const length of [0, 5, 200, artifact.bytes.length >> 1]) {
    const messages = await verify({ ...artifact, bytes: artifact.bytes.slice(0, length) });
    assert.match(messages[0] ?? '', /^(artifact-unreadable|proof-tagged): /);
  }
  const text = Buffer.from(artifact.bytes)
    .toString('latin1')
    .replace(/\/MarkInfo/g, '/MarkNone');
  assert.match(
    (await verify({ ...artifact, bytes: Buffer.from(text, 'latin1') }))[0] ?? '',
    /^(proof-tagged|artifact-unreadable)/,
  );
});

test('a breach of PDF/UA-1 is named with its clause, its place and what to do', async () => {
  const html = replace(handout, '<tbody>', '<tbody><tr><td>Alone</td></tr>');
  const { messages } = await verifyArtifact(await printHtml(browser, html, 'handout', edition), edition);
  const [breach] = messages.filter(({ ruleId }) => ruleId === 'proof-pdf-ua');
  assert.match(
    breach?.reason ?? '',
    /^PDF\/UA-1 is broken at element Table.*: row .*columns \(ISO 14289-1, 7\.2\)$/,
  );
  assert.match(breach?.note ?? '', /RowSpan and ColSpan/);
});
