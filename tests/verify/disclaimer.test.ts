/** Whatever hides a disclaimer, or makes another text of it, is found in the finished file, and nothing else is. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { toString as toText } from 'mdast-util-to-string';
import type { Artifact } from '../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { verifyArtifact } from '../../src/verify/index.ts';
import type { Box } from '../../src/verify/pdf/open.ts';
import { printSound, type Target, tamper } from './support/attack.ts';
import { sampleEdition } from './support/edition.ts';
import { composeHtml } from './support/html.ts';
import { printHtml } from './support/pdf.ts';

const edition = sampleEdition();
let browser: PrintBrowser;
let sound: Artifact;

before(async () => {
  browser = await openBrowser({ note() {} });
  sound = await printSound(browser, edition);
});
after(() => browser.close());

/** Each rule that is broken, once, and all messages in one text. */
async function judge(artifact: Artifact) {
  const { messages, proof, verified } = await verifyArtifact(artifact, edition);
  assert.equal(verified === undefined, messages.length > 0, 'a file with a fault was let out');
  const text = messages.map(({ reason }) => reason).join('\n');
  return { rules: [...new Set(messages.map(({ ruleId }) => ruleId))], text, proof };
}

/** Tampers with the disclaimer of "Side effects": exactly these rules must be broken. */
async function refuse(work: (target: Target) => void, rules: string | readonly string[], pattern: RegExp) {
  const found = await judge(await tamper(sound, work));
  assert.deepEqual(found.rules, [rules].flat(), found.text);
  assert.match(found.text, pattern);
  assert.match(found.text, /“Side effects” (on page \d|is not proved)|on page 7/);
}

/** A copy of a TrueType file, where its tables begin, and how wide the numbers of `loca` are (OpenType). */
function openFont(font: Uint8Array) {
  const bytes = Buffer.from(font);
  const tables = new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
      const at = 12 + 16 * index;
      return [bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8)] as const;
    }),
  );
  const startOf = (table: string) => tables.get(table) ?? 0;
  return { bytes, startOf, size: bytes.readUInt16BE(startOf('head') + 50) === 1 ? 4 : 2 };
}

/** A TrueType file in which one glyph has the data of another as well. */
function exchangeOutlines(font: Uint8Array, one: number, other: number): Uint8Array {
  const { bytes, startOf, size } = openFont(font);
  const [loca, glyf] = [startOf('loca'), startOf('glyf')];
  const place = (glyph: number) =>
    size === 4 ? bytes.readUInt32BE(loca + 4 * glyph) : 2 * bytes.readUInt16BE(loca + 2 * glyph);
  const data = Buffer.from(bytes.subarray(glyf + place(other), glyf + place(other + 1)));
  const room = place(one + 1) - place(one);
  assert.ok(data.length <= room, `${data.length} bytes do not fit into ${room}`);
  data.copy(bytes, glyf + place(one));
  return bytes;
}

/** A TrueType file in which a glyph has no data: what it had is behind that of the one before. */
function emptyOutline(font: Uint8Array, glyph: number): Uint8Array {
  const { bytes, startOf, size } = openFont(font);
  const at = startOf('loca') + size * glyph;
  bytes.copy(bytes, at, at + size, at + 2 * size);
  return bytes;
}

/** A TrueType file in which a glyph is drawn an em to the right of its place. */
function moveOutline(font: Uint8Array, glyph: number): Uint8Array {
  const { bytes, startOf } = openFont(font);
  const at = startOf('hmtx') + 4 * glyph + 2;
  bytes.writeInt16BE(bytes.readInt16BE(at) + 1000, at);
  return bytes;
}

it('a sound handout is proved, and is not changed by being taken apart and put together', async () => {
  const { rules, proof } = await judge(await tamper(sound, () => {}));
  assert.deepEqual(rules, []);
  const where = new Map(proof.map((line) => [line.check, line.where]));
  assert.equal(
    where.get('disclaimer-contrast'),
    'at least 21:1 computed, 21:1 measured, on pages 2, 3, 4, 7 and 8',
  );
  assert.equal(where.get('disclaimer-one-bit'), '5 disclaimers, 4 framed, on pages 2, 3, 4, 7 and 8');
});

