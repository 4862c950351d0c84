/** Ways to deceive the proof of an e-book: each is tried once on a sound one, and must fail on exactly what is named here. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Artifact } from '../../src/model.ts';
import { drawPicture, illustratedEdition, sampleEdition } from './support/edition.ts';
import { composeEpub, type Files, listPictures, packEpub } from './support/epub.ts';
import { judgeFile, replace } from './support/judge.ts';
import { movePictures } from './support/picture-attacks.ts';

const edition = sampleEdition();
const office = 'OEBPS/02-office-visit.xhtml';
const opf = 'OEBPS/content.opf';
const nav = 'OEBPS/nav.xhtml';

type Change = (files: Files) => void;
const put =
  (path: string, from: string | RegExp, to: string): Change =>
  (files) =>
    void files.set(path, replace(files.get(path) ?? '', from, to));
const inOffice = (from: string | RegExp, to: string) => put(office, from, to);
const css =
  (text: string): Change =>
  (files) =>
    void files.set('OEBPS/style.css', `${files.get('OEBPS/style.css')}\n${text}`);
const notice = /(<section class="disclaimer"[\s\S]*?<\/section>)/;
const all =
  (...changes: readonly Change[]): Change =>
  (files) => {
    for (const change of changes) change(files);
  };
const onNotice = (attribute: string) =>
  inOffice('<section class="disclaimer"', `<section ${attribute} class="disclaimer"`);

type Attack = readonly [change: Change, ...fails: readonly string[]];

/** Those that the maintainers named first. What is hidden by style is also style that not every reader takes. */
const named: Readonly<Record<string, Attack>> = {
  'display: none': [css('.disclaimer { display: none }'), 'disclaimer-visible', 'reading-systems'],
  visibility: [css('.disclaimer { visibility: hidden }'), 'disclaimer-visible', 'reading-systems'],
  'font-size: 0': [css('.disclaimer { font-size: 0 }'), 'disclaimer-visible', 'reading-systems'],
  clip: [css('.disclaimer { clip: rect(0 0 0 0) }'), 'disclaimer-visible', 'reading-systems'],
  hidden: [onNotice('hidden="hidden"'), 'disclaimer-chapter'],
  'aria-hidden': [onNotice('aria-hidden="true"'), 'disclaimer-chapter'],
  'a position off the screen': [
    css('.disclaimer { position: absolute; left: -9999px }'),
    'disclaimer-visible',
    'reading-systems',
  ],
  'the colour of the background': [
    css('.disclaimer { color: #fff }'),
    'disclaimer-visible',
    'reading-systems',
  ],
  'it in a file that is not in the spine': [
    all(
      inOffice(notice, ''),
      put(
        opf,
        '</manifest>',
        '<item id="more" href="more.xhtml" media-type="application/xhtml+xml"/></manifest>',
      ),
      (files) => files.set('OEBPS/more.xhtml', files.get('OEBPS/disclaimer.xhtml') ?? ''),
    ),
    'disclaimer-chapter',
    'spine',
  ],
  'its file in the spine as not linear': [
    put(opf, 'idref="i02-office-visit"', 'idref="i02-office-visit" linear="no"'),
    'spine',
  ],
  'the full text in a file that is not linear': [
    put(opf, 'idref="idisclaimer"', 'idref="idisclaimer" linear="no"'),
    'disclaimer-full',
  ],
};

