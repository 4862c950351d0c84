/** Ways to deceive the proof of a PDF: each is tried once on a sound file, and must fail on exactly what is named here. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { toString as toText } from 'mdast-util-to-string';
import type { Artifact } from '../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { openPdf } from '../../src/verify/pdf/open.ts';
import { readPdf } from '../../src/verify/pdf/read.ts';
import { printSound, type Target, tamper } from './support/attack.ts';
import { drawPicture, illustratedEdition, sampleEdition } from './support/edition.ts';
import { composeHtml } from './support/html.ts';
import { judgeFile, replace } from './support/judge.ts';
import { printHtml } from './support/pdf.ts';
import { movePictures } from './support/picture-attacks.ts';

const edition = sampleEdition();
let browser: PrintBrowser;
let sound: Artifact;

before(async () => {
  browser = await openBrowser({ note() {} });
  sound = await printSound(browser, edition);
});
after(() => browser.close());

type Work = (target: Target) => void;
/** What is done to the chapter's page, and the checks that then fail. */
type Attack = readonly [work: Work, ...fails: readonly string[]];
type Entries = Readonly<Record<string, unknown>>;

const { of: name } = PDFName;
const text = (words: string) => PDFString.of(words);

/** Enters something in the page's dictionary, or in the catalog. */
const onPage = (key: string, value: unknown) => (it: Target) =>
  it.page.node.set(name(key), it.pdf.context.obj(value as never));
const onCatalog = (key: string, value: unknown) => (it: Target) =>
  it.pdf.catalog.set(name(key), it.pdf.context.obj(value as never));
/** Sets the disclaimer in a graphics state. */
const inState = (entries: Entries) => (it: Target) => {
  it.addResource('ExtGState', 'Evil', it.pdf.context.obj(entries as never));
  it.before('/Evil gs');
};
const over = (paint: (target: Target) => string) => (it: Target) => it.after(paint(it));
const stream = (it: Target, content: string | Uint8Array, entries: object) =>
  it.pdf.context.register(it.pdf.context.stream(content, entries as never));

/** A function that answers every ink with white (ISO 32000-1, 7.10.3). */
const white = { FunctionType: 2, Domain: [0, 1], C0: [1], C1: [1], N: 1 };
const standIn = (space: string) => (it: Target) => {
  const separation = [name('Separation'), name('Black'), name('DeviceGray'), white];
  it.addResource('ColorSpace', space, it.pdf.context.obj(separation as never));
};

/** An annotation over the disclaimer that paints a white area. */
const annotate = (entries: Entries) => (it: Target) => {
  const { left, bottom, right, top } = it.box;
  const box = { BBox: [0, 0, right - left, top - bottom] };
  const look = stream(it, '1 g 0 0 900 900 re f', { Type: 'XObject', Subtype: 'Form', ...box });
  const rest = { Rect: [left, bottom, right, top], F: 4, AP: { N: look }, Contents: text('x') };
  it.page.node.addAnnot(it.pdf.context.register(it.pdf.context.obj({ Type: 'Annot', ...rest, ...entries })));
};

/** A layer that is off; `use` gives its name to what is drawn in it. */
const withLayer =
  (use: (it: Target, layer: ReturnType<Target['pdf']['context']['register']>) => void) => (it: Target) => {
    const layer = it.pdf.context.register(it.pdf.context.obj({ Type: 'OCG', Name: text('Layer') }));
    onCatalog('OCProperties', { OCGs: [layer], D: { Name: text('Usual'), OFF: [layer] } })(it);
    it.addResource('Properties', 'Layer', layer);
    use(it, layer);
  };
const inMarks = (tag: string) => (it: Target) =>
  it.changeNotice((sequence) => sequence.replace('BDC', `BDC\n${tag} BDC`).replace(/EMC$/, 'EMC\nEMC'));