describe('a disclaimer is refused that is too pale:', () => {
  const rule = 'proof-disclaimer-contrast';

  it('white', () =>
    refuse((it) => it.before('1 1 1 rg'), rule, /has a contrast of 1:1, expected at least 7:1/));
  it('grey', () => refuse((it) => it.before('.4 g'), rule, /“General education.*” has a contrast of 5\.7:1/));
  it('one word of it grey', () =>
    refuse(
      (it) => it.changeNotice((text) => (text.includes('/F7') ? `q .4 g ${text} Q` : text)),
      rule,
      /“Do not” has a contrast of 5\.7:1/,
    ));
  it('red in four inks', () => refuse((it) => it.before('0 .8 .8 0 k'), rule, /has a contrast of \d\.\d:1/));
  it('in a colour space of its own', () =>
    refuse(
      (it) => {
        it.addResource('ColorSpace', 'Grey', it.pdf.context.obj([PDFName.of('CalGray'), {}]));
        it.before('/Grey cs .5 sc');
      },
      rule,
      /has a contrast of 3\.9:1/,
    ));
  it('in a pattern', () => refuse((it) => it.before('/Pattern cs /None scn'), rule, /in no plain colour/));
  it('transparent', () =>
    refuse(
      (it) => {
        it.addResource('ExtGState', 'Faint', it.pdf.context.obj({ ca: 0.3 }));
        it.before('/Faint gs');
      },
      rule,
      /“General education.*” is transparent/,
    ));
  it('blended', () =>
    refuse(
      (it) => {
        it.addResource('ExtGState', 'Screen', it.pdf.context.obj({ BM: 'Screen' }));
        it.before('/Screen gs');
      },
      rule,
      /is blended with what lies below/,
    ));
  it('on a dark ground', () =>
    refuse(
      (it) => {
        it.text = `/Artifact BMC q .4 g ${it.stripes()} f Q EMC\n${it.text}`;
      },
      rule,
      /has a contrast of 3\.\d:1/,
    ));
  it('under a veil', () =>
    refuse(
      (it) => {
        it.addResource('ExtGState', 'Veil', it.pdf.context.obj({ ca: 0.7 }));
        it.after(`/Veil gs 1 g ${it.stripes()} f`);
      },
      rule,
      /has a contrast of [12]\.\d:1/,
    ));
});

