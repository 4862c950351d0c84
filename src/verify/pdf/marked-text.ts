/** The text of one page by the marked content that holds it. */
import type { PdfDict } from '@libpdf/core';
import { decode } from './cmap.ts';
import type { Font } from './fonts.ts';
import { asDict, asName, asNumber, asStream, numberOf, type Resolve } from './objects.ts';
import type { PdfFile, PdfPage } from './open.ts';
import { isName, isText, type Operand, type Operation, readOperations } from './tokens.ts';

/** Text by the id that `contentId` gives. */
export type TextById = ReadonlyMap<string, string>;

/** A page's text, tagged and untagged, and the fonts that draw it. */
export interface MarkedText {
  readonly tagged: TextById;
  /** What stands outside the structure tree: page margins, decoration. A piece for each text object. */
  readonly untagged: readonly string[];
  readonly fonts: ReadonlySet<Font>;
}

/** Names marked content by the object whose stream holds it, a page or a form, and its number there. */
export function contentId(object: number, number: number): string {
  return `${object}/${number}`;
}

/** Stands for no marked content, in place of an id. */
const outside = '';
/** Forms within forms: deeper is a loop. */
const deepestForm = 20;

/** Reads a page's text in the order in which it is drawn. */
export function readMarkedText(file: PdfFile, page: PdfPage, readFont: (dict: PdfDict) => Font): MarkedText {
  const reader = new TextReader(file, readFont);
  reader.read(file.contentOf(page), page.resources, page.object, 0);
  return reader.result();
}

class TextReader {
  readonly #resolve: Resolve;
  readonly #readFont: (dict: PdfDict) => Font;
  readonly #texts = new Map<string, string>();
  readonly #untagged: string[] = [];
  readonly #fonts = new Set<Font>();
  readonly #open: string[] = [];
  #font: Font | undefined;

  constructor({ resolve }: PdfFile, readFont: (dict: PdfDict) => Font) {
    this.#resolve = resolve;
    this.#readFont = readFont;
  }

  result(): MarkedText {
    return { tagged: this.#texts, untagged: this.#untagged, fonts: this.#fonts };
  }

  /** @param holder number of the page's or form's object */
  read(content: Uint8Array, resources: PdfDict | undefined, holder: number, depth: number): void {
    const height = this.#open.length;
    const saved: (Font | undefined)[] = [];
    for (const operation of readOperations(content)) {
      const { operator, operands } = operation;
      if (operator === 'q') saved.push(this.#font);
      else if (operator === 'Q') this.#font = saved.pop() ?? this.#font;
      else if (operator === 'Tf') this.#selectFont(operands[0], resources);
      else if (operator === 'BT') this.#startPiece();
      else if (operator === 'BMC' || operator === 'BDC') this.#openMark(operation, resources, holder);
      else if (operator === 'EMC' && this.#open.length > height) this.#open.pop();
      else if (operator === 'Do') this.#drawForm(operands[0], resources, depth);
      else this.#show(operation);
    }
    this.#open.length = height;
  }

  #selectFont(operand: Operand | undefined, resources: PdfDict | undefined): void {
    const fonts = asDict(this.#resolve(resources?.get('Font')));
    const dict = isName(operand) ? asDict(this.#resolve(fonts?.get(operand.name))) : undefined;
    this.#font = dict && this.#readFont(dict);
  }

  /** Text objects are told apart by a line end, which folding takes out again. */
  #startPiece(): void {
    const id = this.#open.at(-1) ?? outside;
    if (id === outside) this.#untagged.push('');
    else if (this.#texts.has(id)) this.#texts.set(id, `${this.#texts.get(id)}\n`);
  }

  /**
   * A sequence without a number (Chromium's `Span` around each ligature) belongs to the one around it, or the
   * ligature is lost; an artifact belongs to none.
   */
  #openMark({ operands }: Operation, resources: PdfDict | undefined, holder: number): void {
    const [tag, properties] = operands;
    const number = this.#readNumber(properties, resources);
    if (isName(tag) && tag.name === 'Artifact') this.#open.push(outside);
    else this.#open.push(number === undefined ? (this.#open.at(-1) ?? outside) : contentId(holder, number));
  }

  /** `/P <</MCID 3>> BDC` or `/P /Name BDC` with the dictionary in the resources (14.6.2). */
  #readNumber(properties: Operand | undefined, resources: PdfDict | undefined): number | undefined {
    if (properties instanceof Map) {
      const number = properties.get('MCID');
      return typeof number === 'number' ? number : undefined;
    }
    if (!isName(properties)) return undefined;
    const named = asDict(
      this.#resolve(asDict(this.#resolve(resources?.get('Properties')))?.get(properties.name)),
    );
    return asNumber(this.#resolve(named?.get('MCID')));
  }

  #drawForm(operand: Operand | undefined, resources: PdfDict | undefined, depth: number): void {
    const objects = asDict(this.#resolve(resources?.get('XObject')));
    const reference = isName(operand) ? objects?.get(operand.name) : undefined;
    const form = asStream(this.#resolve(reference));
    if (!form || asName(this.#resolve(form.get('Subtype'))) !== 'Form' || depth > deepestForm) return;
    const own = asDict(this.#resolve(form.get('Resources'))) ?? resources;
    this.read(form.getDecodedData(), own, numberOf(reference) ?? -1, depth + 1);
  }

  #show({ operator, operands }: Operation): void {
    if (operator === 'Tj' || operator === "'") this.#write(operands[0]);
    else if (operator === '"') this.#write(operands[2]);
    else if (operator === 'TJ' && Array.isArray(operands[0]))
      for (const item of operands[0]) this.#write(item);
  }

  #write(operand: Operand | undefined): void {
    if (!isText(operand)) return;
    const text = this.#font ? decode(this.#font.decoder, operand.bytes) : '\uFFFD';
    if (this.#font && text.trim() !== '') this.#fonts.add(this.#font);
    const id = this.#open.at(-1) ?? outside;
    if (id === outside) this.#untagged.push((this.#untagged.pop() ?? '') + text);
    else this.#texts.set(id, (this.#texts.get(id) ?? '') + text);
  }
}