/** Letters are all there, and make other words. */
const words: Readonly<Record<string, Attack>> = {
  'two words run together': [inOffice('ten days', 'tendays'), 'text-complete'],
  'a word torn apart': [inOffice('It takes', 'It ta kes'), 'text-complete'],
  'a word torn apart by a line break': [inOffice('It takes', 'It ta<br/>kes'), 'text-complete'],
  'a dose run together in a cell': [inOffice('4.5 µg', '4.5µg'), 'text-complete'],
  'a dose torn apart in a cell': [inOffice('4.5 µg', '4. 5 µg'), 'text-complete'],
  'words run together in a note': [inOffice('where the', 'wherethe'), 'text-complete'],
  'a line break taken out of code': [inOffice(/take {2}one\s+then/, 'take  onethen'), 'text-complete'],
  'words run together in a title': [
    inOffice('first office visit</h1>', 'first officevisit</h1>'),
    'text-complete',
  ],
  'words run together in a disclaimer': [
    inOffice('General education', 'Generaleducation'),
    'disclaimer-chapter',
  ],
  'words torn apart in the full disclaimer': [
    put('OEBPS/disclaimer.xhtml', 'one physician', 'one physic ian'),
    'disclaimer-full',
  ],
};

const others: Readonly<Record<string, Attack>> = {
  'a DOCTYPE with declarations of its own': [
    (f) => {
      inOffice('<html', '<!DOCTYPE html [<!ENTITY x "no">]><html')(f);
    },
    'readable',
  ],
  'an element that turns text round': [
    inOffice(
      'General education, not advice for you.',
      '<bdo dir="rtl">General education, not advice for you.</bdo>',
    ),
    'markup',
  ],
  'a direction that turns it round': [
    inOffice('<section class="disclaimer"', '<section dir="rtl" class="disclaimer"'),
    'markup',
  ],
  'a whole file turned round': [inOffice('<html ', '<html dir="rtl" '), 'markup'],
  'characters that turn text round': [inOffice('General education', '\u202eGeneral education'), 'markup'],
  'characters that turn a dose round': [inOffice('ten days', '\u202eten days\u202c'), 'markup'],
  'characters without width': [inOffice('General', 'Gen\u200beral'), 'markup'],
  'empty lines that push it out of sight': [
    inOffice('education', `${'<br/>'.repeat(500)}education`),
    'markup',
  ],
  'a rule in it': [inOffice('General', '<hr/>General'), 'markup'],
  'a picture in it': [
    all(
      inOffice('<p>General', '<p><img src="x.png" alt=""/>General'),
      put(opf, '</manifest>', '<item id="x" href="x.png" media-type="image/png"/></manifest>'),
      (f) => void f.set('OEBPS/x.png', 'x'),
    ),
    'markup',
    'pictures',
  ],
  'words in a drawing': [
    inOffice(
      '</body>',
      '<svg xmlns="http://www.w3.org/2000/svg"><text>Take two tablets.</text></svg></body>',
    ),
    'markup',
    'pictures',
  ],
  'a drawing around it': [
    inOffice(notice, '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject>$1</foreignObject></svg>'),
    'disclaimer-chapter',
    'markup',
    'pictures',
  ],
  'a formula around it': [
    inOffice(
      notice,
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mi>x</mi><annotation-xml encoding="application/xhtml+xml">$1</annotation-xml></semantics></math>',
    ),
    'disclaimer-chapter',
    'markup',
  ],
  'text in the annotation of a formula': [
    inOffice(
      'The first paragraph',
      '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext=""><semantics><mi></mi><annotation encoding="text">The first paragraph</annotation></semantics></math>',
    ),
    'markup',
  ],
  'ruby text': [
    inOffice('not advice', '<ruby>not<rt>now</rt></ruby> advice'),
    'disclaimer-chapter',
    'markup',
  ],
  'a sound in its place': [inOffice(notice, '<audio>$1</audio>'), 'disclaimer-chapter', 'markup'],
  'a form control around it': [inOffice(notice, '<select><option>$1</option></select>'), 'markup'],
  'words in a form control': [
    inOffice('</body>', '<input value="Take two tablets at once"/></body>'),
    'markup',
  ],
  'elements of another namespace around it': [inOffice(notice, '<x:y xmlns:x="urn:x">$1</x:y>'), 'markup'],
  'another namespace': [
    inOffice('<section class="disclaimer"', '<section xmlns="urn:x" class="disclaimer"'),
    'markup',
  ],
  'no namespace': [inOffice(' xmlns="http://www.w3.org/1999/xhtml"', ''), 'markup'],
  'a switch': [
    inOffice(
      notice,
      '<epub:switch><epub:case required-namespace="urn:x"><p/></epub:case><epub:default>$1</epub:default></epub:switch>',
    ),
    'markup',
  ],
  'a trigger': [
    inOffice(
      '</body>',
      '<epub:trigger action="hide" ref="x" ev:event="click" xmlns:ev="http://www.w3.org/2001/xml-events"/></body>',
    ),
    'markup',
  ],
  'another base of links': [inOffice('</head>', '<base href="https://example.org/"/></head>'), 'markup'],
  'a style sheet that is not in the manifest': [
    all(
      inOffice('</head>', '<link rel="STYLESHEET" href="evil.css"/></head>'),
      (f) => void f.set('OEBPS/evil.css', '.disclaimer{display:none}'),
    ),
    'links',
  ],
  'another label read out': [
    inOffice('<section class="disclaimer"', '<section aria-label="Nothing" class="disclaimer"'),
    'markup',
  ],
  'another label of its paragraph': [inOffice('<p>General', '<p aria-label="Nothing">General'), 'markup'],
  'aria-hidden in capitals': [
    inOffice('<section class="disclaimer"', '<section aria-hidden="TRUE" class="disclaimer"'),
    'markup',
  ],
  'a role that says nothing': [inOffice('<p>General', '<p role="none">General'), 'markup'],
  'the role of a picture': [inOffice('<p>General', '<p role="img" aria-label="x">General'), 'markup'],
  'another pronunciation': [
    inOffice(
      '<strong>Do not',
      '<strong ssml:ph="du:" xmlns:ssml="http://www.w3.org/2001/10/synthesis">Do not',
    ),
    'markup',
  ],
  'a recording beside it': [
    put(opf, '<item id="i02-office-visit"', '<item media-overlay="mo" id="i02-office-visit"'),
    'spine',
  ],
  'another file in its place': [
    put(opf, '<item id="i02-office-visit"', '<item fallback="iother" id="i02-office-visit"'),
    'spine',
  ],
  bindings: [
    put(opf, '</manifest>', '</manifest><bindings><mediaType handler="x" media-type="y"/></bindings>'),
    'spine',
  ],
  'a fixed layout of a file': [
    put(
      opf,
      '<itemref idref="i02-office-visit"',
      '<itemref properties="rendition:layout-pre-paginated" idref="i02-office-visit"',
    ),
    'spine',
  ],
  'a fixed layout': [
    put(opf, '</metadata>', '<meta property="rendition:layout">pre-paginated</meta></metadata>'),
    'spine',
  ],
  'a viewport': [inOffice('</head>', '<meta name="viewport" content="width=1, height=1"/></head>'), 'markup'],
  'links of the container': [
    put(
      'META-INF/container.xml',
      '</rootfiles>',
      '</rootfiles><links><link href="mapping.xhtml" rel="mapping"/></links>',
    ),
    'spine',
  ],
  'a file that is in the manifest twice': [
    put(
      opf,
      '</manifest>',
      '<item id="again" href="02-office-visit.xhtml" media-type="text/plain"/></manifest>',
    ),
    'spine',
  ],
  'two manifests': [
    put(
      opf,
      '</spine>',
      '</spine><manifest><item id="q" href="01-about.xhtml" media-type="image/svg+xml"/></manifest>',
    ),
    'spine',
  ],
  'a file of the spine that is no XHTML': [
    all(
      put(opf, '</manifest>', '<item id="h" href="h.html" media-type="text/html"/></manifest>'),
      put(opf, '</spine>', '<itemref idref="h"/></spine>'),
      (f) => void f.set('OEBPS/h.html', '<html><body>Take two.</body></html>'),
    ),
    'spine',
  ],
  'a drawing in the spine': [
    all(
      put(opf, '</manifest>', '<item id="h" href="h.svg" media-type="image/svg+xml"/></manifest>'),
      put(opf, '<itemref idref="i03', '<itemref idref="h"/><itemref idref="i03'),
      (f) =>
        void f.set('OEBPS/h.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text>Take two.</text></svg>'),
    ),
    'spine',
  ],
  'text added to the contents': [put(nav, '</body>', '<p>Take two tablets.</p></body>'), 'text-added'],
  'another title in the contents': [put(nav, 'Side effects', 'No side effects'), 'navigation', 'text-added'],
  'another title in the contents of EPUB 2': [
    put('OEBPS/toc.ncx', '<navPoint>', '<navPoint><navLabel><text>Take two</text></navLabel>'),
    'navigation',
  ],
  'text behind the body': [inOffice('</body>', '</body><p>Take two tablets.</p>'), 'markup'],
  'a second body': [inOffice('</body>', '</body><body><p>Take two tablets.</p></body>'), 'markup'],
  'lists without numbers': [css('ol { list-style-type: none }'), 'list-numbers'],
  'text made by style': [css('td::before { content: "10" }'), 'reading-systems'],
  'padding that pushes it out of sight': [
    css('.disclaimer { padding: 900em }'),
    'disclaimer-visible',
    'reading-systems',
  ],
  'a margin that pushes it out of sight': [
    css('.disclaimer { margin-left: 900em }'),
    'disclaimer-visible',
    'reading-systems',
  ],
  'letters of 90 em': [css('.disclaimer { font-size: 90em }'), 'reading-systems'],
  'lines that are not broken': [css('.disclaimer p { white-space: nowrap }'), 'disclaimer-visible'],
  'a title that pushes it out of sight': [css('h1 { padding-bottom: 9999em }'), 'reading-systems'],
  'a footnote around it': [inOffice(notice, '<aside epub:type="footnote">$1</aside>'), 'reading-systems'],
  'a note at the end around it': [inOffice(notice, '<div epub:type="rearnote">$1</div>'), 'markup'],
  'two types': [inOffice('epub:type="notice"', 'epub:type="notice footnote"'), 'markup'],
  'a popover': [
    inOffice('<section class="disclaimer"', '<section popover="auto" class="disclaimer"'),
    'markup',
  ],
  'moving text': [inOffice('General', '<marquee>General</marquee>'), 'markup'],
  'colours of the body': [inOffice('<body', '<body text="white"'), 'markup'],
  'a background of the body': [inOffice('<body', '<body bgcolor="black"'), 'markup'],
  'a table of 1 px around it': [
    inOffice(notice, '<table width="1"><tr><td>$1</td></tr></table>'),
    'markup',
    'tables',
  ],
  'a paragraph that is not read out': [
    inOffice('<p>The first', '<p aria-hidden="true">The first'),
    'text-complete',
  ],
  'another dose read out': [inOffice('<td>½ mg</td>', '<td aria-label="5 mg">½ mg</td>'), 'markup'],
  'another dose in a title': [inOffice('<td>½ mg</td>', '<td><abbr title="5 mg">½ mg</abbr></td>'), 'markup'],
  'a figure that is raised': [inOffice('4.5', '4<sup>.5</sup>'), 'markup'],
  'a paragraph struck out': [
    inOffice('<p>Never stop on your own.</p>', '<p><del>Never stop on your own.</del></p>'),
    'markup',
  ],
  'a word struck out': [inOffice('Never stop', '<s>Never</s> stop'), 'markup'],
  'quotation marks': [inOffice('Never stop', '<q>Never</q> stop'), 'markup'],
  'a row turned round': [inOffice('<tr>\n<td>½ mg</td>', '<tr dir="rtl">\n<td>½ mg</td>'), 'markup'],
  'a table turned round': [inOffice('<table>', '<table dir="rtl">'), 'markup'],
};