describe('a disclaimer is refused that is hidden:', () => {
  const rule = 'proof-disclaimer-visible';

  it('drawn invisibly', () => refuse((it) => it.before('3 Tr'), rule, /is drawn invisibly/));
  it('drawn as a clip', () => refuse((it) => it.before('7 Tr'), rule, /is drawn invisibly/));
  it('clipped away', () => refuse((it) => it.before('0 0 1 1 re W n'), rule, /is cut off/));
  it('half clipped away', () =>
    refuse(
      (it) => {
        it.text = it.text.replace(/412\.5 412\.5 [\d.]+ [\d.]+ re\nW\*/, '412.5 412.5 700 2473 re\nW*');
      },
      [rule, 'proof-text-visible'],
      /is cut off/,
    ));
  it('clipped by a shape', () =>
    refuse((it) => it.before('0 0 m 9000 0 l 0 9000 l W n'), rule, /is cut off, or may be/));
  it('masked', () =>
    refuse(
      (it) => {
        it.addResource('ExtGState', 'Masked', it.pdf.context.obj({ SMask: { S: 'Alpha' } }));
        it.before('/Masked gs');
      },
      rule,
      /is masked/,
    ));
  it('skewed', () =>
    refuse(
      (it) => it.changeNotice((text) => text.replace(/1 0 0 -1 (\S+ \S+ Tm)/g, '1 0 .2 -1 $1')),
      rule,
      /is turned, mirrored or skewed/,
    ));
  it('upside down', () =>
    refuse(
      (it) => it.changeNotice((text) => text.replace(/1 0 0 -1 (\S+ \S+ Tm)/g, '1 0 0 1 $1')),
      rule,
      /is turned, mirrored or skewed/,
    ));
  it('on a page that is turned', () =>
    refuse(
      (it) => it.page.node.set(PDFName.of('Rotate'), it.pdf.context.obj(180)),
      rule,
      /its page is turned/,
    ));
  it('in a layer that is switched off', () =>
    refuse(
      (it) => {
        const layer = it.pdf.context.register(
          it.pdf.context.obj({ Type: 'OCG', Name: PDFString.of('Layer') }),
        );
        const off = { Name: PDFString.of('Usual'), OFF: [layer] };
        it.pdf.catalog.set(PDFName.of('OCProperties'), it.pdf.context.obj({ OCGs: [layer], D: off }));
        it.addResource('Properties', 'Layer', layer);
        it.changeNotice((text) => text.replace('BDC', 'BDC\n/OC /Layer BDC').replace(/EMC$/, 'EMC\nEMC'));
      },
      ['proof-disclaimer-covered', 'proof-plain'],
      /it has layers/,
    ));
  it('outside the crop box', () =>
    refuse((it) => it.page.setCropBox(0, 0, 612, it.box.bottom + 10), 'proof-margin', /from the top edge/));
  it('under an annotation', () =>
    refuse(
      (it) => {
        const { left, bottom, right, top } = it.box;
        const sides = { Rect: [left, bottom, right, top], C: [1, 1, 1], IC: [1, 1, 1] };
        const square = it.pdf.context.obj({ Type: 'Annot', Subtype: 'Square', ...sides });
        it.page.node.addAnnot(it.pdf.context.register(square));
      },
      ['proof-disclaimer-covered', 'proof-pdf-ua', 'proof-plain'],
      /an annotation \(Square\) lies on the page/,
    ));
});

describe('a disclaimer is refused that is covered:', () => {
  const rule = 'proof-disclaimer-covered';

  it('by an area', () =>
    refuse((it) => it.after(`1 g ${it.stripes()} f`), rule, /leaves no trace in the pixels/));
  it('by a black area', () => refuse((it) => it.after(`0 g ${it.stripes()} f`), rule, /leaves no trace/));
  it('by lines through its letters', () =>
    refuse((it) => it.after(`1 g ${it.stripes(2, 6)} f`), rule, /leaves no trace/));
  it('in one of its words', () =>
    refuse(
      (it) => it.after(`1 g ${it.box.left} ${it.box.top - 12} 30 14 re f`),
      rule,
      /“Gener.*” leaves no trace/,
    ));
  it('by a picture', () =>
    refuse(
      (it) => {
        const { left, bottom, right, top } = it.box;
        const size = { Width: 400, Height: 100, ColorSpace: 'DeviceGray', BitsPerComponent: 8 };
        const white = new Uint8Array(40_000).fill(255);
        const image = it.pdf.context.stream(white, { Type: 'XObject', Subtype: 'Image', ...size });
        it.addResource('XObject', 'Cover', it.pdf.context.register(image));
        it.after(`${right - left} 0 0 ${top - bottom} ${left} ${bottom} cm /Cover Do`);
      },
      [rule, 'proof-picture-added'],
      /leaves no trace/,
    ));
  it('by text that passes for a part of it', () =>
    refuse(
      (it) => it.changeNotice((text) => text.replace(/ET\nEMC$/, '/Artifact BMC <0021> Tj EMC\nET\nEMC')),
      [rule, 'proof-margin-text', 'proof-pdf-ua'],
      /other text is drawn with its letters/,
    ));
});

