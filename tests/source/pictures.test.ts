import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { readWith, segmentFile } from '../fixtures/edition.ts';
import { baseFolder } from '../fixtures/folder.ts';

const png = await readFile(join(baseFolder, 'images/bed.png'));
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

/** Reads the base edition with the chapter's text replaced by pictures at these addresses. */
function readImages(urls: readonly string[], overlay: Record<string, string | Uint8Array> = {}) {
  const text = urls.map((url) => `![x](${url})\n`).join('\n');
  return readWith({ 'segments/02-sleep.md': segmentFile(text), ...overlay });
}

test('a picture is read with its type and size', async () => {
  const { edition } = await readWith({});
  assert.deepEqual(edition?.pictures.get('images/bed.png'), {
    path: 'images/bed.png',
    mediaType: 'image/png',
    bytes: png,
    widthPx: 4,
    heightPx: 3,
  });
});

test('the address that an editor’s preview needs leads to the same file, which is read once', async () => {
  const urls = [
    'images/bed.png',
    '../images/bed.png',
    './images/bed.png',
    'images/./bed.png',
    'images/b%65d.png',
  ];
  const { edition, told } = await readImages(urls);
  assert.deepEqual(told, []);
  assert.deepEqual([...(edition?.pictures.keys() ?? [])], ['images/bed.png']);
  const paragraphs = edition?.segments[1]?.root.children ?? [];
  const rewritten = paragraphs.map((node) =>
    node.type === 'paragraph' && node.children[0]?.type === 'image' ? node.children[0].url : '',
  );
  assert.deepEqual(
    rewritten,
    urls.map(() => 'images/bed.png'),
  );
});

test('a picture named by a definition is read too', async () => {
  const { edition, told } = await readWith({
    'segments/02-sleep.md': segmentFile('![A bed][bed]\n\n[bed]: ../images/bed.png\n'),
  });
  assert.deepEqual(told, []);
  assert.ok(edition?.pictures.has('images/bed.png'));
});

test('an address outside images/ is refused, however it is written', async () => {
  const urls = [
    '../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    'https://example.org/x.png',
    '//example.org/x.png',
    'data:image/png;base64,AA',
    'images/../../x.png',
    'images/..%2f..%2fx.png',
    'images/%',
    'bed.png',
    'images\\bed.png',
    'images/bed.png?x',
    'images/bed.png#x',
    '<images/my bed.png>',
  ];
  const { told } = await readImages(urls);
  const refused = told.filter((line) => line.includes('image-outside'));
  assert.equal(refused.length, urls.length, told.join('\n'));
  assert.equal(
    refused[0],
    'segments/02-sleep.md:6:1 image-outside: Unexpected image address ../../etc/passwd, expected a file such as images/scale.png',
  );
});

test('a missing picture is told where it is used, once', async () => {
  const { told } = await readImages(['images/gone.png', 'images/gone.png', 'images/bed.png']);
  assert.deepEqual(told, ['segments/02-sleep.md:6:1 image-missing: Missing image images/gone.png']);
});

test('a picture whose bytes are not what its name says is refused', async () => {
  const { told } = await readImages(
    ['images/a.jpg', 'images/b.png', 'images/c.bmp', 'images/d.svg', 'images/e.png', 'images/bed.png'],
    {
      'images/a.jpg': png,
      'images/b.png': 'not a picture',
      'images/c.bmp': png,
      'images/d.svg': '<html/>',
      'images/e.png': '',
    },
  );
  assert.deepEqual(told, [
    'segments/02-sleep.md:6:1 image-type: Unexpected bytes in images/a.jpg: png, expected jpg',
    'segments/02-sleep.md:8:1 image-type: Unexpected bytes in images/b.png: no known picture, expected png',
    'segments/02-sleep.md:10:1 image-type: Unexpected bytes in images/c.bmp: png, expected PNG, JPEG, GIF, WebP or SVG',
    'segments/02-sleep.md:12:1 image-type: Unexpected bytes in images/d.svg: no known picture, expected svg',
    'segments/02-sleep.md:14:1 image-type: Unexpected bytes in images/e.png: no known picture, expected png',
  ]);
});

test('an ending in capitals is the same ending', async () => {
  const { told } = await readImages(['images/BED.PNG', 'images/bed.png'], { 'images/BED.PNG': png });
  assert.deepEqual(told, []);
});

