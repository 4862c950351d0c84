/** The tokens of a content stream (ISO 32000-1, 7.2 to 7.3 and 7.8.2). */

/** Bytes of a string. */
export interface Text {
  readonly bytes: Uint8Array;
}

/** A name without its slash. */
export interface Name {
  readonly name: string;
}

/** What stands before an operator. */
export type Operand =
  | number
  | Text
  | Name
  | readonly Operand[]
  | ReadonlyMap<string, Operand>
  | boolean
  | null;

/** An operator with its operands. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

const space = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const ends = Array.from({ length: 256 }, (_, byte) => space.has(byte) || delimiters.has(byte));

/** More operands than any operator takes: rubbish is not gathered without end. */
const mostOperands = 1000;
/** Nested deeper, an array or dictionary is an attack. */
const deepestNesting = 50;

/** An image within the content stream is told as one operation, without its data (8.9.7). */
export const inlineImage = 'EI';

/** Reads the operations of a content stream, in order. What makes no sense is skipped, as viewers do. */
export function* readOperations(bytes: Uint8Array): Generator<Operation> {
  const lexer = new Lexer(bytes);
  let operands: Operand[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof Keyword)) {
      if (operands.length < mostOperands) operands.push(token);
      continue;
    }
    if (token.word === 'BI') lexer.skipInlineImage();
    yield { operator: token.word === 'BI' ? inlineImage : token.word, operands };
    operands = [];
  }
}

class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

/** Few words, told again and again. */
const keywords = new Map<number, Keyword>();
/** Operators have at most so many bytes. */
const longestOperator = 3;
/** Longer ones are no operators and no names; what is beyond is passed over. */
const longestWord = 200;

/** The keyword of so many bytes, each once. */
function findKeyword(bytes: Uint8Array, start: number, end: number): Keyword {
  let key = 0;
  for (let at = start; at < end; at += 1) key = key * 256 + (bytes[at] ?? 0);
  const known = keywords.get(key);
  if (known) return known;
  const keyword = new Keyword(String.fromCharCode(...bytes.subarray(start, end)));
  keywords.set(key, keyword);
  return keyword;
}

