/** The text of one page by the marked content that holds it, and where on the page it stands. */
import type { PdfDict } from '@libpdf/core';
import { lineEnd, unclear } from '../spacing.ts';
import type { Direction } from './bidi.ts';
import { countCodes, drawsNothing } from './cmap.ts';
import { type ContentListener, type ContentStream, walkPage } from './content.ts';
import type { Font, ReadFont } from './fonts.ts';
import type { Ends } from './gaps.ts';
import { GlyphReader } from './glyphs.ts';
import { type MarkedImage, type PlacedImage, placeImage, placeSquare } from './images.ts';
import { createDrawn, type Drawn, readDrawn } from './lines.ts';
import { MarkStack, markOperators, outside } from './mark-stack.ts';
import { chooseText, findMirrored, type Mark, type Substitute } from './marks.ts';
import { identity, type Matrix, toMatrix } from './matrix.ts';
import { asArray, asDict, asNumber, type Resolve } from './objects.ts';
import type { PdfFile, PdfPage } from './open.ts';
import type { Run } from './runs.ts';
import { textStateOperators } from './text-state.ts';
import { inlineImage, isName, isText, type LetterRow, type Operand, type Operation } from './tokens.ts';

/** Text by the id that `contentId` gives. */
export type TextById = ReadonlyMap<string, string>;

/** A page's text, tagged and untagged, and the fonts that draw it. */
export interface MarkedText {
  readonly tagged: TextById;
  /** Where each text of `tagged` begins and ends. */
  readonly ends: ReadonlyMap<string, Ends>;
  /** The text objects that `tagged` was read from. */
  readonly drawn: ReadonlyMap<string, readonly Drawn[]>;
  /** What stands outside the structure tree: page margins, decoration. A text for each line. */
  readonly untagged: readonly string[];
  readonly fonts: ReadonlySet<Font>;
  /** In the order in which they are drawn. */
  readonly runs: readonly Run[];
  readonly images: readonly MarkedImage[];
  /** Texts that stand for others inside a line. */
  readonly substitutes: readonly Substitute[];
}

/** A part of a page, from left to right in pt. */
export interface Strip {
  readonly left: number;
  readonly right: number;
}

/** The whole page, and what lies beside it. */
export const everywhere: Strip = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY };

/**
 * Reads a page's text in the order in which it is drawn, lines from right to left in that in which they are
 * read; others may listen to the same pass.
 * @param base reading direction of the document
 */
export function readMarkedText(
  file: PdfFile,
  page: PdfPage,
  readFont: ReadFont,
  base: Direction,
  listeners: readonly ContentListener[] = [],
): MarkedText {
  const [text] = readStrips(file, page, [everywhere], readFont, base, listeners);
  return text as MarkedText;
}

/** Reads strips of a page, each for itself. A string is in the strip in which it begins. */
export function readStrips(
  file: PdfFile,
  page: PdfPage,
  strips: readonly Strip[],
  readFont: ReadFont,
  base: Direction,
  listeners: readonly ContentListener[] = [],
): MarkedText[] {
  const readers = strips.map((strip) => new TextReader(file, strip, readFont, base));
  const glyphs = readers.map((reader) => reader.glyphs);
  for (const listener of listeners) listener.follow?.(glyphs);
  walkPage(file, page, [...readers, ...listeners]);
  return readers.map((reader) => reader.result());
}

interface OpenStream {
  readonly resources: PdfDict | undefined;
  readonly saved: (Font | undefined)[];
  /** Fonts of its resources by name. */
  readonly fonts: Map<string, Font | undefined>;
}

/** Drawings are no text. */
const heard = new Set([...textStateOperators, ...markOperators, 'Tj', 'TJ', 'Tf', 'Do', inlineImage]);

