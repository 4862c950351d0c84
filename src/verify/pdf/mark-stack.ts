/** The marked content that is open while a page is read: what each of its glyphs belongs to (ISO 32000-1, 14.6). */
import type { PdfDict } from '@libpdf/core';
import { type ContentStream, contentId } from './content.ts';
import { type Mark, openMark } from './marks.ts';
import { asDict, asNumber, type Resolve } from './objects.ts';
import { isName, type Operand, type Operation } from './tokens.ts';

/** Stands for no marked content, in place of an id. */
export const outside = '';

/** Operators that begin and end marked content. */
export const markOperators = ['BMC', 'BDC', 'EMC'];

interface OpenStream extends Pick<ContentStream, 'resources' | 'holder'> {
  /** Marked content that was open where the stream began. */
  readonly height: number;
}

export class MarkStack {
  readonly #resolve: Resolve;
  readonly #open: Mark[] = [];
  readonly #streams: OpenStream[] = [];

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  /** The innermost one; undefined where none is open. */
  get top(): Mark | undefined {
    return this.#open.at(-1);
  }

  enter({ resources, holder }: ContentStream): void {
    this.#streams.push({ resources, holder, height: this.#open.length });
  }

  /** What a stream left open ends with it. */
  leave(): void {
    this.#open.length = this.#streams.pop()?.height ?? 0;
  }

  /**
   * Obeys `BMC` and `BDC`. A sequence without a number (Chromium's `Span` around each ligature) belongs to the one
   * around it, or the ligature is lost; an artifact belongs to none.
   */
  open({ operands: [tag, properties] }: Operation): void {
    const { resources, holder } = this.#streams.at(-1) ?? { resources: undefined, holder: -1 };
    const number = this.#readNumber(properties, resources);
    const around = this.top;
    const id = number === undefined ? (around?.id ?? outside) : contentId(holder, number);
    const name = isName(tag) ? tag.name : '';
    this.#open.push(openMark(name, properties, name === 'Artifact' ? outside : id, around));
  }

  /** Obeys `EMC`: what was closed, if the present stream had opened it. */
  close(): Mark | undefined {
    return this.#open.length > (this.#streams.at(-1)?.height ?? 0) ? this.#open.pop() : undefined;
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
}
