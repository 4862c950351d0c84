/**
 * The sixteen checks on the disclaimer, one by one (that it refers to no other place is a rule on the content, tested
 * in `check/elsewhere.test.ts`): a file that is sound but for this one thing fails on exactly
 * this, in print and in the e-book, and the good editions of every kind pass.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Artifact, ParsedEdition, PrintKind } from '../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { printSound, type Target, tamper } from './support/attack.ts';
import { parse, sampleEdition } from './support/edition.ts';
import { composeEpub, type Files, packEpub } from './support/epub.ts';
import { composeBooklet, composeHtml, largePrint, noticeOf } from './support/html.ts';
import { judgeFile, replace } from './support/judge.ts';
import { printHtml } from './support/pdf.ts';

const edition = sampleEdition();
const visit = '02-office-visit';
let browser: PrintBrowser;
let sound: Artifact;

before(async () => {
  browser = await openBrowser({ note() {} });
  sound = await printSound(browser, edition);
});
after(() => browser.close());

type Change = (html: string) => string;

/** The document of each kind before it is printed. */
const documents: Readonly<Record<PrintKind, () => string>> = {
  book: () => composeHtml(edition, 'book'),
  handout: () => composeHtml(edition, 'handout'),
  'large-print': () => withStyle(largePrint)(composeHtml(edition, 'large-print')),
  booklet: () => composeBooklet(edition),
  'chapter-handout': () => composeHtml(edition, 'chapter-handout', visit),
};

const keep: Change = (html) => html;
const withStyle =
  (css: string): Change =>
  (html) =>
    replace(html, '</style>', `${css}</style>`);

/** Changes what follows the title of "The first office visit". */
const inChapter =
  (from: string | RegExp, to: string): Change =>
  (html) => {
    const at = html.indexOf('The first office visit</h1>');
    return html.slice(0, at) + replace(html.slice(at), from, to);
  };

const print = (change: Change, kind: PrintKind = 'handout') =>
  printHtml(
    browser,
    change(documents[kind]()),
    kind,
    edition,
    kind === 'chapter-handout' ? visit : undefined,
  );
const spoil = (work: (target: Target) => void) => tamper(sound, work);

const keepFiles = () => {};

function pack(change: (files: Files) => void, of = edition): Artifact {
  const files = composeEpub(of);
  change(files);
  return { kind: 'ebook', path: 'sample.epub', mediaType: 'application/epub+zip', bytes: packEpub(files) };
}

const inFile = (path: string, from: string | RegExp, to: string) => (files: Files) =>
  files.set(path, replace(files.get(path) ?? '', from, to));
const office = `OEBPS/${visit}.xhtml`;
const opf = 'OEBPS/content.opf';
const inOffice = (from: string | RegExp, to: string) => inFile(office, from, to);
const notice = /<section class="disclaimer"[\s\S]*?<\/section>/;
const style = (css: string) => (files: Files) =>
  files.set('OEBPS/style.css', `${files.get('OEBPS/style.css')}\n${css}`);
const both =
  (...changes: readonly ((files: Files) => void)[]) =>
  (files: Files) => {
    for (const change of changes) change(files);
  };

/** A file that breaks one thing, and the checks that then fail: as a rule, one. */
type Case = readonly [name: string, make: () => Artifact | Promise<Artifact>, ...fails: readonly string[]];

const aside = noticeOf(edition);
const blankPages = '.blank { height: 1px; page: empty; break-before: page; break-after: page }';
const full = /<section><h1>Read this first<[\s\S]*?<\/section>/;
const half = '<p>General education, <span style="display: block; break-before: page">not';