class TextReader implements ContentListener {
  readonly operators = heard;
  readonly #resolve: Resolve;
  readonly #strip: Strip;
  readonly #readFont: ReadFont;
  readonly #base: Direction;
  readonly #drawn = new Map<string, Drawn[]>();
  readonly #fonts = new Set<Font>();
  readonly #marks: MarkStack;
  readonly #streams: OpenStream[] = [];
  readonly glyphs = new GlyphReader();
  readonly #images: MarkedImage[] = [];
  readonly #substitutes: Substitute[] = [];
  #font: Font | undefined;
  /** The last one that drew something. */
  #used: Font | undefined;
  /** The present text object, and the marked content that it is in. */
  #present: { readonly id: string; readonly drawn: Drawn } | undefined;
  /** The marked content of the piece that is measured. */
  #measured: string | undefined;
  #x = 0;
  #y = 0;

  constructor({ resolve }: PdfFile, strip: Strip, readFont: ReadFont, base: Direction) {
    this.#resolve = resolve;
    this.#marks = new MarkStack(resolve);
    this.#strip = strip;
    this.#readFont = readFont;
    this.#base = base;
  }

  result(): MarkedText {
    const read = (drawn: readonly Drawn[]) => readDrawn(drawn, this.#base);
    const untagged = read(this.#drawn.get(outside) ?? [])
      .text.split(lineEnd)
      .filter((text) => text !== '');
    this.#drawn.delete(outside);
    const ends = new Map<string, Ends>();
    const tagged = new Map<string, string>();
    for (const [id, drawn] of this.#drawn) {
      const written = read(drawn);
      ends.set(id, written);
      tagged.set(id, written.text);
    }
    return {
      tagged,
      ends,
      drawn: this.#drawn,
      untagged,
      fonts: this.#fonts,
      runs: this.glyphs.runs,
      images: this.#images,
      substitutes: this.#substitutes,
    };
  }

  open(stream: ContentStream): void {
    this.glyphs.gauge.page = stream.page.number;
    this.glyphs.enter(this.#readMatrix(stream.dict));
    this.#marks.enter(stream);
    this.#streams.push({ resources: stream.resources, saved: [], fonts: new Map() });
  }

  close(): void {
    this.glyphs.leave();
    this.#marks.leave();
    this.#streams.pop();
  }

  take(operation: Operation): void {
    const { operator, operands } = operation;
    this.glyphs.apply(operation);
    if (operator === 'Tj') this.#write(operands[0]);
    else if (operator !== 'Td') this.#takeSeldom(operation);
  }

  takeRow({ length, x, y, texts }: LetterRow): void {
    for (let at = 0; at < length; at += 1) {
      this.glyphs.move(x[at] ?? 0, y[at] ?? 0);
      this.#write(texts[at]);
    }
  }

  /** What is neither a letter nor the way to the next one. */
  #takeSeldom(operation: Operation): void {
    const stream = this.#streams.at(-1);
    if (!stream) throw new TypeError('An operation outside a stream');
    const { operator, operands } = operation;
    if (operator === 'q') stream.saved.push(this.#font);
    else if (operator === 'Q') this.#font = stream.saved.pop() ?? this.#font;
    else if (operator === 'Tf') this.#selectFont(operands, stream);
    else if (operator === 'BT') this.#place(0, 0);
    else if (operator === 'Tm') this.#place(operands[4], operands[5]);
    else if (operator === 'BMC' || operator === 'BDC') this.#marks.open(operation);
    else if (operator === 'EMC') this.#closeMark();
    else if (operator === 'Do' || operator === inlineImage) this.#placeImage(operation, stream);
    else this.#show(operation);
  }

  #placeImage({ operator, operands }: Operation, { resources }: OpenStream): void {
    const { ctm } = this.glyphs;
    if (ctm[4] < this.#strip.left || ctm[4] >= this.#strip.right) return;
    const inline: PlacedImage = { widthPx: 0, heightPx: 0, ...placeSquare(ctm) };
    const image = operator === 'Do' ? placeImage(operands[0], resources, this.#resolve, ctm) : inline;
    if (image) this.#images.push({ ...image, id: this.#marks.top?.id ?? outside });
  }

  /** A form's own space → the space that it is drawn in (8.10.1); a page has no matrix. */
  #readMatrix(dict: PdfDict): Matrix {
    const numbers = asArray(this.#resolve(dict.get('Matrix')))?.toArray();
    return numbers ? toMatrix(numbers.map((number) => asNumber(this.#resolve(number)) ?? 0)) : identity;
  }

  #selectFont([operand, size]: readonly Operand[], { resources, fonts }: OpenStream): void {
    const name = isName(operand) ? operand.name : '';
    if (!fonts.has(name)) fonts.set(name, this.#findFont(name, resources));
    this.#font = fonts.get(name);
    this.glyphs.selectFont(this.#font, typeof size === 'number' ? size : 0);
  }

  #findFont(name: string, resources: PdfDict | undefined): Font | undefined {
    const dict = asDict(this.#resolve(asDict(this.#resolve(resources?.get('Font')))?.get(name)));
    return dict && this.#readFont(dict);
  }

  #place(x: Operand | undefined, y: Operand | undefined): void {
    this.#x = typeof x === 'number' ? x : 0;
    this.#y = typeof y === 'number' ? y : 0;
    this.#present = undefined;
    // A text that stands for others is one piece, however many text objects they are drawn in.
    if ((this.#marks.top?.actual?.glyphs ?? 0) === 0) this.#measured = undefined;
  }

  #closeMark(): void {
    const mark = this.#marks.close();
    const actual = mark?.actual;
    if (actual === undefined || actual === this.#marks.top?.actual || actual.glyphs === 0) return;
    const chosen = chooseText(actual);
    const text = chosen === actual.drawn ? chosen : gapBefore(actual.drawn) + chosen;
    this.#substitutes.push({ said: actual.text, drawn: text, ids: new Set([mark?.id ?? outside]) });
    this.#add(text, actual.glyphs, mark);
  }

  #show({ operator, operands }: Operation): void {
    if (operator === "'") this.#write(operands[0]);
    else if (operator === '"') this.#write(operands[2]);
    else if (operator === 'TJ' && Array.isArray(operands[0]))
      for (const item of operands[0])
        if (typeof item === 'number') this.glyphs.adjust(item);
        else this.#write(item);
  }

  #write(operand: Operand | undefined): void {
    if (!isText(operand)) return;
    const mark = this.#marks.top;
    const id = mark?.id ?? outside;
    const isHere = this.glyphs.x >= this.#strip.left && this.glyphs.x < this.#strip.right;
    if (isHere && this.#measured !== id) {
      this.#measured = id;
      this.glyphs.gauge.restart();
    }
    const drawn = this.#font && this.glyphs.draw(operand.bytes, this.#font, isHere ? id : undefined);
    if (!isHere) return;
    const text = drawn ?? '\uFFFD';
    if (this.#font && this.#font !== this.#used && text.trim() !== '') this.#use(this.#font);
    const decoder = this.#font?.decoder;
    const glyphs = decoder ? countCodes(decoder, operand.bytes) : 1;
    if (mark?.actual) {
      mark.actual.drawn += text;
      mark.actual.glyphs += glyphs;
      mark.actual.isLacking ||= decoder === undefined || drawsNothing(decoder, operand.bytes);
    } else if (mark?.isReversed) for (const glyph of text) this.#add(glyph, 1, mark);
    else this.#add(text, glyphs, mark);
  }

  #use(font: Font): void {
    this.#fonts.add(font);
    this.#used = font;
  }

  #add(text: string, glyphs: number, mark: Mark | undefined): void {
    const id = mark?.id ?? outside;
    if (this.#present?.id !== id) this.#present = { id, drawn: this.#start(id) };
    const { drawn } = this.#present;
    drawn.clusters.push(text);
    drawn.glyphs += glyphs;
    drawn.font = this.#font;
    drawn.first ??= this.glyphs.gauge.ink;
    drawn.last = this.glyphs.gauge.ink;
    drawn.isReversed ||= mark?.isReversed === true;
    drawn.isMirrored = findMirrored(text, mark?.actual);
  }

  #start(id: string): Drawn {
    const drawn = createDrawn(this.#x, this.#y);
    const others = this.#drawn.get(id);
    if (others) others.push(drawn);
    else this.#drawn.set(id, [drawn]);
    return drawn;
  }
}

/** What was found to be between a text and the letters before it. */
function gapBefore(text: string): string {
  return [' ', lineEnd, unclear].find((sign) => text.startsWith(sign)) ?? '';
}