describe('a disclaimer is refused that reads otherwise than it looks:', () => {
  const rule = 'proof-disclaimer-letters';

  it('in a font whose ToUnicode lies', () =>
    refuse(
      (it) => {
        const fonts = it.page.node
          .lookup(PDFName.of('Resources'), PDFDict)
          .lookup(PDFName.of('Font'), PDFDict);
        const liar = fonts.lookup(PDFName.of('F4'), PDFDict).clone(it.pdf.context);
        // The glyph of “o” is said to be an “a”: the reader sees “Do not stort or stop”.
        const cmap = `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0060> <0061> endbfchar endcmap`;
        liar.set(PDFName.of('ToUnicode'), it.pdf.context.register(it.pdf.context.stream(cmap)));
        it.addResource('Font', 'Liar', it.pdf.context.register(liar));
        it.changeNotice((text) =>
          text.replace('<003C> Tj', '/Liar 16.6599998 Tf <0060> Tj /F4 16.6599998 Tf'),
        );
      },
      rule,
      /“a” is drawn in a shape that no font of the edition has for it \(font AtkinsonHyperlegibleNext-Regular\)/,
    ));

  /** Lets each “a” be drawn by a font whose file was changed; glyph 60 is the “a”. */
  const changeFont = (change: (font: Uint8Array) => Uint8Array) => (it: Target) => {
    const fonts = it.page.node.lookup(PDFName.of('Resources'), PDFDict).lookup(PDFName.of('Font'), PDFDict);
    const { context } = it.pdf;
    const liar = fonts.lookup(PDFName.of('F4'), PDFDict).clone(context);
    const descendant = liar.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict).clone(context);
    const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict).clone(context);
    const file = descriptor.lookup(PDFName.of('FontFile2'));
    assert.ok(file instanceof PDFRawStream);
    const bytes = change(decodePDFRawStream(file).decode());
    const stream = context.stream(bytes, { Length1: bytes.length });
    descriptor.set(PDFName.of('FontFile2'), context.register(stream));
    descendant.set(PDFName.of('FontDescriptor'), context.register(descriptor));
    liar.set(PDFName.of('DescendantFonts'), context.obj([context.register(descendant)]));
    it.addResource('Font', 'Liar', context.register(liar));
    it.changeNotice((text) => text.replace('<003C> Tj', '/Liar 16.6599998 Tf <003C> Tj /F4 16.6599998 Tf'));
  };
  const unknownShape = /“a” is drawn in a shape that no font of the edition has for it/;

  // The data of the “a” is told to be where that of the “o”, glyph 96, is.
  it('in a font whose outlines were exchanged', () =>
    refuse(
      changeFont((font) => exchangeOutlines(font, 0x3c, 0x60)),
      rule,
      unknownShape,
    ));
  it('in a font in which a letter draws nothing', () =>
    refuse(
      changeFont((font) => emptyOutline(font, 0x3c)),
      rule,
      unknownShape,
    ));
  it('in a font that moves a letter aside', () =>
    refuse(
      changeFont((font) => moveOutline(font, 0x3c)),
      rule,
      unknownShape,
    ));
});

describe('a disclaimer is refused that is not tagged as text:', () => {
  const rule = 'proof-disclaimer-tagged';

  it('with another text read out in its place', () =>
    refuse(
      (it) => {
        for (const element of it.elements()) element.set(PDFName.of('ActualText'), PDFString.of('Nothing'));
      },
      'proof-read-aloud',
      /“Nothing” is read out on page/,
    ));
  it('as a figure', () =>
    refuse(
      (it) => {
        for (const element of it.elements()) {
          element.set(PDFName.of('S'), PDFName.of('Figure'));
          element.set(PDFName.of('Alt'), PDFString.of('Decoration'));
        }
      },
      ['proof-picture-added', rule],
      /a part of it is tagged as Figure/,
    ));
  it('as an artifact', () =>
    refuse(
      (it) => it.changeNotice((text) => text.replace(/^.*BDC/, '/Artifact BMC')),
      'proof-disclaimer-chapter',
      /“Side effects” is not proved: it is missing/,
    ));
});

