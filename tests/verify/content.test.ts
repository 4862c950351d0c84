/** Reading the content of a PDF page: tokens, codes, marked content and links. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';
import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { readCMap } from '../../src/verify/pdf/cmap.ts';
import { createFontReader } from '../../src/verify/pdf/fonts.ts';
import { findFault } from '../../src/verify/pdf/links.ts';
import { readMarkedText } from '../../src/verify/pdf/marked-text.ts';
import { dataOf } from '../../src/verify/pdf/objects.ts';
import type { PdfFile, PdfPage } from '../../src/verify/pdf/open.ts';
import { forEachOperation, type LetterRow, type Operation, type Text } from '../../src/verify/pdf/tokens.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const operations = (text: string) => listOperations(bytes(text));

function listOperations(content: Uint8Array): Operation[] {
  const found: Operation[] = [];
  forEachOperation(content, (operation) => found.push(operation));
  return found;
}

test('numbers, names, strings, arrays and dictionaries are read as they are written', () => {
  const [only] = operations('/P<</MCID 3/A[1 -.5 /B]/S(a\\(b\\)\\101\\\nc)/H<4 14>>>BDC % EMC\n');
  assert.equal(only?.operator, 'BDC');
  const [tag, properties] = only?.operands ?? [];
  assert.deepEqual(tag, { name: 'P' });
  assert.deepEqual(
    properties,
    new Map<string, unknown>([
      ['MCID', 3],
      ['A', [1, -0.5, { name: 'B' }]],
      ['S', { bytes: bytes('a(b)Ac') }],
      ['H', { bytes: bytes('A@') }],
    ]),
  );
});

test('names are told apart whatever their length and however often they come', () => {
  const written = ['/', '/A', '/#41', '/#00A', '/AB', '/BA', '/Abcdef', '/Abcdeg', '/Abcdefg', '/A#20b'];
  const names = ['', 'A', 'A', '\0A', 'AB', 'BA', 'Abcdef', 'Abcdeg', 'Abcdefg', 'A b'];
  const [{ operands } = { operands: [] }] = operations(`${written.join(' ')} ${written.join(' ')} gs`);
  assert.deepEqual(
    operands,
    [...names, ...names].map((name) => ({ name })),
  );
});

test('strings in hexadecimal are read in either case, with white space in them, and with an odd last digit', () => {
  const [{ operands } = { operands: [] }] = operations(
    '[<00aF> <00AF> <00 1> <0 01> <7> <> <0x12> <001234>] TJ',
  );
  const texts = [[0, 0xaf], [0, 0xaf], [0, 0x10], [0, 0x10], [0x70], [], [0x01, 0x20], [0, 0x12, 0x34]];
  assert.deepEqual(operands, [texts.map((text) => ({ bytes: Uint8Array.from(text) }))]);
});

/** Letters in a row told one by one. */
function spellOut(content: Uint8Array): Operation[] {
  const found: Operation[] = [];
  const takeRow = ({ length, x, y, texts }: LetterRow) => {
    for (let at = 0; at < length; at += 1)
      found.push(
        { operator: 'Td', operands: [Number(x[at]), Number(y[at])] },
        { operator: 'Tj', operands: [texts[at] as Text] },
      );
  };
  forEachOperation(content, (operation) => found.push(operation), takeRow);
  return found;
}

test('letters in a row are the same operations as one by one, wherever the row ends', () => {
  const piece = fc.constantFrom(
    ...[
      '<0037> Tj',
      '<00a7>Tj',
      '<0037> Tj*',
      '<37> Tj',
      '<0037> TJ',
      '6.5 0 Td',
      '-.5 +1 Td',
      '1 Td',
      '1 2 Tdx',
    ],
    ...['(a) Tj', '3', '4-', '/F', 'ET', '%', '\n', '<<', '>>', '[', ']', 'Td', 'Tj'],
  );
  const whole = '6.5 0 Td <0037> Tj';
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.constant(whole)), { maxLength: 30 }),
      fc.boolean(),
      (pieces, isOpen) => {
        const content = bytes(pieces.join(isOpen ? ' ' : '\n'));
        assert.deepEqual(spellOut(content), listOperations(content));
      },
    ),
    { numRuns: 2000 },
  );
  const long = bytes(`<0037> Tj\n${`${whole}\n`.repeat(2500)}`);
  assert.deepEqual(spellOut(long), listOperations(long));
});

test('an inline image is one operation, and its data is not read as operators', () => {
  assert.deepEqual(
    operations('BI /W 1 ID (EMC EIx Tj EI Q').map(({ operator }) => operator),
    ['EI', 'Q'],
  );
});

test('any bytes are read to their end without an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (random) => {
      assert.ok(listOperations(random).length <= random.length);
    }),
  );
  assert.ok(operations('['.repeat(10_000)).length < 10_000);
  assert.ok(operations('<<'.repeat(10_000)).length < 10_000);
});

test('data of a stream comes without its filter, with a predictor undone, and damaged as far as it can be read', () => {
  const text = bytes('BT (Ask your doctor.) Tj ET '.repeat(50));
  const packed = zlibSync(text);
  const streamOf = (data: Uint8Array, entries: Record<string, PdfObject> = {}) =>
    PdfStream.fromDict({ Filter: PdfName.of('FlateDecode'), ...entries }, data);
  assert.deepEqual(new Uint8Array(dataOf(streamOf(packed))), text);
  assert.deepEqual(dataOf(PdfStream.fromDict({}, text)), text);
  const rows = Uint8Array.of(2, 1, 2, 3, 2, 1, 1, 1); // each the difference from the one above
  const predictor = PdfDict.of({ Predictor: PdfNumber.of(12), Columns: PdfNumber.of(3) });
  assert.deepEqual(
    new Uint8Array(dataOf(streamOf(zlibSync(rows), { DecodeParms: predictor }))),
    Uint8Array.of(1, 2, 3, 2, 3, 4),
  );
  const damaged = streamOf(packed.subarray(0, packed.length - 8));
  assert.deepEqual(dataOf(damaged), damaged.getDecodedData());
});