const onElements = (key: string, value: string) => (it: Target) => {
  for (const element of it.elements()) element.set(name(key), text(value));
};
const imageOver = (entries: Entries, data: Uint8Array) => (it: Target) => {
  const { left, bottom, right, top } = it.box;
  const size = { Width: 1, Height: 1, BitsPerComponent: 8, ...entries };
  it.addResource('XObject', 'Cover', stream(it, data, { Type: 'XObject', Subtype: 'Image', ...size }));
  it.after(`1 g ${right - left} 0 0 ${top - bottom} ${left} ${bottom} cm /Cover Do`);
};
const liar = (it: Target) => {
  const fonts = it.page.node.lookup(name('Resources'), PDFDict).lookup(name('Font'), PDFDict);
  const font = fonts.lookup(name('F4'), PDFDict).clone(it.pdf.context);
  const cmap =
    'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0060> <0061> endbfchar endcmap';
  font.set(name('ToUnicode'), stream(it, cmap, {}));
  it.addResource('Font', 'Liar', it.pdf.context.register(font));
  it.changeNotice((sequence) =>
    sequence.replace('<003C> Tj', '/Liar 16.6599998 Tf <0060> Tj /F4 16.6599998 Tf'),
  );
};

/** Letters that are moved: what is then seen has other words. @param behind code of the letter before the move */
const move = (behind: string, by: (x: number) => number) => (it: Target) =>
  it.changeNotice((sequence) =>
    sequence.replace(
      new RegExp(`(<${behind}> Tj\\s+)([\\d.]+) 0 Td`),
      (_, before: string, x: string) => `${before}${by(Number(x))} 0 Td`,
    ),
  );

/** Those that the maintainers named first. */
const named: Readonly<Record<string, Attack>> = {
  'text drawn in white': [(it) => it.before('1 g'), 'disclaimer-contrast'],
  'text at 1 pt': [(it) => it.resizeNotice(1.3333), 'type-size'],
  'text outside the crop box': [(it) => it.page.setCropBox(0, 0, 612, it.box.bottom + 10), 'margins'],
  'text behind a picture': [
    imageOver({ ColorSpace: 'DeviceGray' }, Uint8Array.of(255)),
    'disclaimer-uncovered',
    'pictures',
  ],
  'text under a clip': [(it) => it.before('0 0 1 1 re W n'), 'disclaimer-visible'],
  'text as an artifact': [
    (it) => it.changeNotice((sequence) => sequence.replace(/^.*BDC/, '/Artifact BMC')),
    'disclaimer-chapter',
  ],
  // PDFium does not draw it: so the second check fails as well.
  'text in a layer that is switched off': [
    withLayer(inMarks('/OC /Layer')),
    'disclaimer-uncovered',
    'plain-file',
  ],
  'text in an annotation only': [
    (it) => {
      it.changeNotice((sequence) => sequence.replace(/BT[\s\S]*ET/, ''));
      annotate({ Subtype: 'FreeText', Contents: text(toText(edition.disclaimer.chapter)) })(it);
    },
    'disclaimer-chapter',
    'pdf-ua',
    'plain-file',
  ],
  'text in a wrong order': [(it) => it.exchange(0, 2), 'disclaimer-chapter'],
  'a font whose ToUnicode lies': [liar, 'disclaimer-letters'],
};

