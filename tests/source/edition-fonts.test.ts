import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { readWith } from '../fixtures/edition.ts';
import { baseFolder } from '../fixtures/folder.ts';

const yaml = readFileSync(`${baseFolder}/edition.yaml`, 'utf8');
const require = createRequire(import.meta.url);
const woff = readFileSync(
  new URL('../fixtures/languages/zh/fonts/noto-sans-sc-subset-400.woff', import.meta.url),
);
const woff2 = readFileSync(
  require.resolve('@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2'),
);

/** A WOFF file as the TrueType file that is in it (WOFF 1.0, 4 and 5). */
function unpack(file: Buffer): Buffer {
  const count = file.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  file.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = file.subarray(44 + 20 * index, 64 + 20 * index);
    const [start, packed, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
    const stored = file.subarray(start, start + packed);
    const table = packed < length ? inflateSync(stored) : stored;
    const row = 12 + 16 * index;
    entry.copy(head, row, 0, 4);
    entry.copy(head, row + 4, 16, 20);
    head.writeUInt32BE(offset, row + 8);
    head.writeUInt32BE(length, row + 12);
    tables.push(table, Buffer.alloc((4 - (length % 4)) % 4));
    offset += table.length + ((4 - (length % 4)) % 4);
  }
  return Buffer.concat([head, ...tables]);
}

/** The same font, with other bits in `fsType` (OpenType 1.9, OS/2). */
function restrict(ttf: Buffer, fsType: number): Buffer {
  const copy = Buffer.from(ttf);
  const row = copy.indexOf('OS/2', 12, 'latin1');
  copy.writeUInt16BE(fsType, copy.readUInt32BE(row + 8) + 8);
  return copy;
}

function readWithFont(file: string, bytes: Uint8Array | undefined, rest = '') {
  const fonts = `fonts:\n  - family: A Family\n    file: ${file}\n${rest}`;
  return readWith({ 'edition.yaml': yaml.replace('segments:', `${fonts}segments:`), [file]: bytes });
}

const ttf = unpack(woff);

for (const [file, bytes, mediaType, character] of [
  ['fonts/a.woff', woff, 'font/woff', 0x7761],
  ['fonts/a.ttf', ttf, 'font/ttf', 0x7761],
  ['fonts/a.woff2', woff2, 'font/woff2', 0x5d0],
] as const) {
  test(`${file} is read, with the characters that it has`, async () => {
    const { edition, told } = await readWithFont(file, bytes);
    assert.deepEqual(told, []);
    const [font] = edition?.fonts ?? [];
    assert.deepEqual([font?.family, font?.weight, font?.style], ['A Family', 400, 'normal']);
    assert.equal(font?.mediaType, mediaType);
    const ranges = (font?.coverage ?? '').split(' ').map((range) => {
      const [first = '', last = first] = range.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    });
    const has = (code: number) => ranges.some(([first, last]) => code >= first && code <= last);
    assert.ok(has(character));
    assert.ok(!has(0x1f600));
  });
}

const refusals: Readonly<Record<string, readonly [string, Uint8Array | undefined, RegExp]>> = {
  'that is not there': ['fonts/a.woff2', undefined, /^fonts\/a\.woff2 file-missing/],
  'that is another format than its name says': [
    'fonts/a.woff2',
    woff,
    /^edition\.yaml:\d+:11 font-type: .* a damaged or misnamed WOFF font, expected WOFF 2$/,
  ],
  'that is no font': [
    'fonts/a.ttf',
    Buffer.from('<html>'),
    /font-type: .* no known font, expected TrueType$/,
  ],
  'that is cut short': [
    'fonts/a.woff',
    woff.subarray(0, 400),
    /font-type: .* a damaged or misnamed WOFF font/,
  ],
  'that is a collection': ['fonts/a.ttf', Buffer.from('ttcf\0\0\0\0'), /font-type: .* a collection of fonts/],
  'that must not be embedded': ['fonts/a.ttf', restrict(ttf, 2), /font-restricted: The font fonts\/a\.ttf/],
  'that must not be cut to the letters used': ['fonts/a.ttf', restrict(ttf, 0x100), /font-restricted/],
  'outside its folder': ['fonts/../../a.ttf', undefined, /value-unexpected/],
  'in a format for the web of yesterday': ['fonts/a.eot', woff, /value-unexpected/],
};

for (const [name, [file, bytes, expected]] of Object.entries(refusals)) {
  test(`a font ${name} is refused`, async () => {
    const { edition, told } = await readWithFont(file, bytes);
    assert.equal(edition, undefined);
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(told[0] ?? '', expected);
  });
}

test('a weight that is none is refused', async () => {
  const { told } = await readWithFont('fonts/a.ttf', ttf, '    weight: bold\n');
  assert.match(told.join(), /value-unexpected: Unexpected value .* expected a weight from 100 to 900/);
});
