/** Booklets that are out of order, cut off or incomplete are refused; sound ones are proved half by half. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Artifact, Imposition, ParsedEdition } from '../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { recogniseFile, verifyArtifact } from '../../src/verify/index.ts';
import { sampleEdition } from './support/edition.ts';
import { composeBooklet } from './support/html.ts';
import { printHtml } from './support/pdf.ts';

const edition = sampleEdition();
const { metadata } = edition;
const html = composeBooklet(edition);
const blanks = '<div class="blank"></div>'.repeat(3);

let browser: PrintBrowser;
let sound: Artifact;
before(async () => {
  browser = await openBrowser({ note() {} });
  sound = await print(html);
});
after(() => browser.close());

const print = (text: string, direction: Imposition['direction'] = 'ltr') =>
  printHtml(browser, text, 'booklet', edition, undefined, direction);

function replace(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `nothing to replace: ${from}`);
  return changed;
}

/** `rule: reason` of each message. */
async function complaints(artifact: Artifact, of: ParsedEdition = edition): Promise<string[]> {
  const { messages, verified } = await verifyArtifact(artifact, of);
  assert.equal(verified === undefined, messages.length > 0);
  return messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
}

/** The sound booklet with its objects changed. */
async function change(work: (pdf: PDFDocument) => void): Promise<Artifact> {
  const pdf = await PDFDocument.load(sound.bytes, { updateMetadata: false });
  work(pdf);
  return { ...sound, bytes: await pdf.save({ useObjectStreams: false, addDefaultPage: false }) };
}

const listOf = (pdf: PDFDocument, holder: string, list: string) =>
  pdf.catalog.lookup(PDFName.of(holder), PDFDict).lookup(PDFName.of(list), PDFArray);

function rename(index: number, label: string) {
  return (pdf: PDFDocument) =>
    listOf(pdf, 'PageLabels', 'Nums')
      .lookup(2 * index + 1, PDFDict)
      .set(PDFName.of('P'), PDFString.of(label));
}

/** Swaps two sides in the file; their names stay where they are, or go with them. */
function swap(one: number, other: number, withNames: boolean) {
  return (pdf: PDFDocument) => {
    const lists = withNames
      ? ([
          ['Pages', 'Kids', 1, 0],
          ['PageLabels', 'Nums', 2, 1],
        ] as const)
      : ([['Pages', 'Kids', 1, 0]] as const);
    for (const [holder, list, step, at] of lists) {
      const array = listOf(pdf, holder, list);
      const [a, b] = [array.get(one * step + at), array.get(other * step + at)];
      array.set(one * step + at, b);
      array.set(other * step + at, a);
    }
  };
}

/** Changes the content of a side. */
function rewrite(pdf: PDFDocument, side: number, work: (content: string) => string): void {
  const { node } = pdf.getPage(side);
  const stream = decodePDFRawStream(node.lookup(PDFName.of('Contents')) as PDFRawStream).decode();
  const changed = work(Buffer.from(stream).toString('latin1'));
  const ref = pdf.context.register(pdf.context.flateStream(Buffer.from(changed, 'latin1')));
  node.set(PDFName.of('Contents'), ref);
}

/** Moves the right-hand page of a side by so many points. */
function movePage(side: number, by: number) {
  return (pdf: PDFDocument) =>
    rewrite(pdf, side, (content) =>
      content.replace(
        /^q 396 (.*) 1 0 0 1 ([\d.]+) 0 cm$/m,
        (_, clip, x) => `q 396 ${clip} 1 0 0 1 ${Number(x) + by} 0 cm`,
      ),
    );
}

/** Gives all tagged content of a side the same number. */
function numberAlike(pdf: PDFDocument): void {
  rewrite(pdf, 3, (content) => content.replace(/\/MCID \d+/g, '/MCID 0'));
}

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const assertOne = (messages: readonly string[], pattern: RegExp) => {
  assert.ok(
    messages.some((message) => pattern.test(message)),
    `${pattern} is not in:\n${messages.join('\n')}`,
  );
};

describe('a sound booklet', () => {
  it('is proved page by page in reading order, and recognised by its sheets', async () => {
    const { messages, proof } = await verifyArtifact(sound, edition);
    assert.deepEqual(messages.map(String), []);
    const where = (check: string) => proof.filter((it) => it.check === check).map((it) => it.where);
    assert.deepEqual(where('imposition'), ['pages 1 to 12 on 3 sheets']);
    assert.deepEqual(where('running-line'), ['pages 1 to 12']);
    assert.deepEqual(where('disclaimer-full'), [
      'page 2 (12 mm from the left, 39 mm from the top), sha256 5f18cea4…',
    ]);
    assert.deepEqual(
      where('disclaimer-chapter').map((it) =>
        it.replace(/ \(\d+ mm from the left, \d+ mm from the top\)/, ''),
      ),
      [
        'page 4, below “About this guide”, sha256 f7e53555…',
        'page 5, below “The first office visit”, sha256 f7e53555…',
        'page 8, below “Side effects”, sha256 f7e53555…',
        'page 9, below “Sources”, sha256 f7e53555…',
      ],
    );
    const recognised = (await recogniseFile(sound.bytes, 'copy.pdf', edition)) as Artifact;
    assert.deepEqual([recognised.kind, recognised.pageSize, recognised.pages], ['booklet', 'letter', 6]);
  });

  it('is proved with half transparent text, which Chromium draws in forms of their own', async () => {
    const faint = html
      .replaceAll('<p>', '<p style="opacity: 0.9">')
      .replaceAll('<li>', '<li style="opacity: 0.9">');
    assert.deepEqual(await complaints(await print(faint)), []);
  });

  it('that is read from right to left is proved for a language that is, and for no other', async () => {
    const mirrored = await print(replace(html, '@page :left {', '@page :right {'), 'rtl');
    const hebrew = { ...edition, metadata: { ...metadata, language: 'he' } };
    const others = (messages: readonly string[]) => messages.filter((it) => !it.startsWith('proof-language'));
    assert.deepEqual(others(await complaints(mirrored, hebrew)), []);
    assertOne(await complaints(mirrored), /^proof-imposition: .*do not make folds/);
    assertOne(await complaints(sound, hebrew), /^proof-imposition: .*do not make folds/);
  });
});