/** Files that programs show or print otherwise than they are written. */
const files: Readonly<Record<string, Attack>> = {
  'a unit of length that shrinks the page': [onPage('UserUnit', 0.1), 'plain-file'],
  'a page of 14 m': [onPage('MediaBox', [-20000, -20000, 20000, 20000]), 'plain-file'],
  'a sheet that is cut off': [
    (it) => {
      onPage('MediaBox', [0, 0, 612, it.box.bottom + 10])(it);
      onPage('CropBox', [0, 0, 612, 792])(it);
    },
    'margins',
    'plain-file',
  ],
  'a page that is turned': [onPage('Rotate', 90), 'disclaimer-visible'],
  'a script': [onCatalog('OpenAction', { S: 'JavaScript', JS: text('1') }), 'pdf-ua', 'plain-file'],
  'an action that opens another file': [
    onCatalog('OpenAction', { S: 'GoToR', F: text('other.pdf') }),
    'plain-file',
  ],
  'an action of a page': [onPage('AA', { O: { S: 'Named', N: 'NextPage' } }), 'plain-file'],
  'pages that turn by themselves': [onPage('Dur', 0.1), 'plain-file'],
  'a cover sheet of other files': [onCatalog('Collection', { View: 'D' }), 'plain-file'],
  'black that stands for white': [standIn('DefaultGray'), 'plain-file'],
  'red, green and blue that stand for white': [standIn('DefaultRGB'), 'plain-file'],
  'a cover in a layer that is off until it is printed': [
    withLayer((it) => it.after(`/OC /Layer BDC 1 g ${it.stripes()} f EMC`)),
    'plain-file',
  ],
  'a form that is such a layer': [
    withLayer((it, layer) => {
      const entries = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 612, 792], OC: layer };
      it.addResource('XObject', 'Cover', stream(it, `1 g ${it.stripes()} f`, entries));
      it.after('/Cover Do');
    }),
    'plain-file',
  ],
  'a note that is hidden until a script shows it': [annotate({ Subtype: 'Square', F: 2 }), 'plain-file'],
  'a highlight over it': [annotate({ Subtype: 'Highlight' }), 'disclaimer-uncovered', 'pdf-ua', 'plain-file'],
  'a link with a broad border': [
    annotate({
      Subtype: 'Link',
      Border: [0, 0, 99],
      AP: {},
      A: { S: 'URI', URI: text('https://example.org/leaf') },
    }),
    'pdf-ua',
    'plain-file',
  ],
};

/** Letters that are there and cannot be read, or not as they are drawn. */
const letters: Readonly<Record<string, Attack>> = {
  'letters drawn over one another': [move('0049', (x) => x * 0.2), 'disclaimer-visible'],
  'a mask of light': [
    (it) => {
      const group = { Group: { S: 'Transparency', CS: 'DeviceGray' } };
      const form = stream(it, '', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1], ...group });
      inState({ SMask: { S: 'Luminosity', G: form } })(it);
    },
    'disclaimer-visible',
  ],
  'an ink that is printed as nothing': [
    (it) => {
      standIn('Ink')(it);
      it.before('/Ink cs 1 scn');
    },
    'disclaimer-contrast',
  ],
  'a transfer function': [inState({ TR: white }), 'disclaimer-uncovered'],
  'a white line around each letter': [(it) => it.before('2 Tr 1 G 12 w'), 'disclaimer-uncovered'],
  'a line through it': [
    over((it) => `0 g ${it.box.left} ${it.box.top - 9} ${it.box.right - it.box.left} 1 re f`),
    'disclaimer-uncovered',
  ],
  'a stencil over it': [
    imageOver({ ImageMask: true, BitsPerComponent: 1 }, Uint8Array.of(0)),
    'disclaimer-uncovered',
    'pictures',
  ],
  'a picture in the content over it': [
    over(
      ({ box }) =>
        `${box.right - box.left} 0 0 ${box.top - box.bottom} ${box.left} ${box.bottom} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI`,
    ),
    'disclaimer-uncovered',
    'pictures',
  ],
  'a shading over it': [
    (it) => {
      const entries = {
        ShadingType: 2,
        ColorSpace: 'DeviceGray',
        Coords: [0, 0, 612, 0],
        Extend: [true, true],
      };
      it.addResource('Shading', 'Cover', it.pdf.context.obj({ ...entries, Function: white }));
      it.after(`${it.stripes()} W n /Cover sh`);
    },
    'disclaimer-uncovered',
  ],
  'a pattern over it': [
    (it) => {
      const tile = { PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 9, 9], XStep: 9, YStep: 9 };
      it.addResource(
        'Pattern',
        'Cover',
        stream(it, '1 g 0 0 9 9 re f', { Type: 'Pattern', ...tile, Resources: {} }),
      );
      it.after(`/Pattern cs /Cover scn ${it.stripes()} f`);
    },
    'disclaimer-uncovered',
  ],
};

