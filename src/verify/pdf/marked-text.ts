/** The text of one page by the marked content that holds it. */
import type { PdfDict } from '@libpdf/core';
import { decode } from './cmap.ts';
import { type ContentListener, type ContentStream, contentId, walkPage } from './content.ts';
import type { Font } from './fonts.ts';
import { asDict, asNumber, type Resolve } from './objects.ts';
import type { PdfFile, PdfPage } from './open.ts';
import { isName, isText, type Operand, type Operation } from './tokens.ts';

/** Text by the id that `contentId` gives. */
export type TextById = ReadonlyMap<string, string>;

/** A page's text, tagged and untagged, and the fonts that draw it. */
export interface MarkedText {
  readonly tagged: TextById;
  /** What stands outside the structure tree: page margins, decoration. A piece for each text object. */
  readonly untagged: readonly string[];
  readonly fonts: ReadonlySet<Font>;
}

/** Stands for no marked content, in place of an id. */
const outside = '';
/** Reads a page's text in the order in which it is drawn; others may listen to the same pass. */
export function readMarkedText(
  file: PdfFile,
  page: PdfPage,
  readFont: (dict: PdfDict) => Font,
  listeners: readonly ContentListener[] = [],
): MarkedText {
  const reader = new TextReader(file, readFont);
  walkPage(file, page, [reader, ...listeners]);
  return reader.result();
}

interface OpenStream {
  readonly resources: PdfDict | undefined;
  readonly holder: number;
  /** Marked content that was open where the stream began. */
  readonly height: number;
  readonly saved: (Font | undefined)[];
}

class TextReader implements ContentListener {
  readonly #resolve: Resolve;
  readonly #readFont: (dict: PdfDict) => Font;
  readonly #texts = new Map<string, string>();
  readonly #untagged: string[] = [];
  readonly #fonts = new Set<Font>();
  readonly #open: string[] = [];
  readonly #streams: OpenStream[] = [];
  #font: Font | undefined;

  constructor({ resolve }: PdfFile, readFont: (dict: PdfDict) => Font) {
    this.#resolve = resolve;
    this.#readFont = readFont;
  }

  result(): MarkedText {
    return { tagged: this.#texts, untagged: this.#untagged, fonts: this.#fonts };
  }

  open({ resources, holder }: ContentStream): void {
    this.#streams.push({ resources, holder, height: this.#open.length, saved: [] });
  }

  close(): void {
    this.#open.length = this.#streams.pop()?.height ?? 0;
  }

  take(operation: Operation): void {
    const stream = this.#streams.at(-1);
    if (!stream) throw new TypeError('An operation outside a stream');
    const { operator, operands } = operation;
    if (operator === 'q') stream.saved.push(this.#font);
    else if (operator === 'Q') this.#font = stream.saved.pop() ?? this.#font;
    else if (operator === 'Tf') this.#selectFont(operands[0], stream.resources);
    else if (operator === 'BT') this.#startPiece();
    else if (operator === 'BMC' || operator === 'BDC') this.#openMark(operation, stream);
    else if (operator === 'EMC' && this.#open.length > stream.height) this.#open.pop();
    else this.#show(operation);
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
  #openMark({ operands }: Operation, { resources, holder }: OpenStream): void {
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