describe('a disclaimer is refused that is not itself:', () => {
  const rule = 'proof-disclaimer-chapter';

  it('in a wrong order', () =>
    refuse(
      (it) => {
        const [first, , third] = it.contents;
        it.text = it.text
          .replace(`MCID ${first} >>`, 'MCID first >>')
          .replace(`MCID ${third} >>`, `MCID ${first} >>`)
          .replace('MCID first >>', `MCID ${third} >>`);
      },
      rule,
      /“Side effects” is not proved/,
    ));
  it('spelled with letters that look alike', async () => {
    const html = composeHtml(edition, 'handout').replaceAll(
      'General education, not',
      'General education, n\u043et',
    );
    const found = await judge(await printHtml(browser, html, 'handout', edition));
    assert.deepEqual(found.rules, [rule], found.text);
    assert.match(found.text, /“Side effects” is not proved: its text is changed/);
  });
  it('in an annotation only', () =>
    refuse(
      (it) => {
        it.changeNotice((text) => text.replace(/BT[\s\S]*ET/, ''));
        const { left, bottom, right, top } = it.box;
        const note = { Type: 'Annot', Subtype: 'FreeText', Rect: [left, bottom, right, top] };
        const contents = PDFString.of(toText(edition.disclaimer.chapter));
        const annotation = it.pdf.context.obj({
          ...note,
          Contents: contents,
          DA: PDFString.of('/F4 12 Tf 0 g'),
        });
        it.page.node.addAnnot(it.pdf.context.register(annotation));
      },
      [rule, 'proof-pdf-ua', 'proof-plain'],
      /“Side effects” is not proved: it is missing/,
    ));
  it('at 1 pt, for its size alone', async () => {
    const found = await judge(await tamper(sound, (it) => it.resizeNotice(1.3333)));
    assert.deepEqual(found.rules, ['proof-type-size', 'proof-disclaimer-size']);
    assert.match(found.text, /“General education.*” on page \d.* is 1 pt/);
  });
});

describe('a frame is proved, and refused when a black and white copy would lose it, that is drawn', () => {
  const drawn = {
    'as one line': 'border: 1px solid COLOUR',
    'as one line with round corners': 'border: 1px solid COLOUR; border-radius: 6px',
    'as a ring': 'border: 1px solid COLOUR; border-left-width: 6px',
    'as a line for each side': 'border: 2px solid COLOUR; border-left-color: #111',
  };
  for (const [name, style] of Object.entries(drawn)) {
    it(name, async () => {
      const framed = (colour: string) =>
        printSound(browser, edition, `${style.replace('COLOUR', colour)}; padding: 8pt`);
      const { rules, proof } = await judge(await framed('#000'));
      assert.deepEqual(rules, []);
      const where = proof.find(({ check }) => check === 'disclaimer-one-bit')?.where ?? '';
      assert.match(where, /^5 disclaimers, 4 framed/);
      const pale = await judge(await framed('#bbb'));
      assert.deepEqual(pale.rules, ['proof-disclaimer-copy'], pale.text);
      assert.match(pale.text, /the line around its box is lost/);
    });
  }

  it('as four strokes', async () => {
    const frame = ({ left, bottom, right, top }: Box, grey: number) =>
      `/Artifact BMC ${grey} G ${left - 5} ${bottom - 5} m ${left - 5} ${top + 5} l S
       ${right + 5} ${bottom - 5} m ${right + 5} ${top + 5} l S
       ${left - 5} ${bottom - 5} m ${right + 5} ${bottom - 5} l S
       ${left - 5} ${top + 5} m ${right + 5} ${top + 5} l S EMC\n`;
    const bare = await printSound(browser, edition, 'padding: 8pt');
    const draw = (grey: number) =>
      tamper(bare, (it) => {
        it.text = `q ${frame(it.box, grey)} Q ${it.text}`;
      });
    const { rules, proof } = await judge(await draw(0));
    assert.deepEqual(rules, []);
    assert.match(proof.find(({ check }) => check === 'disclaimer-one-bit')?.where ?? '', /, 1 framed/);
    assert.deepEqual((await judge(await draw(0.7))).rules, ['proof-disclaimer-copy']);
  });
});

it('a frame of which one side is gone is refused', () =>
  refuse(
    (it) => it.after(`1 g ${it.box.left - 12} ${it.box.bottom} 10 ${it.box.top - it.box.bottom + 30} re f`),
    'proof-disclaimer-copy',
    /the line around its box is lost/,
  ));
