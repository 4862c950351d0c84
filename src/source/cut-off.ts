/**
 * Whether a picture ends before its end: a copy that broke off. Browsers show what there is of it, and the rest
 * of a diagram would be missing on paper without a word.
 */
import type { Picture } from '../model.ts';

const tests: Readonly<Record<Picture['mediaType'], (bytes: Uint8Array) => boolean>> = {
  'image/png': (bytes) => !isWholePng(bytes),
  'image/jpeg': (bytes) => !isWholeJpeg(bytes),
  'image/gif': (bytes) => !endsGif(bytes),
  'image/webp': (bytes) => viewOf(bytes).getUint32(4, true) + 8 > bytes.length,
  'image/svg+xml': () => false, // malformed XML is told by svg.ts
};

/** Says so of bytes whose type is known. */
export function isCutOff(bytes: Uint8Array, mediaType: Picture['mediaType']): boolean {
  return tests[mediaType](bytes);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Every chunk has its length before it, and IEND is the last (PNG, third edition, 5.3 and 11.2.5). */
function isWholePng(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const end = 0x49454e44;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === end) return true;
  }
  return false;
}

/**
 * An end-of-image marker comes after the first scan; in a scan 0xFF is followed by another byte (ITU-T T.81,
 * B.1.1.5). Thumbnails in the segments before it have markers of their own.
 */
function isWholeJpeg(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const [scan, end] = [0xda, 0xd9];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== scan) {
    at += bytes[at + 1] === 0xff ? 1 : 2 + view.getUint16(at + 2); // a marker may have fill bytes before it
  }
  for (let next = bytes.indexOf(0xff, at); next !== -1; next = bytes.indexOf(0xff, next + 1)) {
    if (bytes[next + 1] === end) return true;
  }
  return false;
}

/** The trailer is the last byte but for what programs append (GIF 89a, 27). */
function endsGif(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes[end - 1] === 0x3b;
}