describe('refused is an e-book with', () => {
  for (const [what, [change, ...fails]] of Object.entries({ ...named, ...words, ...others })) {
    it(what, async () => {
      const files = composeEpub(edition);
      change(files);
      const bytes = packEpub(files);
      const artifact: Artifact = { kind: 'ebook', path: 'a.epub', mediaType: 'application/epub+zip', bytes };
      const { failed, text } = await judgeFile(artifact, edition);
      assert.deepEqual(failed, fails, text);
    });
  }
});

const pictured = illustratedEdition();
const effects = 'OEBPS/03-side-effects.xhtml';
const dose = 'OEBPS/images/dose.png';
const inEffects = (from: string | RegExp, to: string) => put(effects, from, to);
const exchange =
  (path: string, other: Uint8Array) =>
  (_: Files, pictures: Map<string, Uint8Array>): void =>
    void pictures.set(path, other);

type PictureAttack = readonly [
  change: (files: Files, pictures: Map<string, Uint8Array>) => void,
  fails: string,
  told: RegExp,
];
const place = /OEBPS\/03-side-effects\.xhtml:\d+:\d+ \(.*img\)/;
const parts: Readonly<Record<string, PictureAttack>> = {
  'another picture of the same name': [
    exchange(dose, drawPicture('x.png', '1 x 6 mg').bytes),
    'pictures',
    /proof-picture: The picture images\/dose\.png of “Side effects” \(segments\/03-side-effects\.md:18\) is another one: it is OEBPS\/images\/dose\.png, with other bytes/,
  ],
  'two pictures that changed places': [
    (files) => {
      inEffects('images/dose.png', 'images/line.png')(files);
      inEffects('src="images/line.png" alt=""', 'src="images/dose.png" alt=""')(files);
    },
    'pictures',
    place,
  ],
  ...movePictures(inEffects),
  'one picture more': [
    inEffects('<p>The very last', '<p><img src="images/dose.png" alt="Two tablets"/></p><p>The very last'),
    'pictures',
    /Unexpected picture “Two tablets” at OEBPS/,
  ],
  'a link that leads elsewhere': [
    inEffects(/href="https:\/\/example.org\/bottle"/, 'href="https://example.com/bottle"'),
    'links',
    /leads to https:\/\/example\.com\/bottle, to which no link of the source leads/,
  ],
  'the address of a picture as a text': [
    inEffects(/(<a href="https:\/\/example.org\/bottle">.*?<\/a>)/, '$1 (example.com/bottle)'),
    'text-added',
    /“\(example\.com\/bottle\)” on OEBPS/,
  ],
  'a picture on its title page': [
    put('OEBPS/disclaimer.xhtml', '</body>', '<img src="images/dose.png" alt="Approved"/></body>'),
    'pictures',
    /Unexpected picture “Approved”/,
  ],
  'a picture without its words': [inEffects('alt="One tablet a day"', 'alt=""'), 'pictures', /says nothing/],
  'words for a picture that says nothing': [
    inEffects('src="images/line.png" alt=""', 'src="images/line.png" alt="Take more"'),
    'pictures',
    /says “Take more”/,
  ],
  'another drawing': [inEffects('r="4"', 'r="2"'), 'pictures', /another circle/],
  'a circle without its size': [inEffects(' r="4"', ''), 'pictures', /another circle/],
  'a drawing without its circle': [inEffects(/<circle[^>]*>/, ''), 'pictures', /another circle/],
  'a line more in a drawing': [
    inEffects('<circle', '<path d="M0 0h9"></path><circle'),
    'pictures',
    /another circle as its 2. element/,
  ],
  'a cell over another column': [
    inEffects('<td>1 mg</td><td>0 mg</td>', '<td>1</td><td>mg 0 mg</td>'),
    'tables',
    /\(segments\/03-side-effects\.md:26\).*the cell “1mg” of row 3, column 2 says “1”/,
  ],
  'a heading over other columns': [
    all(
      inEffects(
        '<th rowspan="2">Medicine</th><th colspan="2">Dose</th>',
        '<th colspan="2">Medicine</th><th rowspan="2">Dose</th>',
      ),
    ),
    'tables',
    /covers 1 × 2 rows and columns, expected 2 × 1/,
  ],
  'a heading that is none': [
    inEffects('<th>Morning</th>', '<td>Morning</td>'),
    'tables',
    /is no heading, unlike in the source/,
  ],
  'a heading of a row that names a column': [
    inEffects('<th scope="row">Rest', '<th scope="col">Rest'),
    'tables',
    /names the cells of its column, expected row/,
  ],
  'a cell that names another heading': [
    all(inEffects('<th>Night', '<th id="night">Night'), inEffects('<td>1 mg', '<td headers="night">1 mg')),
    'tables',
    /under a heading that is not its own/,
  ],
  'a file called by the title of another': [
    put(effects, '<title>Side effects', '<title>No side effects'),
    'metadata',
    /Unexpected title “No side effects” at OEBPS\/03-side-effects\.xhtml, expected “Side effects”/,
  ],
  'another title of the package': [put(opf, '>A sample edition<', '>A cure<'), 'metadata', /title “A cure”/],
  'another author': [put(opf, 'A. Author', 'B. Author'), 'metadata', /creator “B. Author”/],
  'no description': [
    put(opf, /<dc:description>.*<\/dc:description>/, ''),
    'metadata',
    /expected “A sample.”/,
  ],
  'another description': [put(opf, '>A sample.<', '>It heals.<'), 'metadata', /description “It heals.”/],
  'two entries of the contents that changed places': [
    put(
      nav,
      /03-side-effects\.xhtml">Side effects(.*)04-sources\.xhtml">Sources/,
      '03-side-effects.xhtml">Sources$104-sources.xhtml">Side effects',
    ),
    'navigation',
    /The contents say “Sources” at OEBPS\/nav\.xhtml.* for a place that is called “Side effects”/,
  ],
  'entries of the contents of EPUB 2 in another order': [
    put(
      'OEBPS/toc.ncx',
      /(<navPoint>(?:(?!<navPoint>).)*)(<navPoint>(?:(?!<navPoint>).)*)<\/navMap>/,
      '$2$1</navMap>',
    ),
    'navigation',
    /toc\.ncx.*what comes before/,
  ],
};