test('an SVG that does more than show is refused at its use', async () => {
  const active = svg.replace('/>', '><script>alert(1)</script></svg>');
  const { edition, told } = await readImages(['images/a.svg', 'images/bed.png'], { 'images/a.svg': active });
  assert.equal(edition, undefined);
  assert.deepEqual(told, [
    'segments/02-sleep.md:6:1 image-active: Unexpected <script> in images/a.svg, expected a still picture',
  ]);
  assert.deepEqual((await readImages(['images/a.svg', 'images/bed.png'], { 'images/a.svg': svg })).told, []);
});

test('a file in images/ that nothing uses is a warning, in folders below too', async () => {
  const { edition, told } = await readWith({ 'images/x.png': png, 'images/more/y.png': png });
  assert.ok(edition);
  assert.deepEqual(told, [
    'images/more/y.png image-unused: Image images/more/y.png is used nowhere and will not be printed',
    'images/x.png image-unused: Image images/x.png is used nowhere and will not be printed',
  ]);
});

test('a picture that breaks off before its end is refused, whatever its type', async () => {
  const canvas = createCanvas(60, 40);
  const whole = {
    'a.png': png,
    'a.jpg': canvas.toBuffer('image/jpeg'),
    'a.webp': canvas.toBuffer('image/webp'),
    'a.gif': Buffer.from('R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64'),
  };
  const name = ([file, bytes]: readonly [string, Uint8Array]) => [`images/${file}`, bytes] as const;
  const urls = Object.keys(whole).map((file) => `images/${file}`);
  const { told } = await readImages(urls, Object.fromEntries(Object.entries(whole).map(name)));
  assert.deepEqual(told, [
    'images/bed.png image-unused: Image images/bed.png is used nowhere and will not be printed',
  ]);
  for (const [file, bytes] of Object.entries(whole)) {
    const cut = bytes.subarray(0, bytes.length - (file === 'a.png' ? 12 : 3));
    const { told } = await readImages([`images/${file}`], { [`images/${file}`]: cut });
    assert.match(
      told.join('\n'),
      /image-type: Unexpected bytes in images\/a\.\w+: a picture that is cut off/,
    );
  }
});

test('the end of a thumbnail in a JPEG is not the end of the picture', async () => {
  const jpeg = createCanvas(60, 40).toBuffer('image/jpeg');
  const thumbnail = Buffer.from([0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9]);
  const cut = Buffer.concat([jpeg.subarray(0, 2), thumbnail, jpeg.subarray(2, -2)]);
  const { told } = await readImages(['images/a.jpg'], { 'images/a.jpg': cut });
  assert.match(told.join('\n'), /a picture that is cut off/);
});

test('an SVG that has no size says what it lacks', async () => {
  const bare = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="4" height="3"/></svg>');
  const { told } = await readImages(['images/a.svg'], { 'images/a.svg': bare });
  assert.match(told.join('\n'), /image-type: .*: a drawing without `viewBox`, or `width` and `height`/);
});

/** A chunk of a PNG behind its first one, which has 33 bytes with the signature; its check sum is not read. */
const pngWith = (name: string) =>
  Buffer.concat([
    png.subarray(0, 33),
    Buffer.from([0, 0, 0, 0]),
    Buffer.from(name),
    Buffer.alloc(4),
    png.subarray(33),
  ]);
const gifOf = (images: number) => {
  const image = '21f90400000000002c0000000001000100000202440100';
  return Buffer.from(`47494638396101000100800000000000ffffff${image.repeat(images)}3b`, 'hex');
};
/** An extended WebP header before the chunks of a plain one. */
const webpWith = (flags: number) => {
  const chunks = createCanvas(60, 40).toBuffer('image/webp').subarray(12);
  const extended = Buffer.from([...Buffer.from('VP8X'), 10, 0, 0, 0, flags, 0, 0, 0, 59, 0, 0, 39, 0, 0]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(4 + extended.length + chunks.length);
  return Buffer.concat([Buffer.from('RIFF'), length, Buffer.from('WEBP'), extended, chunks]);
};

test('a moving picture is let pass with a warning that print shows one image of it', async () => {
  const pictures = {
    'images/a.gif': gifOf(2),
    'images/b.png': pngWith('acTL'),
    'images/c.webp': webpWith(0b10),
    'images/d.gif': gifOf(1),
    'images/e.png': pngWith('tEXt'),
    'images/f.webp': webpWith(0),
  };
  const { told, edition } = await readImages(Object.keys(pictures), pictures);
  assert.ok(edition);
  assert.deepEqual(
    told.flatMap((line) => /image-moving: (\S+) is a moving picture/.exec(line)?.[1] ?? []),
    ['images/a.gif', 'images/b.png', 'images/c.webp'],
  );
  assert.equal(told.filter((line) => line.includes('image-type')).length, 0, told.join('\n'));
});
