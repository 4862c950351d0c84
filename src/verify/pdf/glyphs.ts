/** Puts every glyph of a page in its place, as its content streams are read. */
import { codeAt } from './cmap.ts';
import type { Font } from './fonts.ts';
import { Gauge } from './gaps.ts';
import type { Matrix } from './matrix.ts';
import { type Run, RunGatherer } from './runs.ts';
import { TextState } from './text-state.ts';
import type { Operation } from './tokens.ts';

/** Follows one page. */
export class GlyphReader {
  readonly #state = new TextState();
  readonly #gatherer = new RunGatherer();
  readonly gauge = new Gauge();

  /** In the order in which they are drawn. */
  get runs(): readonly Run[] {
    return this.#gatherer.runs;
  }

  /** Where the next glyph begins, in pt from the left. */
  get x(): number {
    return this.#state.x;
  }

  /** User space → page space. */
  get ctm(): Matrix {
    return this.#state.now.ctm;
  }

  /** Lets the next glyph begin a run: it is painted otherwise than those before it, or behind something else. */
  part(): void {
    this.#gatherer.part();
  }

  /** Goes into a page's or form's own space. */
  enter(own: Matrix): void {
    this.#state.enter(own);
  }

  leave(): void {
    this.#state.leave();
  }

  apply(operation: Operation): void {
    this.#state.apply(operation);
  }

  /** Obeys `Td`. */
  move(x: number, y: number): void {
    this.#state.move(x, y);
  }

  selectFont(font: Font | undefined, size: number): void {
    this.#state.selectFont(font, size);
  }

  /** Moves by a number of a `TJ` array. */
  adjust(thousandths: number): void {
    this.#state.adjust(thousandths);
  }

  /**
   * Places each glyph of a string.
   * @param id of the marked content that it stands in; undefined when the string is passed over
   * @returns its text, with what is between its letters and those before it
   */
  draw(bytes: Uint8Array, font: Font, id: string | undefined): string {
    const step = font.decoder.width;
    let text = '';
    for (let at = 0; at + step <= bytes.length; at += step) {
      const code = codeAt(step, bytes, at);
      const glyph = font.glyphOf(code);
      const width = glyph.width * this.#state.now.size;
      if (id !== undefined) {
        this.#gatherer.add(id, glyph, this.#state, font, width);
        if (glyph.measure === 'letter') text += this.gauge.take(this.#state, width);
        else if (glyph.measure === 'space') this.gauge.skip();
      }
      this.#state.advance(width, step === 1 && code === 32);
      text += glyph.text;
    }
    return text;
  }
}