test('codes mean what the table says, one by one, in ranges and in lists; others mean nothing', () => {
  const byCode = readCMap(
    bytes(
      '1 beginbfchar <0003><00660069> endbfchar 2 beginbfrange <0010><0012><0041> <0020><0021>[<0078><0079>] endbfrange',
    ),
  );
  const texts = [0x03, 0x10, 0x12, 0x21, 0x99].map((code) => byCode.get(code));
  assert.deepEqual(texts, ['fi', 'A', 'C', 'y', undefined]);
});

const helvetica = PdfDict.of({
  Type: PdfName.of('Font'),
  Subtype: PdfName.of('Type1'),
  BaseFont: PdfName.of('Helvetica'),
  FirstChar: PdfNumber.of(32),
  Widths: PdfArray.of(...Array.from({ length: 96 }, () => PdfNumber.of(500))),
});

function fileOf(content: string, objects: Readonly<Record<string, PdfObject>> = {}): [PdfFile, PdfPage] {
  const resources = PdfDict.of({
    Font: PdfDict.of({ F: helvetica }),
    XObject: PdfDict.of(objects),
    Properties: PdfDict.of({ Two: PdfDict.of({ MCID: PdfNumber.of(2) }) }),
  });
  const page = {
    number: 1,
    object: 7,
    dict: PdfDict.of({}),
    resources,
    box: { left: 0, bottom: 0, right: 612, top: 792 },
    sheet: { left: 0, bottom: 0, right: 612, top: 792 },
  };
  const file = {
    header: '%PDF-1.7',
    catalog: PdfDict.of({}),
    info: undefined,
    encryption: undefined,
    pages: [page],
    resolve: (object: PdfObject | undefined) => object,
    contentOf: () => bytes(content),
  };
  return [file, page];
}

function read(content: string, objects?: Readonly<Record<string, PdfObject>>) {
  const [file, page] = fileOf(content, objects);
  return readMarkedText(file, page, createFontReader(file.resolve), 'ltr');
}

test('text belongs to the marked content around it, a ligature’s span too; an artifact belongs to none', () => {
  const { tagged, untagged } = read(
    '/F 9 Tf /P<</MCID 1>>BDC BT(Read this )Tj /Span<</ActualText(x)>>BDC(fi)Tj EMC [(r)-20(st)]TJ ET EMC ' +
      '/Artifact<</Type/Pagination>>BDC BT(margin)Tj ET EMC BT 0 20 Td(loose)Tj ET',
  );
  assert.deepEqual([...tagged], [['7/1', 'Read this first']]);
  assert.deepEqual(untagged, ['margin', 'loose']);
});

test('marked content may be named in the resources, and its end does not reach beyond its form', () => {
  const form = PdfStream.fromDict({ Subtype: PdfName.of('Form') }, bytes('EMC EMC BT(inside)Tj ET'));
  const { tagged } = read('/F 9 Tf /P/Two BDC /X Do BT 27 0 Td( after)Tj ET EMC', { X: form });
  assert.deepEqual([...tagged], [['7/2', 'inside after']]);
});

test('a form that draws itself comes to an end', () => {
  const form = PdfStream.fromDict({ Subtype: PdfName.of('Form') }, bytes('BT/F 9 Tf(x)Tj ET /X Do'));
  const { untagged } = read('/X Do', { X: form });
  assert.ok(untagged.length < 100);
});

test('text in a font that is not there is unreadable, and says so', () => {
  assert.deepEqual(read('BT/G 9 Tf(abc)Tj ET').untagged, ['\uFFFD']);
});

test('a link leads to a known place or to the web, and nowhere else', () => {
  const [file] = fileOf('');
  const here = PdfArray.of(PdfRef.of(7), PdfName.of('Fit'));
  const destinations = new Map<string, PdfObject>([
    ['here', here],
    ['lost', PdfArray.of(PdfRef.of(8), PdfName.of('Fit'))],
  ]);
  const fault = (link: Record<string, PdfObject>) => findFault(PdfDict.of(link), file, destinations);
  const action = (kind: string, key: string, value: PdfObject) => ({
    A: PdfDict.of({ S: PdfName.of(kind), [key]: value }),
  });
  assert.equal(fault({ Dest: PdfName.of('here') }), undefined);
  assert.equal(fault({ Dest: here }), undefined);
  assert.equal(fault(action('GoTo', 'D', PdfString.fromString('here'))), undefined);
  assert.equal(fault({ Dest: PdfName.of('gone') }), '#gone');
  assert.equal(fault({ Dest: PdfName.of('lost') }), '#lost');
  assert.equal(fault({}), 'it has no target');
  assert.equal(fault(action('Launch', 'F', PdfString.fromString('a.exe'))), 'Launch');
  for (const url of ['https://example.org/', 'mailto:a@example.org', 'tel:911']) {
    assert.equal(fault(action('URI', 'URI', PdfString.fromString(url))), undefined);
  }
  for (const url of [
    'file:///a',
    'javascript:x()',
    'about:blank#a',
    'http://localhost:80/a',
    'https://caveat.invalid/a#b',
  ]) {
    assert.equal(fault(action('URI', 'URI', PdfString.fromString(url))), url);
  }
});
