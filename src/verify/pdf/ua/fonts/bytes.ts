/** Big-endian numbers of a font file, with bounds: beyond the end everything is 0. */
export class Bytes {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** An unsigned number of 1 to 4 bytes. */
  unsigned(at: number, width: number): number {
    let value = 0;
    for (let index = 0; index < width; index += 1) value = value * 256 + (this.#bytes[at + index] ?? 0);
    return value;
  }

  signed16(at: number): number {
    const value = this.unsigned(at, 2);
    return value < 0x8000 ? value : value - 0x10000;
  }

  latin(at: number, length: number): string {
    return new TextDecoder('latin1').decode(this.#bytes.subarray(at, at + length));
  }

  /** A part of it; shorter when it ends before. */
  slice(at: number, length: number): Bytes {
    return new Bytes(this.#bytes.subarray(at, at + length));
  }

  raw(): Uint8Array {
    return this.#bytes;
  }
}
