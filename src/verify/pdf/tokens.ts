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

/** Letters in a row, each moved to by `Td` and shown by `Tj`: what almost all of a page is. */
export interface LetterRow {
  /** One or more. */
  readonly length: number;
  /** The operands of `Td` before each. */
  readonly x: Readonly<Float64Array>;
  readonly y: Readonly<Float64Array>;
  readonly texts: readonly Text[];
}

const regular = 0;
const space = 1;
const delimiter = 2;

/** Class of each byte (tables 1 and 2). */
const classes = new Uint8Array(256).fill(regular);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classes[byte] = space;
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = delimiter;

/** More operands than any operator takes: rubbish is not gathered without end. */
const mostOperands = 1000;
/** Nested deeper, an array or dictionary is an attack. */
const deepestNesting = 50;

/** An image within the content stream is told as one operation, without its data (8.9.7). */
export const inlineImage = 'EI';

/**
 * Tells the operations of a content stream, in order. What makes no sense is skipped, as viewers do.
 *
 * There are two for each letter of a text: so they are told, which is twice as fast as a generator.
 * @param takeRow is lent the operations of letters in a row, all at once; without it `take` is told them one by one
 */
export function forEachOperation(
  bytes: Uint8Array,
  take: (operation: Operation) => void,
  takeRow?: (row: LetterRow) => void,
): void {
  const lexer = new Lexer(bytes);
  const operands: Operand[] = [];
  let count = 0;
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (token instanceof Keyword) {
      if (token.word === 'BI') lexer.skipInlineImage();
      take({ operator: token.word === 'BI' ? inlineImage : token.word, operands: operands.slice(0, count) });
      count = 0;
    } else if (count < mostOperands) operands[count++] = token;
    for (let letter = count === 0 && lexer.letter(); letter; letter = lexer.letter()) {
      take(letter.operation);
      while (takeRow && lexer.readRow()) takeRow(row);
    }
  }
}

/** Lines are shorter. */
const longestRow = 1000;
/** What was read last: it is lent, and no two are read at once. */
const row = {
  length: 0,
  x: new Float64Array(longestRow),
  y: new Float64Array(longestRow),
  texts: [] as Text[],
};

class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

/** Few words, told again and again; a file may hold any number of its own. */
const keywords = new Map<number, Keyword>();
const names = new Map<number, Name>();
const mostKept = 2000;
/** All operators (annex A): as strings of the program, they are compared with others by their place in memory. */
const operators =
  'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split(
    ' ',
  );
/** Operators have at most so many bytes. */
const longestOperator = 3;
/** The bytes of such a name make a number that no other has: none of them is zero. */
const longestKey = 6;
/** Longer ones are no operators and no names; what is beyond is passed over. */
const longestWord = 200;

/** The keyword of so many bytes, each once. */
function findKeyword(bytes: Uint8Array, start: number, end: number): Keyword {
  let key = 0;
  for (let at = start; at < end; at += 1) key = key * 256 + (bytes[at] ?? 0);
  const known = keywords.get(key);
  if (known) return known;
  const word = String.fromCharCode(...bytes.subarray(start, end));
  const keyword = new Keyword(operators.find((operator) => operator === word) ?? word);
  if (keywords.size < mostKept) keywords.set(key, keyword);
  return keyword;
}

class Lexer {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The operation `<0037> Tj`, if it is next: two of five are that. */
  letter(): Letter | undefined {
    this.#skipSpace();
    const bytes = this.#bytes;
    const at = this.#at;
    const isShown = bytes[at + 6] === 0x20 && bytes[at + 7] === 0x54 && bytes[at + 8] === 0x6a;
    if (bytes[at] !== 0x3c || !isShown || classes[bytes[at + 9] ?? 0] === regular) return undefined;
    const code = this.#pairCode();
    if (code === undefined) return undefined;
    this.#at = at + 9;
    return findLetter(code);
  }

  /** Reads as many letters with the moves before them as follow; false when none does. */
  readRow(): boolean {
    row.length = 0;
    for (let end = this.#at; row.length < longestRow; end = this.#at)
      if (!this.#addLetter()) {
        this.#at = end;
        break;
      }
    return row.length > 0;
  }

  /** `6.54 0 Td <0037> Tj`; when anything else follows, some of it may be passed. */
  #addLetter(): boolean {
    this.#skipSpace();
    const x = this.#number();
    this.#skipSpace();
    const y = x === undefined ? undefined : this.#number();
    this.#skipSpace();
    const bytes = this.#bytes;
    const at = this.#at;
    if (x === undefined || y === undefined || bytes[at] !== 0x54 || bytes[at + 1] !== 0x64) return false;
    if (classes[bytes[at + 2] ?? 0] === regular) return false;
    this.#at = at + 2;
    const letter = this.letter();
    if (!letter) return false;
    row.x[row.length] = x;
    row.y[row.length] = y;
    row.texts[row.length] = letter.text;
    row.length += 1;
    return true;
  }

