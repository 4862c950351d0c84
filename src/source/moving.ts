/** Whether a picture has more than one image, shown one after the other. */
import type { Picture } from '../model.ts';

/** Says so of a whole file whose type is known. */
export function isMoving(bytes: Uint8Array, mediaType: Picture['mediaType']): boolean {
  if (mediaType === 'image/gif') return countGifImages(bytes) > 1;
  if (mediaType === 'image/webp') return hasAnimationFlag(bytes);
  return mediaType === 'image/png' && hasAnimationControl(bytes);
}

/** The chunk `VP8X` comes first, and has a flag (RFC 9649, section 2.7). */
function hasAnimationFlag(bytes: Uint8Array): boolean {
  return nameAt(bytes, 12) === 'VP8X' && ((bytes[20] ?? 0) & 0b10) !== 0;
}

/** The chunk `acTL` stands before the image data (PNG, third edition, section 11.3.4.1). */
function hasAnimationControl(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = nameAt(bytes, at + 4);
    if (name === 'acTL') return true;
    if (name === 'IDAT') return false;
  }
  return false;
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** Blocks of a GIF (GIF89a, sections 20 to 27): an image is `,`, an extension `!`, the end `;`. */
function countGifImages(bytes: Uint8Array): number {
  let at = 13 + tableSize(bytes[10] ?? 0);
  let images = 0;
  while (at < bytes.length) {
    if (bytes[at] === 0x21) at = skipSubBlocks(bytes, at + 2);
    else if (bytes[at] === 0x2c) {
      images += 1;
      at = skipSubBlocks(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0));
    } else return images;
  }
  return images;
}

/** Bytes of the colour table that the flags tell of. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0b111) + 1) : 0;
}

function skipSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  while ((bytes[at] ?? 0) !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}