const checks: Readonly<Record<string, readonly Case[]>> = {
  '1. the full text is on the first content page of the front matter': [
    [
      'book: behind the contents',
      () =>
        print(
          (html) => replace(html, full, `<section><h1>Contents</h1></section>${full.exec(html)?.[0]}`),
          'book',
        ),
      'disclaimer-full',
    ],
    ['handout: not there', () => print((html) => replace(html, full, '')), 'disclaimer-full'],
    [
      'e-book: behind the contents',
      () =>
        pack(
          both(
            inFile(opf, '<itemref idref="inav"/>\n', ''),
            inFile(opf, '<itemref', '<itemref idref="inav"/><itemref'),
          ),
        ),
      'disclaimer-full',
    ],
  ],
  '2. the short text is on the page of each chapter’s heading': [
    [
      'handout: on the next page',
      () => print(inChapter('class="notice"', 'style="break-before: page"')),
      'disclaimer-chapter',
    ],
    ['book: not there', () => print(inChapter(aside, ''), 'book'), 'disclaimer-chapter'],
    ['e-book: not there', () => pack(inOffice(notice, '')), 'disclaimer-chapter'],
  ],
  '3. it is the first thing after the heading in reading order': [
    [
      'handout: behind a paragraph',
      () => print((html) => inChapter('</p>', `</p>${aside}`)(inChapter(aside, '')(html))),
      'disclaimer-chapter',
    ],
    ['handout: read out in another order', () => spoil((it) => it.exchange(0, 2)), 'disclaimer-chapter'],
    [
      'e-book: behind a paragraph',
      () =>
        pack((files) => {
          const [text = ''] = notice.exec(files.get(office) ?? '') ?? [];
          inOffice(notice, '')(files);
          inOffice('</p>', `</p>${text}`)(files);
        }),
      'disclaimer-chapter',
    ],
  ],
  '4. it is tagged as real content, in the e-book as a notice': [
    [
      'handout: as a figure',
      () =>
        spoil((it) => {
          for (const element of it.elements()) {
            element.set(PDFName.of('S'), PDFName.of('Figure'));
            element.set(PDFName.of('Alt'), PDFString.of('Decoration'));
          }
        }),
      'disclaimer-tagged',
      'pictures',
    ],
    [
      'handout: in no box of its own',
      () => print((html) => html.replaceAll(/<(\/?)aside(?: role="complementary")?/g, '<$1div')),
      'disclaimer-tagged',
    ],
    [
      'handout: as an artifact',
      () => print(inChapter('<aside', '<aside aria-hidden="true"')),
      'disclaimer-chapter',
    ],
    ['e-book: without its role', () => pack(inOffice(' role="doc-notice"', '')), 'disclaimer-chapter'],
    ['e-book: without its type', () => pack(inOffice(' epub:type="notice"', '')), 'disclaimer-chapter'],
  ],
  '5. it is the approved text, word for word': [
    [
      'handout: without a word',
      () => print(inChapter('<strong>Do not</strong>', '<strong>Do</strong>')),
      'disclaimer-chapter',
    ],
    [
      'handout: the full text without an item',
      () => print((html) => replace(html, '<li>It is not advice for you.</li>', '')),
      'disclaimer-full',
    ],
    ['e-book: with another word', () => pack(inOffice('not advice', 'no advice')), 'disclaimer-chapter'],
    [
      'e-book: the full text with another number',
      () => pack(inFile('OEBPS/disclaimer.xhtml', '911', '112')),
      'disclaimer-full',
    ],
  ],
  '6. all its lines are on one page, inside the margins': [
    [
      'handout: split over two pages',
      () =>
        print((html) =>
          inChapter('<p>General education, not', half)(replace(html, '.notice { break-inside: avoid }', '')),
        ),
      'disclaimer-chapter',
    ],
    [
      'handout: the full text split over two pages',
      () => print((html) => replace(html, '<li>It is not', '<li style="break-before: page">It is not')),
      'disclaimer-full',
    ],
    [
      'handout: in the margin',
      () => print(withStyle('@page near { margin-left: 2cm } section:has(#side-effects) { page: near }')),
      'margins',
    ],
  ],
  '7. its letters are as large as the floor and as the text': [
    [
      'book: smaller than the floor',
      () => print(withStyle('.notice { font-size: 8pt; width: 60mm }'), 'book'),
      'type-size',
    ],
    [
      'book: smaller than the text',
      () => print(withStyle('.notice { font-size: 11pt }'), 'book'),
      'type-size',
    ],
    [
      'e-book: smaller than the text',
      () => pack(style('.disclaimer p { font-size: 0.9em }')),
      'disclaimer-visible',
      'reading-systems',
    ],
  ],
  '8. its contrast is at least 7:1': [
    ['handout: grey, as computed', () => print(withStyle('.notice { color: #666 }')), 'disclaimer-contrast'],
    [
      'handout: on grey, as measured',
      () =>
        spoil((it) => {
          it.text = `/Artifact BMC q .4 g ${it.stripes()} f Q EMC\n${it.text}`;
        }),
      'disclaimer-contrast',
    ],
    [
      'e-book: grey',
      () => pack(style('.disclaimer { color: #666 }')),
      'disclaimer-visible',
      'reading-systems',
    ],
  ],
  '9. it is seen': [
    [
      'handout: rotated',
      () => spoil((it) => it.changeNotice((text) => text.replace(/1 0 0 -1 (\S+ \S+ Tm)/g, '0 1 1 0 $1'))),
      'disclaimer-visible',
    ],
    ['handout: clipped', () => spoil((it) => it.before('0 0 1 1 re W n')), 'disclaimer-visible'],
    [
      'handout: transparent',
      () =>
        spoil((it) => {
          it.addResource('ExtGState', 'Faint', it.pdf.context.obj({ ca: 0.3 }));
          it.before('/Faint gs');
        }),
      'disclaimer-contrast',
    ],
    ['handout: covered', () => spoil((it) => it.after(`1 g ${it.stripes()} f`)), 'disclaimer-uncovered'],
    ['handout: without size', () => spoil((it) => it.resizeNotice(0)), 'type-size'],
    ['handout: white on white', () => spoil((it) => it.before('1 g')), 'disclaimer-contrast'],
  ],
  '10. the running line is on every page, blank ones included': [
    [
      'book: a page without it',
      () =>
        print(
          withStyle(
            '@page bare { @bottom-left { content: none } } section:has(#side-effects) { page: bare }',
          ),
          'book',
        ),
      'running-line',
    ],
    [
      'book: a blank page without it',
      () =>
        print(
          (html) =>
            withStyle(`${blankPages} @page empty { @bottom-left { content: none } }`)(
              replace(
                html,
                '<section>\n<h1 id="sources"',
                '<div class="blank"></div><section>\n<h1 id="sources"',
              ),
            ),
          'book',
        ),
      'running-line',
    ],
  ],
  '11. every file of the e-book carries it, however it is reached': [
    ['a chapter without it', () => pack(inFile('OEBPS/04-sources.xhtml', notice, '')), 'disclaimer-chapter'],
    [
      'a chapter that readers may leave out',
      () => pack(inFile(opf, 'idref="i03-side-effects"', 'idref="i03-side-effects" linear="no"')),
      'spine',
    ],
    [
      'a file beside the reading order, to which a link leads',
      () =>
        pack(
          both(
            (files) =>
              files.set(
                'OEBPS/more.xhtml',
                replace(
                  files.get('OEBPS/nav.xhtml') ?? '',
                  /<body>[\s\S]*<\/body>/,
                  '<body><p>More.</p></body>',
                ),
              ),
            inFile(
              opf,
              '</manifest>',
              '<item id="more" href="more.xhtml" media-type="application/xhtml+xml"/></manifest>',
            ),
            inOffice('https://example.org/leaf', 'more.xhtml'),
          ),
        ),
      'spine',
    ],
    [
      'a chapter that the contents do not lead to',
      () => pack(inFile('OEBPS/nav.xhtml', /<li><a href="03[\s\S]*?<\/li>/, '')),
      'navigation',
    ],
  ],
  '12. each chapter handout passes alone': [
    [
      'without its disclaimer',
      () => print((html) => replace(html, aside, ''), 'chapter-handout'),
      'disclaimer-chapter',
    ],
    [
      'without the running line',
      () => print(withStyle('@page { @bottom-left { content: none } }'), 'chapter-handout'),
      'running-line',
    ],
  ],
  '13. the language is set': [
    [
      'handout: another one',
      () => spoil((it) => it.pdf.catalog.set(PDFName.of('Lang'), PDFString.of('fr'))),
      'language',
    ],
    ['e-book: another one in the package', () => pack(inFile(opf, '>en<', '>fr<')), 'language'],
    ['e-book: none in a file', () => pack(inOffice(' xml:lang="en" lang="en"', '')), 'language'],
  ],
  '14. a black and white copy keeps it': [
    [
      'handout: with a pale frame',
      () => print(withStyle('.notice { border: 1px solid #bbb }')),
      'disclaimer-one-bit',
    ],
  ],
  '15. large print and booklet pass too': [
    ['large print: not there', () => print(inChapter(aside, ''), 'large-print'), 'disclaimer-chapter'],
    [
      'large print: smaller than the text',
      () => print(withStyle('.notice { font-size: 17pt }'), 'large-print'),
      'type-size',
    ],
    ['booklet: not there', () => print(inChapter(aside, ''), 'booklet'), 'disclaimer-chapter'],
    [
      'booklet: a blank page between its pages',
      () =>
        print(
          (html) =>
            replace(
              html,
              '<section>\n<h1 id="side-effects"',
              '<div class="blank"></div><section>\n<h1 id="side-effects"',
            ),
          'booklet',
        ),
      'imposition',
    ],
  ],
  '16. no style of the e-book hides or shrinks it': [
    [
      'in a style sheet',
      () => pack(style('.disclaimer { display: none }')),
      'disclaimer-visible',
      'reading-systems',
    ],
    [
      'in an attribute',
      () => pack(inOffice('<section class="disclaimer"', '<section style="font-size: 0" class="disclaimer"')),
      'disclaimer-visible',
      'reading-systems',
    ],
  ],
};

describe('a good edition passes every check:', () => {
  for (const kind of ['book', 'handout', 'large-print', 'booklet', 'chapter-handout'] as const) {
    it(kind, async () => {
      const { failed, text } = await judgeFile(await print(keep, kind), edition);
      assert.deepEqual(failed, [], text);
    });
  }
  it('e-book', async () => {
    const { failed, text } = await judgeFile(pack(keepFiles), edition);
    assert.deepEqual(failed, [], text);
  });
  it('a handout that was taken apart and put together', async () => {
    const { failed, text } = await judgeFile(await spoil(() => {}), edition);
    assert.deepEqual(failed, [], text);
  });
});

it('the hash of the approved text is recorded, and is another one for another text', async () => {
  const hashes = async (of: ParsedEdition) => {
    const { proof } = await judgeFile(pack(keepFiles, of), of);
    return proof
      .filter(({ check }) => /^disclaimer-(?:full|chapter)$/.test(check))
      .flatMap(({ where }) => /sha256 \S+/.exec(where) ?? []);
  };
  const other = {
    ...edition,
    disclaimer: { ...edition.disclaimer, chapter: parse('Ask your doctor first.') },
  };
  const [full, ...short] = await hashes(edition);
  const [sameFull, ...otherShort] = await hashes(other);
  assert.equal(sameFull, full);
  assert.equal(short.length, 4);
  assert.equal(new Set(short).size, 1);
  assert.notEqual(otherShort[0], short[0]);
});

for (const [name, cases] of Object.entries(checks)) {
  describe(`${name}; refused is`, () => {
    for (const [what, make, ...fails] of cases) {
      it(what, async () => {
        const { failed, text } = await judgeFile(await make(), edition);
        assert.deepEqual(failed, fails, text);
      });
    }
  });
}
