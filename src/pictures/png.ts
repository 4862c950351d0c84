/** A minimal writer of PNG (ISO/IEC 15948): greyscale, 16 levels, one image; the same pixels give the same bytes. */
import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Bit depth 4, colour type 0 (greyscale), deflate, adaptive filters, not interlaced. */
const format = [4, 0, 0, 0, 0];
/** Sixteen levels: 255 is the last one. */
const step = 255 / 15;

/** @param grey one byte for each pixel, 0 is black, row by row */
export function writePng(grey: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  if (grey.length < widthPx * heightPx) throw new TypeError('There are fewer pixels than the size says');
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, widthPx);
  view.setUint32(4, heightPx);
  header.set(format, 8);
  const pixels = zlibSync(pack(grey, widthPx, heightPx), { level: 6 });
  return join([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', new Uint8Array())]);
}

/** Two pixels a byte, the left one in the upper half; each row begins with its filter, 0 (none). */
function pack(grey: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const row = 1 + Math.ceil(widthPx / 2);
  const packed = new Uint8Array(row * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const level = Math.round((grey[y * widthPx + x] ?? 0) / step);
      const at = y * row + 1 + (x >> 1);
      packed[at] = (packed[at] ?? 0) | (x % 2 === 0 ? level << 4 : level);
    }
  }
  return packed;
}

/** Length, type, data, and the CRC of type and data (clause 5.3). */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const typed = join([new TextEncoder().encode(type), data]);
  const ends = new DataView(new ArrayBuffer(8));
  ends.setUint32(0, data.length);
  ends.setUint32(4, crc32(typed));
  const bytes = new Uint8Array(ends.buffer);
  return join([bytes.subarray(0, 4), typed, bytes.subarray(4)]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
