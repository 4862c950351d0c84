/** Cuts a content stream into operators: places in its bytes, no values (ISO 32000-1, 7.2 and 7.8.2). */

const regular = 0;
const white = 1;
const delimiter = 2;

const classes = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classes[byte] = white;
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = delimiter;

/** No operator is longer: what is, is a word such as `true`, an operand. */
const longestOperator = 3;

/** Names an operator by a number: its characters, the first lowest. */
export function packOperator(name: string): number {
  let packed = 0;
  for (let index = name.length - 1; index >= 0; index -= 1) packed = packed * 256 + name.charCodeAt(index);
  return packed;
}

const inlineImage = packOperator('BI');

/** Goes from operator to operator. An inline image is one operator, `BI`, which ends behind its `EI`. */
export class Scanner {
  readonly bytes: Uint8Array;
  /** As `packOperator` names it. */
  operator = 0;
  /** Where the first operand begins; without operands, the operator. */
  start = 0;
  /** Behind the operator. */
  end = 0;
  /** Where each operand begins; what is behind the count is of an operator before. */
  readonly #operands: number[] = [];
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Moves to the next operator; false at the end of the stream. */
  next(): boolean {
    const { bytes } = this;
    let at = this.end;
    this.#count = 0;
    for (;;) {
      at = skipSpace(bytes, at);
      if (at >= bytes.length) return false;
      if (this.#count === 0) this.start = at;
      const from = at;
      at = skipObject(bytes, at);
      if (isOperator(bytes, from, at)) return this.#stop(from, at);
      this.#operands[this.#count] = from;
      this.#count += 1;
    }
  }

  get operandCount(): number {
    return this.#count;
  }

  /** Where an operand begins; the end of the operator when there is none. @param index from 0 */
  operand(index: number): number {
    return index < this.#count ? (this.#operands[index] as number) : this.end;
  }

  /** A numeric operand; 0 when it is none. */
  number(index: number): number {
    return readNumber(this.bytes, this.operand(index));
  }

  /** A name without its slash; empty when the operand is none. */
  name(index: number): string {
    const from = this.operand(index);
    if (this.bytes[from] !== 0x2f) return '';
    return latin1(this.bytes, from + 1, skipRegular(this.bytes, from + 1));
  }

  #stop(from: number, to: number): true {
    const { bytes } = this;
    let packed = 0;
    for (let at = to - 1; at >= from; at -= 1) packed = packed * 256 + (bytes[at] as number);
    this.operator = packed;
    this.end = packed === inlineImage ? findImageEnd(bytes, to) : to;
    return true;
  }
}

function skipSpace(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x25) at = findLineEnd(bytes, at);
    else if (classes[byte] !== white) return at;
  }
  return bytes.length;
}

function skipRegular(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && classes[bytes[at] as number] === regular) at += 1;
  return at;
}

/** Behind the object or the word that begins here. */
function skipObject(bytes: Uint8Array, from: number): number {
  const byte = bytes[from] as number;
  if (classes[byte] === regular || byte === 0x2f) return skipRegular(bytes, from + 1);
  if (byte === 0x28) return findStringEnd(bytes, from);
  if (byte === 0x5b) return skipGroup(bytes, from + 1, 0x5d, 1);
  if (byte !== 0x3c) return from + 1;
  if (bytes[from + 1] === 0x3c) return skipGroup(bytes, from + 2, 0x3e, 2);
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== 0x3e) at += 1;
  return Math.min(at + 1, bytes.length);
}

/** Behind an array or a dictionary. */
function skipGroup(bytes: Uint8Array, from: number, closing: number, length: number): number {
  let at = skipSpace(bytes, from);
  while (at < bytes.length && bytes[at] !== closing) at = skipSpace(bytes, skipObject(bytes, at));
  return Math.min(at + length, bytes.length);
}

function isOperator(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > longestOperator) return false;
  const first = bytes[from] as number;
  return classes[first] === regular && !isNumeric(first);
}

/** Digits and `+ - .`; a comma and a slash stand between them, and begin no operator. */
function isNumeric(byte: number): boolean {
  return byte >= 0x2b && byte <= 0x39;
}

function findLineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
  return at;
}

/** Parentheses nest; a backslash takes the next byte's meaning away (7.3.4.2). */
function findStringEnd(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}

/** How far behind an `EI` only text may stand: image data seldom holds so much of it. */
const lookahead = 12;

/** Image data may hold `EI` too: the end is one between white space with text behind it (8.9.7). */
function findImageEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x45, from); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    const apart = classes[bytes[at - 1] ?? 0] === white && classes[bytes[at + 2] ?? 0x20] === white;
    if (bytes[at + 1] === 0x49 && apart && isText(bytes, at + 2)) return at + 2;
  }
  return bytes.length;
}

function isText(bytes: Uint8Array, from: number): boolean {
  const ahead = bytes.subarray(from, from + lookahead);
  return ahead.every(
    (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09,
  );
}

function readNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  const negative = bytes[at] === 0x2d;
  if (negative || bytes[at] === 0x2b) at += 1;
  let value = 0;
  let scale = 0;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x2e && scale === 0) scale = 1;
    else if (byte < 0x30 || byte > 0x39) break;
    else {
      value = value * 10 + byte - 0x30;
      scale *= 10;
    }
  }
  const size = scale > 1 ? value / scale : value;
  return negative ? -size : size;
}

/** A piece of the stream as a string, one character for each byte. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}
