/** How a font is used: which of its codes are drawn, where first, and whether anything of it is seen. */
import type { PdfDict } from '@libpdf/core';
import { readCMap } from '../../cmap.ts';
import { decodeStream, type Look } from '../look.ts';
import { readCodeSpace } from './cmap-file.ts';
import { type CodeSpace, forEachCode } from './codes.ts';

/** Text rendering mode 3 draws nothing (ISO 32000-1, 9.3.6). */
const invisible = 3;

const shownFlag = 1;
const drawnFlag = 2;
/** Codes of simple fonts and of two bytes; longer ones are rare. */
const flaggedCodes = 0x10000;

/** A font dictionary that text is shown in. */
export class FontUse {
  readonly dict: PdfDict;
  readonly #look: Look;
  readonly #space: CodeSpace;
  readonly #flags = new Uint8Array(flaggedCodes);
  readonly #longCodes = new Map<number, number>();
  /** First page of each code, in the order in which they are shown. */
  readonly #places = new Map<number, string>();
  /** Of the string that is being shown. */
  #flag = 0;
  #page = '';
  #toUnicode: ReadonlyMap<number, string> | undefined;
  #shown: readonly number[] | undefined;
  #drawn: readonly number[] | undefined;

  constructor(dict: PdfDict, look: Look) {
    this.dict = dict;
    this.#look = look;
    this.#space = readCodeSpace(dict, look);
  }

  /** First page on which it shows text. */
  get where(): string {
    const [first] = this.#places.values();
    return first ?? 'no page';
  }

  /** First page on which it shows a code. */
  whereOf(code: number): string {
    return this.#places.get(code) ?? this.where;
  }

  /** What `ToUnicode` says of its codes; empty without one. */
  get toUnicode(): ReadonlyMap<number, string> {
    this.#toUnicode ??= readCMap(decodeStream(this.#look.stream(this.dict, 'ToUnicode')) ?? new Uint8Array());
    return this.#toUnicode;
  }

  /** Codes that are shown, drawn or not; ask when all pages are read. */
  get shown(): readonly number[] {
    this.#shown ??= this.#codesWith(shownFlag);
    return this.#shown;
  }

  /** Codes that are drawn; ask when all pages are read. */
  get drawn(): readonly number[] {
    this.#drawn ??= this.#codesWith(drawnFlag);
    return this.#drawn;
  }

  show(bytes: Uint8Array, mode: number, where: string): void {
    this.#flag = mode === invisible ? shownFlag : shownFlag | drawnFlag;
    this.#page = where;
    forEachCode(bytes, this.#space, this.#take);
  }

  readonly #take = (code: number): void => {
    const flag = this.#flag;
    const known = (code < flaggedCodes ? this.#flags[code] : this.#longCodes.get(code)) ?? 0;
    if ((known & flag) === flag) return;
    if (known === 0) this.#places.set(code, this.#page);
    if (code < flaggedCodes) this.#flags[code] = known | flag;
    else this.#longCodes.set(code, known | flag);
  };

  #codesWith(flag: number): readonly number[] {
    const codes: number[] = [];
    for (let code = 0; code < flaggedCodes; code += 1) if ((this.#flags[code] ?? 0) & flag) codes.push(code);
    for (const [code, flags] of this.#longCodes) if (flags & flag) codes.push(code);
    return codes;
  }
}
