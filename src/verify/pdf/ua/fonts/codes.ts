/** From bytes of a string to character codes (ISO 32000-1, 9.7.6.2). */

/** Codes of one length. */
export interface CodeRange {
  /** Bytes of a code. */
  readonly width: number;
  readonly low: number;
  readonly high: number;
}

/** How many bytes make a code: always the same number, or as the ranges say. */
export type CodeSpace = { readonly width: number } | { readonly ranges: readonly CodeRange[] };

/** Calls `take` with each code, in order. Bytes in no range are codes of the shortest length. */
export function forEachCode(bytes: Uint8Array, space: CodeSpace, take: (code: number) => void): void {
  if ('ranges' in space) {
    readByRanges(bytes, space.ranges, take);
    return;
  }
  if (space.width === 1) for (const code of bytes) take(code);
  else for (let at = 0; at + 1 < bytes.length; at += 2) take((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
}

function readByRanges(bytes: Uint8Array, ranges: readonly CodeRange[], take: (code: number) => void): void {
  const shortest = Math.min(4, ...ranges.map(({ width }) => width));
  for (let at = 0; at < bytes.length; ) {
    const range = ranges.find((candidate) => isInside(bytes, at, candidate));
    const width = Math.max(range?.width ?? shortest, 1);
    take(readCode(bytes, at, width));
    at += width;
  }
}

/** Every byte of a code lies between those of the range's ends. */
function isInside(bytes: Uint8Array, at: number, { width, low, high }: CodeRange): boolean {
  if (at + width > bytes.length) return false;
  for (let index = 0; index < width; index += 1) {
    const scale = 256 ** (width - 1 - index);
    const byte = bytes[at + index] ?? 0;
    if (byte < Math.floor(low / scale) % 256 || byte > Math.floor(high / scale) % 256) return false;
  }
  return true;
}

function readCode(bytes: Uint8Array, at: number, width: number): number {
  let code = 0;
  for (let index = 0; index < width; index += 1) code = code * 256 + (bytes[at + index] ?? 0);
  return code;
}
