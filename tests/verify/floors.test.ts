/** The floors of each printed edition: what breaks one is refused, with page, text, figure and floor. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PrintKind } from '../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { floors } from '../../src/verify/floors.ts';
import { recogniseFile, verifyArtifact } from '../../src/verify/index.ts';
import { open } from '../print/fixture.ts';
import { sampleEdition } from './support/edition.ts';
import { composeHtml, largePrint } from './support/html.ts';
import { printHtml } from './support/pdf.ts';

const edition = sampleEdition();
let browser: PrintBrowser;

before(async () => {
  browser = await openBrowser({ note() {} });
});
after(() => browser.close());

/** Prints the sample edition with more CSS, and text behind the words of its second paragraph. */
function print(kind: PrintKind, css = '', html = ''): ReturnType<typeof printHtml> {
  const whole = composeHtml(edition, kind).replace(
    '</style>',
    `${kind === 'large-print' ? largePrint : ''}${css}</style>`,
  );
  const changed = whole.replace('<p>It takes five to ten days.', `${html}<p>It takes five to ten days.`);
  assert.ok(changed.includes(html));
  return printHtml(browser, changed, kind, edition);
}

/** What is told of what the tests put in on purpose. */
const putIn = new Set(['proof-text-added', 'proof-picture-added', 'proof-table']);

/** `rule: reason` of each other message, and the proof's place of each check. */
async function judge(kind: PrintKind, css?: string, html?: string) {
  const artifact = await print(kind, css, html);
  const { messages, proof, verified } = await verifyArtifact(artifact, edition);
  assert.equal(verified === undefined, messages.length > 0, 'a file with a fault was let out');
  return {
    told: messages
      .filter(({ ruleId }) => !putIn.has(ruleId ?? ''))
      .map((message) => `${message.ruleId}: ${message.reason}`),
    proof: new Map(proof.map(({ check, where }) => [check, where])),
  };
}

async function refuse(kind: PrintKind, css: string, html: string, ...patterns: readonly RegExp[]) {
  const { told } = await judge(kind, css, html);
  assert.equal(told.length, patterns.length, told.join('\n'));
  for (const [index, pattern] of patterns.entries()) assert.match(told[index] ?? '', pattern);
}

describe('an edition keeps its floors', () => {
  for (const kind of ['book', 'handout', 'large-print'] as const) {
    it(`${kind}: a sound one passes, and what was measured is in its proof`, async () => {
      const { told, proof } = await judge(kind);
      assert.deepEqual(told, []);
      const sizes = /^body ([\d.]+) pt, smallest ([\d.]+) pt$/.exec(proof.get('type-size') ?? '');
      assert.ok(Number(sizes?.[1]) >= floors[kind].body, proof.get('type-size'));
      assert.ok(Number(sizes?.[2]) >= floors[kind].smallest);
    });
  }

  it('large print is told from a handout by the size of its letters', async () => {
    for (const kind of ['handout', 'large-print'] as const) {
      const { bytes } = await print(kind);
      const found = await recogniseFile(bytes, 'x.pdf', edition);
      assert.equal('kind' in found && found.kind, kind);
    }
  });

  it('sizes and places are those that pdf.js finds', async () => {
    const { bytes } = await print('book');
    const page = await (await open(bytes)).getPage(3);
    const { items } = await page.getTextContent();
    const sizes = items.flatMap((item) =>
      'str' in item && item.str.trim() ? [Math.round(item.height * 10) / 10] : [],
    );
    const { openPdf } = await import('../../src/verify/pdf/open.ts');
    const { readPdf } = await import('../../src/verify/pdf/read.ts');
    const opened = await openPdf(bytes);
    assert.ok('document' in opened);
    const runs = readPdf(opened.document).layout[2]?.runs.filter(({ left }) => Number.isFinite(left)) ?? [];
    assert.deepEqual(
      [...new Set(runs.map(({ size }) => Math.round(size * 10) / 10))].sort(),
      [...new Set(sizes)].sort(),
    );
    const lefts = items.flatMap((item) =>
      'str' in item && item.str.trim() ? [item.transform[4] as number] : [],
    );
    const ends = items.flatMap((item) =>
      'str' in item && item.str.trim() ? [(item.transform[4] as number) + item.width] : [],
    );
    assert.ok(Math.abs(Math.min(...runs.map(({ left }) => left)) - Math.min(...lefts)) < 0.5);
    assert.ok(Math.abs(Math.max(...runs.map(({ right }) => right)) - Math.max(...ends)) < 0.5);
  });
});