describe('refused is an e-book of an edition with pictures, with', () => {
  it('nothing wrong: not', async () => {
    const { failed, text } = await judgeFile(
      packPictured(() => {}),
      pictured,
    );
    assert.deepEqual(failed, [], text);
  });

  for (const [what, [change, fails, told]] of Object.entries(parts)) {
    it(what, async () => {
      const { failed, text } = await judgeFile(packPictured(change), pictured);
      assert.deepEqual(failed, [fails], text);
      assert.match(text, told);
    });
  }
});

describe('a WebP that became another kind of picture', () => {
  const webp = drawPicture('images/dose.png', '1 x 5 mg', 'image/webp');
  const converted = { ...pictured, pictures: new Map([...pictured.pictures, [webp.path, webp]]) };
  const judge = (text: string, mediaType: 'image/png' | 'image/jpeg') =>
    judgeFile(packPictured(exchange(dose, drawPicture('x', text, mediaType).bytes)), converted);

  it('is proved when it shows the same', async () => {
    for (const mediaType of ['image/png', 'image/jpeg'] as const) {
      const { failed, text } = await judge('1 x 5 mg', mediaType);
      assert.deepEqual(failed, [], text);
    }
  });

  it('is refused when it shows something else', async () => {
    const { failed, text } = await judge('1 x 6 mg', 'image/jpeg');
    assert.deepEqual(failed, ['pictures'], text);
    assert.match(text, /images\/dose\.png, which shows something else than images\/dose\.png/);
  });
});

function packPictured(change: PictureAttack[0]): Artifact {
  const files = composeEpub(pictured);
  const pictures = listPictures(pictured);
  change(files, pictures);
  const bytes = packEpub(files, pictures);
  return { kind: 'ebook', path: 'a.epub', mediaType: 'application/epub+zip', bytes };
}
