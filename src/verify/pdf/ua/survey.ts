/** What the content streams hold, as far as the rules ask: marks, paint, fonts and forms. */
import type { PdfDict } from '@libpdf/core';
import type { ContentListener, ContentStream } from '../content.ts';
import { inlineImage, isName, isText, type LetterRow, type Operand, type Operation } from '../tokens.ts';
import { FontUse } from './fonts/font-use.ts';
import type { Look } from './look.ts';
import { type MarkedPlace, Marks } from './marks.ts';
import { note, type Sightings } from './sighting.ts';
import type { Structure } from './tree.ts';

/** A form with marked content of its own. */
export interface FormUse {
  readonly where: string;
  times: number;
}

/** Operators that fill or stroke a path (8.5.3). */
const pathPaint = ['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'];

/** What an operator does to the survey. */
type Action = (survey: Survey, operands: readonly Operand[], stream: OpenStream) => void;

/** Gathers what is seen while the pages are read. */
export class Survey implements ContentListener {
  readonly marks: Marks;
  readonly unmarked: Sightings = new Map();
  readonly unbalanced: Sightings = new Map();
  readonly fonts = new Map<PdfDict, FontUse>();
  readonly forms = new Map<PdfDict, FormUse>();
  readonly #look: Look;
  readonly #streams: OpenStream[] = [];
  #font: FontUse | undefined;
  /** Text rendering mode (9.3.6). */
  #mode = 0;

  constructor(look: Look, structure: Structure, catalogLanguage: string | undefined) {
    this.#look = look;
    this.marks = new Marks(look, structure, catalogLanguage);
  }

  open({ page, holder, dict, resources }: ContentStream): void {
    const where = `page ${page.number}`;
    const structParents = this.#look.number(dict, 'StructParents');
    if (this.#streams.length > 0 && structParents !== undefined) this.#countForm(dict, where);
    const depth = this.marks.depth;
    this.#streams.push({ where, holder, structParents, resources, depth, saved: [], fonts: new Map() });
  }

  close(): void {
    const stream = this.#streams.pop();
    if (!stream) return;
    if (this.marks.depth > stream.depth)
      note(this.unbalanced, 'a marked-content sequence is not ended', stream.where);
    this.marks.closeTo(stream.depth);
  }

  get operators(): ReadonlyMap<string, Action> {
    return Survey.#actions;
  }

  take({ operator, operands }: Operation): void {
    const stream = this.#streams.at(-1);
    if (!stream) throw new TypeError('An operation outside a stream');
    Survey.#actions.get(operator)?.(this, operands, stream);
  }

  takeRow({ length, texts }: LetterRow): void {
    const stream = this.#streams.at(-1);
    if (!stream) throw new TypeError('Letters outside a stream');
    for (let at = 0; at < length; at += 1) this.#show(texts[at], stream);
  }

  static readonly #actions = new Map<string, Action>([
    ['BMC', (survey, operands, stream) => survey.marks.open(operands[0], undefined, stream)],
    ['BDC', (survey, operands, stream) => survey.marks.open(operands[0], operands[1], stream)],
    ['EMC', (survey, _, stream) => survey.#closeMark(stream)],
    ['q', (survey, _, stream) => stream.saved.push({ font: survey.#font, mode: survey.#mode })],
    ['Q', (survey, _, stream) => survey.#restore(stream)],
    ['Tf', (survey, operands, stream) => survey.#selectFont(operands[0], stream)],
    ['Tr', (survey, operands) => survey.#setMode(operands[0])],
    ['Tj', (survey, operands, stream) => survey.#show(operands[0], stream)],
    ["'", (survey, operands, stream) => survey.#show(operands[0], stream)],
    ['"', (survey, operands, stream) => survey.#show(operands[2], stream)],
    ['TJ', (survey, operands, stream) => survey.#showAll(operands[0], stream)],
    ['sh', (survey, _, stream) => survey.#paint('a shading', stream)],
    [inlineImage, (survey, _, stream) => survey.#paint('an image', stream)],
    ['Do', (survey, operands, stream) => survey.#drawObject(operands[0], stream)],
    ...pathPaint.map((operator): [string, Action] => [
      operator,
      (survey, _, stream) => survey.#paint('a drawing', stream),
    ]),
  ]);

  #countForm(dict: PdfDict, where: string): void {
    const use = this.forms.get(dict) ?? { where, times: 0 };
    use.times += 1;
    this.forms.set(dict, use);
  }

  #closeMark({ depth, where }: OpenStream): void {
    if (this.marks.depth > depth) this.marks.closeTo(this.marks.depth - 1);
    else note(this.unbalanced, 'EMC ends no marked-content sequence', where);
  }

  #setMode(mode: Operand | undefined): void {
    if (typeof mode === 'number') this.#mode = mode;
  }

  #restore({ saved }: OpenStream): void {
    const state = saved.pop();
    if (!state) return;
    this.#font = state.font;
    this.#mode = state.mode;
  }

  #selectFont(operand: Operand | undefined, stream: OpenStream): void {
    const name = isName(operand) ? operand.name : '';
    if (!stream.fonts.has(name)) stream.fonts.set(name, this.#findFont(name, stream));
    this.#font = stream.fonts.get(name);
  }

  #findFont(name: string, { resources }: OpenStream): FontUse | undefined {
    const dict = this.#look.dict(this.#look.dict(resources, 'Font'), name);
    if (!dict) return undefined;
    const font = this.fonts.get(dict) ?? new FontUse(dict, this.#look);
    this.fonts.set(dict, font);
    return font;
  }

  #showAll(pieces: Operand | undefined, stream: OpenStream): void {
    if (Array.isArray(pieces)) for (const piece of pieces) this.#show(piece, stream);
  }

  #show(text: Operand | undefined, stream: OpenStream): void {
    if (!isText(text) || text.bytes.length === 0) return;
    this.#font?.show(text.bytes, this.#mode, stream.where);
    this.#paint('text', stream);
    this.marks.takeText(stream.where);
  }

  #drawObject(operand: Operand | undefined, stream: OpenStream): void {
    if (!isName(operand)) return;
    const object = this.#look.dict(this.#look.dict(stream.resources, 'XObject'), operand.name);
    if (this.#look.name(object, 'Subtype') === 'Image') this.#paint('an image', stream);
  }

  #paint(what: string, { where }: OpenStream): void {
    if (!this.marks.isMarked) note(this.unmarked, what, where);
  }
}

interface OpenStream extends MarkedPlace {
  /** Marks that were open where the stream began. */
  readonly depth: number;
  readonly saved: { readonly font: FontUse | undefined; readonly mode: number }[];
  /** Fonts of its resources by name. */
  readonly fonts: Map<string, FontUse | undefined>;
}
