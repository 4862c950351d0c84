/** The text of each piece of marked content of a page. */
import type { PDFDict as Dict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { PDFDict, PDFHexString, PDFName, PDFString } from '../../pdf-lib.ts';
import { actions } from '../content/operators.ts';
import { latin1, packOperator, Scanner } from '../content/scanner.ts';
import { joinStreams, listStreams } from '../content/streams.ts';
import { createDecoder, type Decode } from './to-unicode.ts';

/** By number of marked content. What begins a line of the page begins with a line end. */
export type Texts = ReadonlyMap<number, string>;

/** An open mark: it has a number, replaces the text in it, or neither. */
interface Mark {
  readonly mcid?: number;
  readonly actualText?: string;
  /** Whether that text was written: where its first glyph is shown. */
  isWritten?: boolean;
}

const setFont = packOperator('Tf');
const strings = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>/g;

/** Reads a page's own content, not that of forms on it. */
export function readTexts(pdf: PDFDocument, page: PDFPage, decoders: Map<Dict, Decode>): Texts {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const bytes = joinStreams(pdf, listStreams(pdf, page.node.Contents()));
  return new TextReader(bytes, fonts, decoders).read();
}

class TextReader {
  readonly #scanner: Scanner;
  readonly #fonts: Dict | undefined;
  readonly #decoders: Map<Dict, Decode>;
  readonly #texts = new Map<number, string>();
  readonly #open: Mark[] = [];
  readonly #saved: (Decode | undefined)[] = [];
  #decode: Decode | undefined;
  #line = 0;
  /** Height of the line that was written on last. */
  #last = 0;

  constructor(bytes: Uint8Array, fonts: Dict | undefined, decoders: Map<Dict, Decode>) {
    this.#scanner = new Scanner(bytes);
    this.#fonts = fonts;
    this.#decoders = decoders;
  }

  read(): Texts {
    const scanner = this.#scanner;
    while (scanner.next()) {
      const action = actions.get(scanner.operator);
      if (action === 'show') this.#show();
      else if (action === 'place-text') this.#line = scanner.number(5);
      else if (action === 'open-mark') this.#openMark();
      else if (action === 'close-mark') this.#open.pop();
      else if (action === 'save') this.#saved.push(this.#decode);
      else if (action === 'restore') this.#decode = this.#saved.pop() ?? this.#decode;
      else if (scanner.operator === setFont) this.#setFont(scanner.name(0));
    }
    return this.#texts;
  }

  #setFont(name: string): void {
    const font = this.#fonts?.lookupMaybe(PDFName.of(name), PDFDict);
    this.#decode = font && (this.#decoders.get(font) ?? createDecoder(font));
    if (font && this.#decode) this.#decoders.set(font, this.#decode);
  }

  #openMark(): void {
    const scanner = this.#scanner;
    const properties = scanner.operandCount < 2 ? '' : latin1(scanner.bytes, scanner.operand(1), scanner.end);
    const mcid = /\/MCID\s*(\d+)/.exec(properties)?.[1];
    const [, text] = /\/ActualText\s*(\([\s\S]*\)|<[0-9A-Fa-f\s]*>)/.exec(properties) ?? [];
    const mark: Mark = {
      ...(mcid !== undefined && { mcid: Number(mcid) }),
      ...(text !== undefined && { actualText: readString(text).decodeText() }),
    };
    this.#open.push(mark);
  }

  #show(): void {
    const standIn = this.#open.find(({ actualText }) => actualText !== undefined);
    if (standIn && !standIn.isWritten) this.#write(standIn.actualText ?? '');
    if (standIn) standIn.isWritten = true;
    if (!this.#decode || standIn) return;
    const { bytes, start, end } = this.#scanner;
    for (const [string] of latin1(bytes, start, end).matchAll(strings))
      this.#write(this.#decode(readString(string).asBytes()));
  }

  #write(text: string): void {
    const mcid = this.#open.findLast((mark) => mark.mcid !== undefined)?.mcid;
    if (mcid === undefined) return;
    const apart = this.#last === this.#line ? '' : '\n';
    this.#texts.set(mcid, (this.#texts.get(mcid) ?? '') + apart + text);
    this.#last = this.#line;
  }
}

function readString(token: string) {
  const inside = token.slice(1, -1);
  return token.startsWith('<') ? PDFHexString.of(inside.replace(/\s/g, '')) : PDFString.of(inside);
}