describe('type that is too small is refused:', () => {
  it('body text', () =>
    refuse(
      'handout',
      'p, li, td, pre, h2 { font-size: 11.9pt }',
      '',
      /^proof-body-size: Most of the text is 11\.9 pt, first on page 1 \(.*\), .*12 pt/,
    ));

  it('a note, with its page and words', () =>
    refuse(
      'handout',
      '',
      '<p style="font-size: 9.5pt">Small print here.</p>',
      /^proof-type-size: “Small print here\.” on page 4 \(\d+ mm from the left, \d+ mm from the top\) is 9\.5 pt, expected at least 10 pt/,
    ));

  it('a superscript', () =>
    refuse(
      'book',
      '',
      '<p>Ten<sup style="font-size: 8pt">2</sup></p>',
      /^proof-type-size: “2” on page \d \(\d+ mm from the left, \d+ mm from the top\) is 8 pt/,
    ));

  it('a page number', () =>
    refuse(
      'large-print',
      '@page { @bottom-right { font-size: 16pt } }',
      '',
      /^proof-type-size: “1\.2\.3 · [0-9a-f]{8} · 1” on page 1 \(\d+ mm from the left, \d+ mm from the top\) is 16 pt/,
    ));

  it('text made smaller by a transformation', () =>
    refuse(
      'handout',
      '',
      '<p style="transform: scale(.7); transform-origin: 0 0">Shrunk by a matrix.</p>',
      /^proof-type-size: “Shrunk by a matrix\.” on page 4 \(\d+ mm from the left, \d+ mm from the top\) is 8\.7 pt/,
    ));

  it('letters in a drawing', () =>
    refuse(
      'handout',
      '',
      '<svg role="img" aria-label="Drawing" width="200" height="40" viewBox="0 0 400 80"><text y="30" font-size="20">Drawn</text></svg>',
      /^proof-type-size: “Drawn” on page 4 \(\d+ mm from the left, \d+ mm from the top\) is 7\.5 pt/,
    ));

  it('a disclaimer smaller than the text', () =>
    refuse(
      'book',
      '.notice { font-size: 11pt }',
      '',
      /^proof-disclaimer-size: .*“Please read|^proof-disclaimer-size: The disclaimer “General education/,
    ));
});

describe('what is not running text does not set the size of the text:', () => {
  it('code, of which there may be more than of anything else', async () => {
    const code = `<pre style="font-size: 10pt; white-space: pre-wrap">${'a line of code\n'.repeat(400)}</pre>`;
    const { proof } = await judge('handout', '', code);
    assert.match(proof.get('type-size') ?? '', /^body 12.5 pt/);
  });

  it('headings', async () => {
    const headings = '<h3 style="font-size: 15pt">A heading that says a lot more than its text</h3>'.repeat(
      60,
    );
    const { proof } = await judge('handout', '', headings);
    assert.match(proof.get('type-size') ?? '', /^body 12.5 pt/);
  });
});

it('slanted letters are refused in large print only', async () => {
  await refuse(
    'large-print',
    'em { font-style: italic }',
    '',
    /^proof-italics: “o.+cial” on page \d \(\d+ mm from the left, \d+ mm from the top\) is slanted/,
  );
  assert.deepEqual((await judge('handout', 'em { font-style: italic }')).told, []);
});

/** What is shrunk and cut off may break other floors as well. */
async function refuseFirst(kind: PrintKind, css: string, html: string, pattern: RegExp) {
  assert.match((await judge(kind, css, html)).told[0] ?? '', pattern);
}

describe('a page that the browser shrank is refused and says so:', () => {
  it('by a table that is too wide', () =>
    refuseFirst(
      'book',
      '',
      `<table><thead><tr>${'<th>Medicine</th>'.repeat(6)}</tr></thead><tbody><tr>${'<td>buprenorphine</td>'.repeat(6)}</tr></tbody></table>`,
      /^proof-shrunk: \d+ pages were shrunk to [\d.]+ % by the browser: “buprenorphine \| buprenorphine.*” on page \d \(\d+ mm from the left, \d+ mm from the top\) is wider/,
    ));

  it('by a word that is too long', () =>
    refuseFirst(
      'handout',
      '',
      `<p>${'methylergometrine'.repeat(5)}</p>`,
      /^proof-shrunk: \d+ pages were shrunk to [\d.]+ % by the browser: “methylergometrine.*” on page \d \(\d+ mm from the left, \d+ mm from the top\) is wider/,
    ));
});

describe('lines that are too long are refused:', () => {
  const running = 'Words that go on and on in a line. '.repeat(20);

  it('on average', () =>
    refuse(
      'large-print',
      '.narrow { font-stretch: condensed; letter-spacing: -1.6pt }',
      `<p class="narrow">${running}</p>`,
      /^proof-measure: Lines are 6\d characters long on average, expected at most 60; one of 6\d is on page \d \(\d+ mm/,
    ));

  it('a single one', () =>
    refuse(
      'handout',
      'p, li { letter-spacing: 1pt }',
      `<p style="letter-spacing: -1.2pt">${running.slice(0, 150)}</p>`,
      /^proof-line-length: The line “Words that go on .*” on page 4 \(\d+ mm from the left, \d+ mm from the top\) has 9\d characters, expected at most 80/,
    ));
});

describe('text too near the edge is refused:', () => {
  it('the binding edge, which changes sides in a book', async () => {
    const { told } = await judge('book', '@page :right { margin-left: 1.2cm }');
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(
      told[0] ?? '',
      /^proof-margin: “.*” on page \d+.* stands 1[\d.]+ mm from the left edge .*at least 20 mm/,
    );
    assert.deepEqual((await judge('book', '@page :left { margin-left: 1.4cm }')).told, []);
  });

  it('the margin where holes are punched', () =>
    refuse(
      'handout',
      '@page { margin-left: 2cm }',
      '',
      /^proof-margin: “.*” on page 1 \(.*\) and \d+ more stands 22[\d.]* mm from the left edge .*at least 25 mm/,
    ));

  it('a foot that an office printer would cut off', () =>
    refuse(
      'handout',
      '@page { @bottom-left { vertical-align: bottom; padding-bottom: 2mm } }',
      '',
      /^proof-margin: “.*” on page 1 \(.*\) and \d+ more stands \d[\d.]* mm from the bottom edge .*at least 6 mm/,
    ));
});