describe('a booklet is refused when', () => {
  it('two sides are swapped, with their names or without', async () => {
    assertOne(
      await complaints(await change(swap(1, 3, true))),
      /^proof-imposition: .*page \d stands where page 2 is expected/,
    );
    const messages = await complaints(await change(swap(1, 3, false)));
    assertOne(messages, /^proof-running-line: .*page 2 .*the page number 2 is missing/);
  });

  it('the names of its sides are wrong or missing', async () => {
    assertOne(
      await complaints(await change(rename(1, '2 | 9'))),
      /^proof-imposition: .*page 9 stands where page 11/,
    );
    assertOne(await complaints(await change(rename(0, 'cover'))), /^proof-imposition: .*do not make folds/);
    const unnamed = await change((pdf) => void pdf.catalog.delete(PDFName.of('PageLabels')));
    assertOne(await complaints(unnamed), /^proof-imposition: .*do not make folds/);
  });

  it('a side or a sheet is missing', async () => {
    const oneSide = await change((pdf) => pdf.removePage(3));
    assertOne(await complaints(oneSide), /^proof-imposition: .*last sheet has one side/);
    const oneSheet = await change((pdf) => {
      pdf.removePage(3);
      pdf.removePage(2);
    });
    assertOne(await complaints(oneSheet), /^proof-imposition: .*do not make folds/);
  });

  it('a page before the last is blank', async () => {
    const gap = await print(
      replace(
        html,
        '<section>\n<h1 id="side-effects">',
        '<div class="blank"></div><section>\n<h1 id="side-effects">',
      ),
    );
    assert.deepEqual(await complaints(gap), [
      'proof-imposition: The sheets of the booklet are not proved: page 8 is blank, and text follows it',
    ]);
  });

  it('a whole sheet at its back is blank', async () => {
    const thick = await print(replace(html, blanks, blanks + blanks + blanks));
    assert.match((await complaints(thick)).join(), /^proof-imposition: .*\d pages at its back are blank/);
  });

  it('a page is put down across the fold', async () => {
    const messages = await complaints(await change(movePage(2, -80)));
    assertOne(messages, /^proof-imposition: .*the text “.*” lies across the fold of side 3/);
  });

  it('a line or a picture of a page reaches across the fold, where it is cut off', async () => {
    const beyond = 'style="position: relative; left: -40mm"';
    const picture = `<img ${beyond} alt="x" width="200" height="20" src="data:image/png;base64,${pixel}">`;
    for (const what of [`<hr ${beyond}>`, picture]) {
      const across = await print(replace(html, '<h2>Stop first</h2>', `${what}<h2>Stop first</h2>`));
      assertOne(
        await complaints(across),
        /^proof-imposition: .*a line, an area or a picture lies across the fold/,
      );
    }
  });

  it('a piece of tagged text is on both halves', async () => {
    const messages = await complaints(await change(numberAlike));
    assertOne(messages, /^proof-imposition: .*one piece of tagged text, with “.*” lies across the fold/);
  });

  it('one of its halves has no running line or no number', async () => {
    const bare = (box: string) =>
      replace(
        html,
        '</style>',
        `@page bare { @${box} { content: none } } section:has(#sources) { page: bare }</style>`,
      );
    assertOne(
      await complaints(await print(bare('bottom-left'))),
      /^proof-running-line: .*page 9 .*“Not medical advice/,
    );
    assertOne(await complaints(await print(bare('bottom-right'))), /^proof-running-line: .*page 9 /);
  });

  it('a disclaimer is split at the fold of the innermost side', async () => {
    const first = '<p>General education, <span style="display: block; break-before: page">not';
    const at = html.indexOf('The first office visit</h1>');
    const changed = replace(html.slice(at), '<p>General education, not', first);
    const whole = replace(html.slice(0, at) + changed, '.notice, aside { break-inside: avoid }', '');
    const opening = '<section>\n<h1 id="office-visit">';
    const split = replace(whole, opening, `<section><p>One page more.</p></section>${opening}`);
    assertOne(
      await complaints(await print(split)),
      /^proof-disclaimer-chapter: .*split over page 6 \(.*\) and page 7 \(/,
    );
  });
});
