/** Reads what a content stream paints, and which marked content each piece is in. */
import { type Action, actions } from './operators.ts';
import { Placement } from './placement.ts';
import { latin1, Scanner } from './scanner.ts';

/** A piece of the stream: from a byte to before another. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Marked content that is of the structure tree or an artifact; other marks (`Span`, `ReversedChars`) are passed over. */
export interface Mark {
  readonly tag: string;
  /** Number in the structure tree; undefined for an artifact, and for properties in the resources. */
  readonly mcid: number | undefined;
  readonly open: Range;
  /** Its `EMC`; undefined when the stream ends before. */
  close?: Range;
  /** Whether another such mark stands inside it. */
  nests: boolean;
}

/** A piece that paints. Text is a whole text object, unless marks begin inside it. */
export interface Span extends Range {
  readonly kind: 'text' | 'form' | 'graphic';
  /** The innermost mark around it. */
  readonly mark: Mark | undefined;
  /** Height of its first line in the stream's space; 0 for what is no text. */
  readonly height: number;
  /** Spans of one run have no mark between them. */
  readonly run: number;
  /** Spans of one state have no `q` or `Q` between them. */
  readonly state: number;
}

export interface Survey {
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
}

/** What `Do` draws. A form with tagged content of its own is looked through: it is marked inside. */
export type ObjectKind = 'graphic' | 'form' | 'tagged-form';

/** @param kindOf kind of an external object by its name in the resources */
export function surveyContent(bytes: Uint8Array, kindOf: (name: string) => ObjectKind): Survey {
  return new Surveyor(bytes, kindOf).survey();
}

/** `undefined` on the stack stands for a mark that is passed over. */
class Surveyor {
  readonly #scanner: Scanner;
  readonly #kindOf: (name: string) => ObjectKind;
  readonly #placement = new Placement();
  readonly #spans: Span[] = [];
  readonly #marks: Mark[] = [];
  readonly #open: (Mark | undefined)[] = [];
  #mark: Mark | undefined;
  #run = 0;
  #state = 0;
  #pathStart = -1;
  #textStart = -1;
  #textRun = 0;
  /** What is shown in the text object so far, each piece alone. */
  #shown: Span[] = [];

  constructor(bytes: Uint8Array, kindOf: (name: string) => ObjectKind) {
    this.#scanner = new Scanner(bytes);
    this.#kindOf = kindOf;
  }

  survey(): Survey {
    const scanner = this.#scanner;
    while (scanner.next()) {
      const action = actions.get(scanner.operator);
      if (action !== undefined) this.#take(action);
    }
    return { spans: this.#spans, marks: this.#marks };
  }

  #take(action: Action): void {
    const scanner = this.#scanner;
    if (action === 'show') this.#show();
    else if (action === 'move-text') this.#moveText();
    else if (action === 'build-path') this.#pathStart = this.#pathStart < 0 ? scanner.start : this.#pathStart;
    else if (action === 'paint-path') this.#paintPath();
    else if (action === 'end-path') this.#pathStart = -1;
    else if (action === 'begin-text') this.#beginText();
    else if (action === 'place-text') this.#placement.placeText(scanner);
    else if (action === 'end-text') this.#endText();
    else if (action === 'open-mark') this.#openMark();
    else if (action === 'close-mark') this.#closeMark();
    else if (action === 'paint') this.#spans.push(this.#span('graphic', scanner.start));
    else if (action === 'paint-object') this.#paintObject();
    else this.#changeState(action);
  }

  #changeState(action: Action): void {
    if (action === 'transform') this.#placement.transform(this.#scanner);
    else if (action === 'save') this.#placement.save();
    else this.#placement.restore();
    if (action !== 'transform') this.#state += 1;
  }

  #span(kind: Span['kind'], start: number, height = 0): Span {
    const [end, mark, run, state] = [this.#scanner.end, this.#mark, this.#run, this.#state];
    return { kind, start, end, mark, height, run, state };
  }

  #paintPath(): void {
    if (this.#pathStart >= 0) this.#spans.push(this.#span('graphic', this.#pathStart));
    this.#pathStart = -1;
  }

  #paintObject(): void {
    const kind = this.#kindOf(this.#scanner.name(0));
    if (kind !== 'tagged-form') this.#spans.push(this.#span(kind, this.#scanner.start));
  }

  #beginText(): void {
    this.#textStart = this.#scanner.start;
    this.#textRun = this.#run;
    this.#shown = [];
    this.#placement.beginText();
  }

  #moveText(): void {
    if (this.#shown.length === 0) this.#placement.moveText(this.#scanner);
  }

  /** In a text object that no mark cuts, its first glyphs stand for all. */
  #show(): void {
    if (this.#shown.length > 0 && this.#mark !== undefined && this.#run === this.#textRun) return;
    this.#shown.push(this.#span('text', this.#scanner.start, this.#placement.height));
  }

  #endText(): void {
    const [first] = this.#shown;
    if (first && this.#run === this.#textRun) {
      const { height } = first;
      this.#spans.push(this.#span('text', this.#textStart, height));
    } else this.#spans.push(...this.#shown);
    this.#shown = [];
    this.#textStart = -1;
  }

  #openMark(): void {
    const tag = this.#scanner.name(0);
    const properties = this.#readProperties();
    if (tag !== 'Artifact' && properties === undefined) {
      this.#open.push(undefined);
      return;
    }
    const { start, end } = this.#scanner;
    const mark = {
      tag,
      mcid: tag === 'Artifact' ? undefined : properties?.mcid,
      open: { start, end },
      nests: false,
    };
    for (const around of this.#open) if (around) around.nests = true;
    this.#open.push(mark);
    this.#marks.push(mark);
    this.#turnTo(mark);
  }

  /**
   * A mark's number. Properties in the resources (14.6.2), which Chromium does not use, are not looked up: such
   * content stays as it is.
   */
  #readProperties(): { readonly mcid: number | undefined } | undefined {
    if (this.#scanner.operandCount < 2) return undefined;
    const from = this.#scanner.operand(1);
    if (this.#scanner.bytes[from] !== 0x3c) return { mcid: undefined };
    const digits = /\/MCID\s*(\d+)/.exec(latin1(this.#scanner.bytes, from, this.#scanner.end))?.[1];
    return digits === undefined ? undefined : { mcid: Number(digits) };
  }

  #closeMark(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    closed.close = { start: this.#scanner.start, end: this.#scanner.end };
    this.#turnTo(this.#open.findLast((mark) => mark !== undefined));
  }

  #turnTo(mark: Mark | undefined): void {
    this.#mark = mark;
    this.#run += 1;
  }
}