/** What is read out or copied is another text, and what nobody reads out is printed. */
const words: Readonly<Record<string, Attack>> = {
  'another text read out for its elements': [onElements('ActualText', 'Take it.'), 'read-aloud'],
  'another description of its elements': [onElements('Alt', 'Take it.'), 'read-aloud'],
  'an expansion of its elements': [onElements('E', 'Take it.'), 'read-aloud'],
  'another text read out for its letters': [inMarks('/Span <</ActualText (Take it.)>>'), 'read-aloud'],
  'another language of its elements': [onElements('Lang', 'zh'), 'disclaimer-tagged'],
  'words beside the text that nobody reads out': [
    over(() => 'BT /F4 14 Tf 100 400 Td <003C0060> Tj ET'),
    'text-added',
  ],
};

const moved: Readonly<Record<string, Attack>> = {
  'letters of a word moved apart': [move('0049', (x) => x + 6), 'disclaimer-chapter'],
  'words moved together over the space between them': [move('007D', () => 0), 'disclaimer-chapter'],
};

/** A form that paints over the text; drawn through so many others. */
const formOver = (depth: number) => (it: Target) => {
  let form = stream(it, `1 g ${it.stripes()} f`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 612, 792],
  });
  for (let at = 0; at < depth; at += 1) {
    const resources = { Resources: { XObject: { Inner: form } } };
    const entries = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 612, 792], ...resources };
    form = stream(it, '/Inner Do', entries);
  }
  it.addResource('XObject', 'Cover', form);
  it.after('/Cover Do');
};
/** A rule of a height in pt at half the height of the text. */
const rule = (height: number, colour: string) =>
  over(({ box }) => {
    const middle = (box.bottom + box.top) / 2 - height / 2;
    return `${colour} ${box.left} ${middle} ${box.right - box.left} ${height} re f`;
  });
/** Lets letters of the text be drawn by a font that says of a glyph what another one is. */
const changeLetters = (from: RegExp, to: string) => (it: Target) =>
  it.changeNotice((sequence) => sequence.replace(from, to));

/** What is done to a paragraph that is no disclaimer. */
const paragraphs: Readonly<Record<string, Attack>> = {
  'a white area over a paragraph': [over((it) => `1 g ${it.stripes()} f`), 'text-uncovered'],
  'a black area over a paragraph': [over((it) => `0 g ${it.stripes()} f`), 'text-uncovered'],
  'an area over the end of a paragraph': [
    over(({ box }) => `1 g ${box.right - 15} ${box.bottom} 15 ${box.top - box.bottom} re f`),
    'text-uncovered',
  ],
  'a broad line over a paragraph': [
    over(
      ({ box }) =>
        `1 G 12 w ${box.left} ${(box.bottom + box.top) / 2} m ${box.right} ${(box.bottom + box.top) / 2} l S`,
    ),
    'text-uncovered',
  ],
  'a white rule through a paragraph': [rule(1, '1 g'), 'text-uncovered'],
  'a thick rule through a paragraph': [rule(4, '0 g'), 'text-uncovered'],
  'a short rule where a full stop stands': [
    over(({ box }) => `0 g ${box.right - 4} ${box.bottom + 2} 4 1 re f`),
    'text-uncovered',
  ],
  'a rule across a letter': [
    over(({ box }) => `0 g ${box.left + 20} ${box.bottom} 1 ${box.top - box.bottom} re f`),
    'text-uncovered',
  ],
  'a hatching over a paragraph': [over((it) => `0 g ${it.stripes(1, 2)} f`), 'text-uncovered'],
  'a shape over a paragraph': [
    over(
      ({ box }) => `1 g ${box.left} ${box.bottom} m ${box.right} ${box.bottom} l ${box.left} ${box.top} l f`,
    ),
    'text-uncovered',
  ],
  'a pattern over a paragraph': [
    (it) => {
      const tile = { PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 9, 9], XStep: 9, YStep: 9 };
      const entries = { Type: 'Pattern', ...tile, Resources: {} };
      it.addResource('Pattern', 'Cover', stream(it, '1 g 0 0 9 9 re f', entries));
      it.after(`/Pattern cs /Cover scn ${it.stripes()} f`);
    },
    'text-uncovered',
  ],
  'a picture over a paragraph': [
    imageOver({ ColorSpace: 'DeviceGray' }, Uint8Array.of(255)),
    'pictures',
    'text-uncovered',
  ],
  'a stencil over a paragraph': [
    imageOver({ ImageMask: true, BitsPerComponent: 1 }, Uint8Array.of(0)),
    'pictures',
    'text-uncovered',
  ],
  'a picture in the content over a paragraph': [
    over(
      ({ box }) =>
        `${box.right - box.left} 0 0 ${box.top - box.bottom} ${box.left} ${box.bottom} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI`,
    ),
    'pictures',
    'text-uncovered',
  ],
  'a shading over a paragraph': [
    (it) => {
      const entries = {
        ShadingType: 2,
        ColorSpace: 'DeviceGray',
        Coords: [0, 0, 612, 0],
        Extend: [true, true],
      };
      it.addResource('Shading', 'Cover', it.pdf.context.obj({ ...entries, Function: white }));
      it.after(`${it.stripes()} W n /Cover sh`);
    },
    'text-uncovered',
  ],
  'a form that covers a paragraph': [formOver(0), 'text-uncovered'],
  'forms in forms that cover a paragraph': [formOver(3), 'text-uncovered'],
  'a note over a paragraph': [annotate({ Subtype: 'Square' }), 'pdf-ua', 'plain-file'],
  'a paragraph under a clip': [(it) => it.before('0 0 1 1 re W n'), 'text-visible'],
  'a paragraph under a clip of a strange shape': [
    (it) => it.before('0 0 m 9000 0 l 0 9000 l W n'),
    'text-visible',
  ],
  'a paragraph drawn as a clip': [(it) => it.before('7 Tr'), 'text-visible'],
  'a paragraph on its head': [changeLetters(/1 0 0 -1 (\S+ \S+) Tm/g, '1 0 0 1 $1 Tm'), 'text-visible'],
  'a paragraph with white lines around its letters': [(it) => it.before('2 Tr 1 G 12 w'), 'text-visible'],
  'a paragraph outside the crop box': [
    (it) => it.page.setCropBox(0, it.box.top + 1, 612, 792 - it.box.top),
    'margins',
  ],
  'a font of a paragraph whose ToUnicode lies': [liar, 'text-letters'],
};