  /** The next operand or keyword; undefined at the end. */
  next(depth = 0): Operand | Keyword | undefined {
    this.#skipSpace();
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return undefined;
    if (byte === 0x28) return { bytes: this.#literal() };
    if (byte === 0x2f) return this.#name();
    if (byte === 0x3c && this.#bytes[this.#at + 1] === 0x3c) return this.#dictionary(depth);
    if (byte === 0x3c) return this.#pair() ?? { bytes: this.#hexadecimal() };
    if (byte === 0x5b) return this.#array(depth);
    if (classes[byte] === delimiter) {
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
      if (!isEnd || classes[bytes[this.#at - 1] ?? 0] !== space) continue;
      const after = bytes[this.#at + 2];
      if (after !== undefined && classes[after] !== space) continue;
      this.#at += 2;
      return;
    }
  }

  #skipSpace(): void {
    for (let byte = this.#bytes[this.#at]; byte !== undefined; byte = this.#bytes[this.#at]) {
      if (byte === 0x25) this.#skipComment();
      else if (classes[byte] === space) this.#at += 1;
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
    while (this.#at < this.#bytes.length && classes[this.#bytes[this.#at] ?? 0] === regular) this.#at += 1;
    return start;
  }

  #regular(start: number): string {
    let text = '';
    const end = Math.min(this.#at, start + longestWord);
    for (let at = start; at < end; at += 1) text += String.fromCharCode(this.#bytes[at] ?? 0);
    return text;
  }

  #word(): Operand | Keyword {
    const number = this.#number();
    if (number !== undefined) return number;
    const start = this.#passRegular();
    if (this.#at - start <= longestOperator) return findKeyword(this.#bytes, start, this.#at);
    const word = this.#regular(start);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Keyword(word);
  }

  /** Sign, digits, one full stop (7.3.3); undefined, and nothing is passed, when anything else is in the word. */
  #number(): number | undefined {
    const bytes = this.#bytes;
    const negative = bytes[this.#at] === 0x2d;
    let at = negative || bytes[this.#at] === 0x2b ? this.#at + 1 : this.#at;
    let value = 0;
    let scale = 0;
    let digits = 0;
    for (; at < bytes.length; at += 1) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        scale *= 10;
        digits += 1;
      } else if (digit === -2 && scale === 0) scale = 1;
      else if (classes[digit + 0x30] === regular) return undefined;
      else break;
    }
    if (digits === 0) return undefined;
    this.#at = at;
    const size = scale > 1 ? value / scale : value;
    return negative ? -size : size;
  }

  /** Most are those of a page's resources, and short: each of these is made once. */
  #name(): Name {
    this.#at += 1;
    const start = this.#passRegular();
    const length = this.#at - start;
    if (length > longestKey) return this.#readName(start);
    let key = 0;
    for (let at = start; at < this.#at; at += 1) key = key * 256 + (this.#bytes[at] ?? 0);
    const known = names.get(key);
    if (known) return known;
    const name = this.#readName(start);
    if (names.size < mostKept) names.set(key, name);
    return name;
  }

  #readName(start: number): Name {
    const name = this.#regular(start).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { name };
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

  /** `<0037>`, one code of a composite font, which is most of what a page holds; each is made once. */
  #pair(): Text | undefined {
    const code = this.#pairCode();
    if (code === undefined) return undefined;
    this.#at += 6;
    return findLetter(code).text;
  }

  #pairCode(): number | undefined {
    const bytes = this.#bytes;
    const at = this.#at;
    if (bytes[at + 5] !== 0x3e) return undefined;
    const code =
      (hexDigits[bytes[at + 1] ?? 0] ?? noDigit) * 0x1000 +
      (hexDigits[bytes[at + 2] ?? 0] ?? noDigit) * 0x100 +
      (hexDigits[bytes[at + 3] ?? 0] ?? noDigit) * 0x10 +
      (hexDigits[bytes[at + 4] ?? 0] ?? noDigit);
    return code < noDigit ? code : undefined;
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
      const digit = hexDigits[this.#bytes[at] ?? 0] ?? noDigit;
      if (digit === noDigit) continue;
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

/** Stands for every byte that is no digit; larger than any number of four digits. */
const noDigit = 0x10000;
const hexDigits = new Uint32Array(256).fill(noDigit);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  hexDigits[digit.charCodeAt(0)] = value;
  hexDigits[digit.toUpperCase().charCodeAt(0)] = value;
}

/** A string of one code, and the operation that shows it. */
interface Letter {
  readonly text: Text;
  readonly operation: Operation;
}

const letters = new Map<number, Letter>();

function findLetter(code: number): Letter {
  const known = letters.get(code);
  if (known) return known;
  const text = { bytes: Uint8Array.of(code >> 8, code & 0xff) };
  const letter = { text, operation: { operator: 'Tj', operands: [text] } };
  letters.set(code, letter);
  return letter;
}

export function isText(operand: Operand | undefined): operand is Text {
  return typeof operand === 'object' && operand !== null && 'bytes' in operand;
}

export function isName(operand: Operand | undefined): operand is Name {
  return typeof operand === 'object' && operand !== null && 'name' in operand;
}