class Lexer {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next operand or keyword; undefined at the end. */
  next(depth = 0): Operand | Keyword | undefined {
    this.#skipSpace();
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return undefined;
    if (byte === 0x28) return { bytes: this.#literal() };
    if (byte === 0x2f) return { name: this.#name() };
    if (byte === 0x3c && this.#bytes[this.#at + 1] === 0x3c) return this.#dictionary(depth);
    if (byte === 0x3c) return { bytes: this.#hexadecimal() };
    if (byte === 0x5b) return this.#array(depth);
    if (delimiters.has(byte)) {
      const start = this.#at;
      this.#at += byte === 0x3e && this.#bytes[start + 1] === 0x3e ? 2 : 1;
      return findKeyword(this.#bytes, start, start + 1);
    }
    return this.#word();
  }

  /** `BI … ID` data `EI`: the data ends at an EI between white space (8.9.7). */
  skipInlineImage(): void {
    const bytes = this.#bytes;
    for (; this.#at < bytes.length; this.#at += 1) {
      const isEnd = bytes[this.#at] === 0x45 && bytes[this.#at + 1] === 0x49;
      if (!isEnd || !space.has(bytes[this.#at - 1] ?? 0)) continue;
      const after = bytes[this.#at + 2];
      if (after !== undefined && !space.has(after)) continue;
      this.#at += 2;
      return;
    }
  }

  #skipSpace(): void {
    for (let byte = this.#bytes[this.#at]; byte !== undefined; byte = this.#bytes[this.#at]) {
      if (byte === 0x25) this.#skipComment();
      else if (space.has(byte)) this.#at += 1;
      else return;
    }
  }

  #skipComment(): void {
    for (let byte = this.#bytes[this.#at]; byte !== undefined; byte = this.#bytes[this.#at]) {
      if (byte === 0x0a || byte === 0x0d) return;
      this.#at += 1;
    }
  }

  /** Goes to the end of a run of regular characters, and gives its first byte's place. */
  #passRegular(): number {
    const start = this.#at;
    while (this.#at < this.#bytes.length && !ends[this.#bytes[this.#at] ?? 0]) this.#at += 1;
    return start;
  }

  #regular(start: number): string {
    let text = '';
    const end = Math.min(this.#at, start + longestWord);
    for (let at = start; at < end; at += 1) text += String.fromCharCode(this.#bytes[at] ?? 0);
    return text;
  }

  #word(): Operand | Keyword {
    const start = this.#passRegular();
    const number = this.#number(start);
    if (number !== undefined) return number;
    if (this.#at - start <= longestOperator) return findKeyword(this.#bytes, start, this.#at);
    const word = this.#regular(start);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Keyword(word);
  }

  /** Sign, digits, one full stop (7.3.3); undefined when anything else is in it. */
  #number(start: number): number | undefined {
    const bytes = this.#bytes;
    const negative = bytes[start] === 0x2d;
    let value = 0;
    let scale = 0;
    let digits = 0;
    for (let at = negative || bytes[start] === 0x2b ? start + 1 : start; at < this.#at; at += 1) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        scale *= 10;
        digits += 1;
      } else if (digit === -2 && scale === 0) scale = 1;
      else return undefined;
    }
    if (digits === 0) return undefined;
    const size = scale > 1 ? value / scale : value;
    return negative ? -size : size;
  }

  #name(): string {
    this.#at += 1;
    return this.#regular(this.#passRegular()).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #array(depth: number): readonly Operand[] {
    this.#at += 1;
    const items: Operand[] = [];
    if (depth > deepestNesting) return items;
    for (let token = this.next(depth + 1); token !== undefined; token = this.next(depth + 1)) {
      if (!(token instanceof Keyword)) items.push(token);
      else if (token.word === ']') return items;
    }
    return items;
  }

  #dictionary(depth: number): ReadonlyMap<string, Operand> {
    this.#at += 2;
    const entries = new Map<string, Operand>();
    if (depth > deepestNesting) return entries;
    for (let key = this.next(depth + 1); key !== undefined; key = this.next(depth + 1)) {
      if (key instanceof Keyword) {
        if (key.word === '>') return entries;
        continue;
      }
      const value = this.next(depth + 1);
      if (value === undefined || value instanceof Keyword) return entries;
      if (isName(key)) entries.set(key.name, value);
    }
    return entries;
  }

  /** Digits in pairs; a last one alone is followed by 0 (7.3.4.3). */
  #hexadecimal(): Uint8Array {
    const start = this.#at + 1;
    const found = this.#bytes.indexOf(0x3e, start);
    const end = found < 0 ? this.#bytes.length : found;
    this.#at = end + 1;
    const out = new Uint8Array((end - start + 1) >> 1);
    let digits = 0;
    for (let at = start; at < end; at += 1) {
      const digit = hexDigit(this.#bytes[at] ?? 0);
      if (digit === undefined) continue;
      out[digits >> 1] = digits % 2 === 0 ? digit << 4 : (out[digits >> 1] ?? 0) | digit;
      digits += 1;
    }
    return digits < end - start ? out.subarray(0, (digits + 1) >> 1) : out;
  }

  #literal(): Uint8Array {
    this.#at += 1;
    const out: number[] = [];
    for (let depth = 1; this.#at < this.#bytes.length; ) {
      const byte = this.#bytes[this.#at++] ?? 0;
      if (byte === 0x5c) this.#escape(out);
      else {
        if (byte === 0x28) depth += 1;
        if (byte === 0x29) depth -= 1;
        if (depth === 0) break;
        out.push(byte);
      }
    }
    return Uint8Array.from(out);
  }

  /** After a backslash (7.3.4.2). */
  #escape(out: number[]): void {
    const byte = this.#bytes[this.#at++] ?? 0;
    const named = escapes.get(byte);
    if (named !== undefined) out.push(named);
    else if (byte >= 0x30 && byte <= 0x37) out.push(this.#octal(byte - 0x30));
    else if (byte === 0x0d) this.#at += this.#bytes[this.#at] === 0x0a ? 1 : 0;
    else if (byte !== 0x0a) out.push(byte);
  }

  #octal(first: number): number {
    let value = first;
    for (let count = 1; count < 3; count += 1) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte < 0x30 || byte > 0x37) break;
      value = value * 8 + byte - 0x30;
      this.#at += 1;
    }
    return value & 0xff;
  }
}

const escapes = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);

function hexDigit(byte: number): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined;
}

export function isText(operand: Operand | undefined): operand is Text {
  return typeof operand === 'object' && operand !== null && 'bytes' in operand;
}

export function isName(operand: Operand | undefined): operand is Name {
  return typeof operand === 'object' && operand !== null && 'name' in operand;
}
