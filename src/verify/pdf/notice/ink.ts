/** Every glyph of chosen marked content: where and how it is painted. */
import type { PdfDict } from '@libpdf/core';
import { codeAt } from '../cmap.ts';
import { type ContentListener, type ContentStream, walkPage } from '../content.ts';
import type { Font, ReadFont } from '../fonts.ts';
import { MarkStack, outside } from '../mark-stack.ts';
import { identity, type Matrix, multiply, toMatrix } from '../matrix.ts';
import { asArray, asDict, asNumber, type Resolve } from '../objects.ts';
import type { PdfFile, PdfPage } from '../open.ts';
import { TextState } from '../text-state.ts';
import { isName, isText, type LetterRow, type Operand, type Operation } from '../tokens.ts';
import type { FinishedPath } from './clip.ts';
import { type Paint, PaintState } from './paint.ts';

/** A glyph on the page. */
export interface InkedGlyph {
  /** `contentId` of its marked content. */
  readonly id: string;
  readonly font: Font;
  readonly code: number;
  /** What the font says that it means; U+FFFD when it does not say. */
  readonly text: string;
  /** Glyph space, its unit an em → page space in pt. */
  readonly matrix: Matrix;
  readonly paint: Paint;
}

/** What was painted with some marked content of a page. */
export interface Ink {
  readonly glyphs: readonly InkedGlyph[];
  /** Strings shown, each a text object to PDFium, by id. */
  readonly strings: ReadonlyMap<string, number>;
  /** Lines and areas, in the order in which they are drawn: frames of boxes are among them. */
  readonly paths: readonly FinishedPath[];
}

/** Reads a page for the glyphs of some marked content. */
export function readInk(file: PdfFile, page: PdfPage, ids: ReadonlySet<string>, readFont: ReadFont): Ink {
  const reader = new InkReader(file.resolve, ids, readFont);
  walkPage(file, page, [reader]);
  return reader;
}

class InkReader implements ContentListener, Ink {
  readonly glyphs: InkedGlyph[] = [];
  readonly strings = new Map<string, number>();
  readonly paths: FinishedPath[] = [];
  readonly #resolve: Resolve;
  readonly #ids: ReadonlySet<string>;
  readonly #readFont: ReadFont;
  readonly #text = new TextState();
  readonly #paint: PaintState;
  readonly #marks: MarkStack;
  readonly #resources: (PdfDict | undefined)[] = [];

  constructor(resolve: Resolve, ids: ReadonlySet<string>, readFont: ReadFont) {
    this.#resolve = resolve;
    this.#ids = ids;
    this.#readFont = readFont;
    this.#paint = new PaintState(resolve);
    this.#marks = new MarkStack(resolve);
  }

  open(stream: ContentStream): void {
    const numbers = asArray(this.#resolve(stream.dict.get('Matrix')))?.toArray();
    const own = numbers ? toMatrix(numbers.map((it) => asNumber(this.#resolve(it)))) : identity;
    this.#text.enter(own);
    this.#paint.enter(stream.dict, stream.resources, this.#text.now.ctm);
    this.#marks.enter(stream);
    this.#resources.push(stream.resources);
  }

  close(): void {
    this.#text.leave();
    this.#paint.leave();
    this.#marks.leave();
    this.#resources.pop();
  }

  take(operation: Operation): void {
    const { operator, operands } = operation;
    this.#text.apply(operation);
    if (operator === 'Tj') this.#draw(operands[0], this.#beginString());
    else if (operator !== 'Td') this.#takeSeldom(operation);
  }

  /** Of letters that were not chosen, only the last one moves what comes behind. */
  takeRow({ length, x, y, texts }: LetterRow): void {
    const chosen = this.#beginString(length);
    for (let at = 0; at < length; at += 1) {
      this.#text.move(x[at] ?? 0, y[at] ?? 0);
      if (chosen !== undefined || at === length - 1) this.#draw(texts[at], chosen);
    }
  }

  /** What is neither a letter nor the way to the next one. */
  #takeSeldom(operation: Operation): void {
    const { operator, operands } = operation;
    const path = this.#paint.apply(operation, this.#text.now.ctm);
    if (path?.isStroked || path?.isFilled) this.paths.push(path);
    if (operator === 'Tf') this.#selectFont(operands);
    else if (operator === 'BMC' || operator === 'BDC') this.#marks.open(operation);
    else if (operator === 'EMC') this.#marks.close();
    else if (operator === "'") this.#draw(operands[0], this.#beginString());
    else if (operator === '"') this.#draw(operands[2], this.#beginString());
    else if (operator === 'TJ' && Array.isArray(operands[0])) this.#drawAll(operands[0]);
  }

  #selectFont([name, size]: readonly Operand[]): void {
    const fonts = asDict(this.#resolve(this.#resources.at(-1)?.get('Font')));
    const dict = isName(name) ? asDict(this.#resolve(fonts?.get(name.name))) : undefined;
    this.#text.selectFont(dict && this.#readFont(dict), typeof size === 'number' ? size : 0);
  }

  /** Counts strings of chosen content. @returns the content's id; undefined for all other content */
  #beginString(count = 1): string | undefined {
    const id = this.#marks.top?.id ?? outside;
    if (!this.#ids.has(id)) return undefined;
    this.strings.set(id, (this.strings.get(id) ?? 0) + count);
    return id;
  }

  #drawAll(items: readonly Operand[]): void {
    const chosen = this.#beginString();
    for (const item of items)
      if (typeof item === 'number') this.#text.adjust(item);
      else this.#draw(item, chosen);
  }

  #draw(operand: Operand | undefined, chosen: string | undefined): void {
    const { font } = this.#text.now;
    if (!font || !isText(operand)) return;
    const { bytes } = operand;
    const step = font.decoder.width;
    for (let at = 0; at + step <= bytes.length; at += step) {
      const code = codeAt(step, bytes, at);
      const { text, width } = font.glyphOf(code);
      if (chosen !== undefined) this.#add(chosen, code, text, font);
      this.#text.advance(width * this.#text.now.size, step === 1 && code === 32);
    }
  }

  #add(id: string, code: number, text: string, font: Font): void {
    const { now, shape, x, y } = this.#text;
    const own: Matrix = [now.size * now.stretch, 0, 0, now.size, 0, now.rise];
    this.glyphs.push({
      id,
      font,
      code,
      text,
      matrix: multiply(own, [shape[0], shape[1], shape[2], shape[3], x, y]),
      paint: this.#paint.paint,
    });
  }
}