describe('refused is a PDF with', () => {
  for (const [what, [work, ...fails]] of Object.entries(paragraphs)) {
    it(what, async () => {
      const { failed, text: told } = await judgeFile(await tamper(sound, work, /^Nausea/), edition);
      assert.deepEqual(failed, fails, told);
      assert.match(told, /“[^”]*” on page \d|on page 7|page 7/);
    });
  }

  it('a figure that is drawn as another one, and said to be what it was', async () => {
    const opened = await openPdf(sound.bytes);
    assert.ok('document' in opened);
    const { allFonts } = readPdf(opened.document);
    const codeOf = (figure: string) => {
      const font = allFonts.find((it) => it.name.endsWith('Next-Regular'));
      const [code = 0] = [...(font?.drawn ?? [])].find(([, { text: said }]) => said === figure) ?? [];
      return code.toString(16).toUpperCase().padStart(4, '0');
    };
    const swap = (it: Target) => {
      const fonts = it.page.node.lookup(name('Resources'), PDFDict).lookup(name('Font'), PDFDict);
      const font = fonts.lookup(name('F4'), PDFDict).clone(it.pdf.context);
      const cmap = `begincmap 1 beginbfchar <${codeOf('2')}> <0031> endbfchar endcmap`;
      font.set(name('ToUnicode'), stream(it, cmap, {}));
      it.addResource('Font', 'Liar', it.pdf.context.register(font));
      const first = new RegExp(`(/F4 (\\S+) Tf(?:(?!Tf)[\\s\\S])*?)<${codeOf('1')}> Tj`);
      it.replace(first, `$1/Liar $2 Tf <${codeOf('2')}> Tj /F4 $2 Tf`);
    };
    const { failed, text: told } = await judgeFile(await tamper(sound, swap, /^Nausea/), edition);
    assert.deepEqual(failed, ['text-letters'], told);
    assert.match(told, /“1” is drawn in a shape that no font of the edition has for it/);
  });

  it('forms nested too deeply to be read, whatever they draw', async () => {
    const { failed, text: told } = await judgeFile(await tamper(sound, formOver(25), /^Nausea/), edition);
    assert.ok(failed.includes('text-uncovered'), told);
  });

  for (const [what, [work, ...fails]] of Object.entries({
    ...named,
    ...files,
    ...letters,
    ...words,
    ...moved,
  })) {
    it(what, async () => {
      const { failed, text: told } = await judgeFile(await tamper(sound, work), edition);
      assert.deepEqual(failed, fails, told);
    });
  }

  const at = (html: string) => html.indexOf('Side effects</h1>');
  const inChapter = (from: string, to: string) => {
    const html = composeHtml(edition, 'handout');
    return html.slice(0, at(html)) + replace(html.slice(at(html)), from, to);
  };
  const half = 'General education, <span style="display: block; break-before: page">not';
  const printed: Readonly<Record<string, readonly [html: () => string, ...fails: readonly string[]]>> = {
    'text split over pages': [
      () => replace(inChapter('General education, not', half), '.notice { break-inside: avoid }', ''),
      'disclaimer-chapter',
    ],
    'letters that look alike': [
      () => inChapter('General education, not', 'General education, n\u043et'),
      'disclaimer-chapter',
    ],
    'a paragraph in white': [() => inChapter('<p>Nausea', '<p style="color: #fff">Nausea'), 'text-visible'],
    'a paragraph in pale grey': [
      () => inChapter('<p>Nausea', '<p style="color: #999">Nausea'),
      'text-visible',
    ],
    'a paragraph that is nearly transparent': [
      () => inChapter('<p>Nausea', '<p style="opacity: 0.1">Nausea'),
      'text-visible',
    ],
    'a paragraph printed over another': [
      () => inChapter('<p>A last', '<p style="position: relative; top: -2.2em">A last'),
      'text-uncovered',
    ],
    'a link that leads elsewhere than it says': [
      () =>
        replace(
          composeHtml(edition, 'handout'),
          'href="https://example.org/leaf"',
          'href="https://example.com/leaf"',
        ),
      'links',
    ],
    'two paragraphs that changed places': [
      () =>
        inChapter(
          '<h2>Rare ones</h2>\n<p>No.</p>\n<p>A last',
          '<h2>Rare ones</h2>\n<p>A last paragraph that closes the chapter.</p><p>No.</p><p hidden>A last',
        ),
      'text-complete',
    ],
    'another figure': [() => inChapter('<p>Yes.</p>', '<p>Yes5.</p>'), 'text-complete'],
    'two words run together': [() => inChapter('vivid dreams', 'vividdreams'), 'text-complete'],
    'a word torn apart': [() => inChapter('headache', 'head ache'), 'text-complete'],
    'a word torn apart by the end of a line': [() => inChapter('headache', 'head<br>ache'), 'text-complete'],
    'a word torn apart by the end of a paragraph': [
      () => inChapter('headache', 'head</p><p>ache'),
      'text-complete',
    ],
    'letters set far apart': [
      () => inChapter('headache', '<span style="letter-spacing: 0.2em">headache</span>'),
      'text-complete',
    ],
    'a word torn apart where its look changes': [
      () => inChapter('headache', 'head<b style="margin-left: 0.2em">ache</b>'),
      'text-complete',
    ],
    'spaces without width': [
      () => inChapter('vivid dreams', '<span style="word-spacing: -0.3em">vivid dreams</span>'),
      'text-complete',
    ],
    'a dose run together in a cell': [
      () => replace(composeHtml(edition, 'handout'), '4.5 µg', '4.5µg'),
      'text-complete',
    ],
    'a dose torn apart in a cell': [
      () => replace(composeHtml(edition, 'handout'), '4.5 µg', '4. 5 µg'),
      'text-complete',
    ],
    'words run together in a note': [
      () => replace(composeHtml(edition, 'handout'), 'where the number', 'wherethe number'),
      'text-complete',
    ],
    'words run together in code': [
      () => replace(composeHtml(edition, 'handout'), 'then two', 'thentwo'),
      'text-complete',
    ],
    'words run together in a heading': [() => inChapter('Common ones', 'Commonones'), 'text-complete'],
    'words run together in a title': [() => inChapter('Side effects<', 'Sideeffects<'), 'text-complete'],
    'words run together in a disclaimer': [
      () => inChapter('General education', 'Generaleducation'),
      'disclaimer-chapter',
    ],
    'words torn apart in the full disclaimer': [
      () => replace(composeHtml(edition, 'handout'), 'one physician', 'one physic ian'),
      'disclaimer-full',
    ],
    'words run together in the running line': [
      () => replace(composeHtml(edition, 'handout'), 'Not medical', 'Notmedical'),
      'running-line',
    ],
  };
  for (const [what, [html, ...fails]] of Object.entries(printed)) {
    it(what, async () => {
      const artifact = await printHtml(browser, html(), 'handout', edition);
      const { failed, text: told } = await judgeFile(artifact, edition);
      assert.deepEqual(failed, fails, told);
    });
  }

  it('words that are set in other ways is none of these', async () => {
    const html = inChapter(
      '<p>Nausea, vivid dreams, headache',
      '<p class="set">Nausea, vivid\n  dreams, <i>head</i>ache',
    )
      .replace('A last paragraph', 'A\u00a0last <br>paragraph')
      .replace('</style>', '.set { letter-spacing: 0.05em; text-align: justify; width: 7em }</style>');
    const { text: told } = await judgeFile(await printHtml(browser, html, 'handout', edition), edition);
    assert.equal(told, '');
  });
});

const pictured = illustratedEdition();
const withPicture = (path: string, text: string, type?: 'image/jpeg') => ({
  ...pictured,
  pictures: new Map([...pictured.pictures, [path, drawPicture(path, text, type)]]),
});
const at = (html: string) => html.indexOf('Side effects</h1>');
/** The handout, its chapter with pictures changed. */
const inEffects =
  (from: string | RegExp, to: string) =>
  (html: string): string =>
    html.slice(0, at(html)) + replace(html.slice(at(html)), from, to);

type PartAttack = readonly [
  change: (html: string) => string,
  fails: string,
  told: RegExp,
  printed?: typeof pictured,
];
const asItIs = (html: string) => html;
const parts: Readonly<Record<string, PartAttack>> = {
  'another picture of the same size': [
    asItIs,
    'pictures',
    /The picture images\/dose\.png of “Side effects” \(segments\/03-side-effects\.md:18\) is another one: it shows something else: page \d+ \(\d+ mm from the left, \d+ mm from the top\)/,
    withPicture('images/dose.png', '1 x 6 mg'),
  ],
  'another photograph of the same size': [
    asItIs,
    'pictures',
    /images\/scale\.jpg .* shows something else/,
    withPicture('images/scale.jpg', '0 to 70', 'image/jpeg'),
  ],
  'another decorative picture': [
    asItIs,
    'pictures',
    /images\/line\.png .* is not there/,
    withPicture('images/line.png', 'Approved'),
  ],
  'two pictures that changed places': [
    (html) =>
      inEffects(
        'images/old.jpg',
        'images/dose.png',
      )(
        inEffects(
          'images/dose.png',
          'images/scale.jpg',
        )(inEffects('images/scale.jpg', 'images/old.jpg')(html)),
      ),
    'pictures',
    /images\/dose\.png .* shows something else/,
  ],
  ...movePictures(inEffects),
  'one picture more': [
    inEffects('<p>The very last', '<p><img src="images/dose.png" alt="Two tablets"></p><p>The very last'),
    'pictures',
    /Unexpected picture “Two tablets” at page/,
  ],
  'one picture more that nobody is told of': [
    inEffects('<p>The very last', '<p><img src="images/dose.png" alt=""></p><p>The very last'),
    'pictures',
    /Unexpected picture at page \d+ \(/,
  ],
  'a picture before the first chapter': [
    (html) => replace(html, '<p>Cover</p>', '<p>Cover <img src="images/dose.png" alt="Approved"></p>'),
    'pictures',
    /Unexpected picture “Approved”/,
  ],
  'a picture turned round': [
    inEffects('<img src="images/dose', '<img style="transform: scaleX(-1)" src="images/dose'),
    'pictures',
    /turned or mirrored/,
  ],
  'a picture pressed flat': [
    inEffects('<img src="images/dose', '<img style="height: 10px; width: 300px" src="images/dose'),
    'pictures',
    /squeezed/,
  ],
  'the address of a picture that is lost': [
    inEffects(' (example.org/bottle)', ''),
    'text-complete',
    /is lost or changed: “\[!\[A bottle of/,
  ],
  'another address of a picture': [
    inEffects(' (example.org/bottle)', ' (example.com/bottle)'),
    'text-complete',
    /is lost or changed: “\[!\[A bottle of/,
  ],
  'the address of a picture behind the next paragraph': [
    inEffects(/ \(example\.org\/bottle\)(<\/p>\s*<p>[\s\S]*?<\/p>)/, '$1<p>(example.org/bottle)</p>'),
    'text-complete',
    /is lost or changed/,
  ],
  'the address of a picture in a sentence that is lost': [
    inEffects(' (example.org/go)', ''),
    'text-complete',
    /The address https:\/\/example\.org\/go of a link on page \d+ .* is not printed behind it/,
  ],
  'another address of a picture in a sentence': [
    inEffects(' (example.org/go)', ' (example.org/stop)'),
    'text-complete',
    /is lost or changed: “Tap /,
  ],
  'the address of words that is lost': [
    (html) => replace(html, ' (example.org/leaf)', ''),
    'text-complete',
    /The address https:\/\/example\.org\/leaf of a link on page \d+ .* is not printed behind it/,
  ],
  'a cell over another column': [
    inEffects('<td>1 mg</td><td>0 mg</td>', '<td>1</td><td>mg 0 mg</td>'),
    'tables',
    /\(segments\/03-side-effects\.md:26\).*the cell “1mg” of row 3, column 2 says “1”; page/,
  ],
  'headings that cover other columns': [
    inEffects(
      '<th rowspan="2">Medicine</th><th colspan="2">Dose</th>',
      '<th colspan="2">Medicine</th><th rowspan="2">Dose</th>',
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
  'one table in two': [
    inEffects('<tr><th scope="row">Rest', '</tbody></table><table><tbody><tr><th scope="row">Rest'),
    'tables',
    /there are 2 tables, expected 1/,
  ],
};

describe('refused is a PDF of an edition with pictures, with', () => {
  const judge = async (change: PartAttack[0], printed = pictured) => {
    const html = change(composeHtml(pictured, 'handout'));
    return judgeFile(await printHtml(browser, html, 'handout', printed), pictured);
  };

  it('nothing wrong: not', async () => {
    const { failed, text: told } = await judge(asItIs);
    assert.deepEqual(failed, [], told);
  });

  for (const [what, attack] of Object.entries(parts)) {
    it(what, async () => {
      const [change, fails, expected, printed] = attack;
      const { failed, text: told } = await judge(change, printed);
      assert.deepEqual(failed, [fails], told);
      assert.match(told, expected);
    });
  }
});

describe('let out is a PDF with', () => {
  const sounds: Readonly<Record<string, Work>> = {
    'a rule through a paragraph, as where it is struck out': rule(1, '0 g'),
    'an area below a paragraph': (it) => {
      it.text = `q /Artifact BMC 0.9 g ${it.stripes()} f EMC Q\n${it.text}`;
    },
    'a frame around a paragraph': over(({ box }) => {
      const [width, height] = [box.right - box.left + 10, box.top - box.bottom + 4];
      return `0 G 1 w ${box.left - 5} ${box.bottom - 2} ${width} ${height} re S`;
    }),
  };
  for (const [what, work] of Object.entries(sounds)) {
    it(what, async () => {
      const { failed, text: told } = await judgeFile(await tamper(sound, work, /^Nausea/), edition);
      assert.deepEqual(failed, [], told);
    });
  }
});
