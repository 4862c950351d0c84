/** The part of the graphics state that says where and how large glyphs are drawn (ISO 32000-1, 8.4, 9.3, 9.4). */
import type { Font } from './fonts.ts';
import { identity, type Matrix, multiply, numberAt, toMatrix } from './matrix.ts';
import type { Operand, Operation } from './tokens.ts';

/** What `q` saves and `Q` brings back. */
interface Saved {
  readonly ctm: Matrix;
  /** Absent when the resources have none of the name. */
  readonly font: Font | undefined;
  readonly size: number;
  readonly characterSpace: number;
  readonly wordSpace: number;
  /** Horizontal scaling: 1 is as the font has it. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

const initial: Saved = {
  ctm: identity,
  font: undefined,
  size: 0,
  characterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
};

/** Operators that set a value, and what they set (tables 105, 108 and 109). */
const settings = new Map<string, (first: number, second: number) => Partial<Saved>>([
  ['TL', (leading) => ({ leading })],
  ['TD', (_, down) => ({ leading: -down })],
  ['Tc', (characterSpace) => ({ characterSpace })],
  ['Tw', (wordSpace) => ({ wordSpace })],
  ['"', (wordSpace, characterSpace) => ({ wordSpace, characterSpace })],
  ['Tz', (percent) => ({ stretch: percent / 100 })],
  ['Ts', (rise) => ({ rise })],
]);

/** Operators that `TextState` obeys. */
export const textStateOperators = ['Td', 'Tm', 'BT', 'T*', "'", 'q', 'Q', 'cm', ...settings.keys()];

/**
 * Follows the operators of a page's content and of the forms that it draws. A page sets each letter by itself:
 * what happens for each letter changes numbers in place.
 */
export class TextState {
  #now: Saved = initial;
  #stack: Saved[] = [];
  readonly #outer: { readonly state: Saved; readonly stack: Saved[] }[] = [];
  #line: Matrix = identity;
  /** Text space → page space in pt; its origin is not kept up to date. */
  shape: Matrix = identity;
  /** Where the present line begins, in pt on the page. */
  #lineX = 0;
  #lineY = 0;
  /** Where the next glyph begins, in pt on the page. */
  x = 0;
  y = 0;

  get now(): Saved {
    return this.#now;
  }

  selectFont(font: Font | undefined, size: number): void {
    this.#now = { ...this.#now, font, size };
  }

  /** Goes into a page's or form's own space. */
  enter(own: Matrix): void {
    this.#outer.push({ state: this.#now, stack: this.#stack });
    this.#stack = [];
    this.#change({ ...this.#now, ctm: multiply(own, this.#now.ctm) });
  }

  /** Comes back out of it; what it left behind is undone (8.10.1). */
  leave(): void {
    const outer = this.#outer.pop();
    if (!outer) return;
    this.#stack = outer.stack;
    this.#change(outer.state);
  }

  /** Moves on by a glyph of a width in text space before scaling; `isSpace` for the single byte 32 (9.3.3). */
  advance(width: number, isSpace: boolean): void {
    const { characterSpace, wordSpace, stretch } = this.#now;
    this.#shift((width + characterSpace + (isSpace ? wordSpace : 0)) * stretch);
  }

  /** Moves by a number of a `TJ` array: thousandths of the font size, to the left. */
  adjust(thousandths: number): void {
    this.#shift((-thousandths / 1000) * this.#now.size * this.#now.stretch);
  }

  /** Obeys an operator; those that do not concern it are passed over. */
  apply({ operator, operands }: Operation): void {
    if (operator === 'Td') this.move(numberAt(operands, 0), numberAt(operands, 1));
    else if (operator === 'Tj') return;
    else if (operator === 'Tm') this.#setText(toMatrix(operands));
    else if (operator === 'BT') this.#setText(identity);
    else if (operator === 'q') this.#stack.push(this.#now);
    else if (operator === 'Q') this.#change(this.#stack.pop() ?? this.#now);
    else if (operator === 'cm')
      this.#change({ ...this.#now, ctm: multiply(toMatrix(operands), this.#now.ctm) });
    else this.#applySeldom(operator, operands);
  }

  #applySeldom(operator: string, operands: readonly Operand[]): void {
    const [first, second] = [numberAt(operands, 0), numberAt(operands, 1)];
    const setting = settings.get(operator);
    if (setting) this.#now = { ...this.#now, ...setting(first, second) };
    if (operator === 'TD') this.move(first, second);
    if (operator === 'T*' || operator === "'" || operator === '"') this.move(0, -this.#now.leading);
  }

  #change(state: Saved): void {
    const moved = state.ctm !== this.#now.ctm;
    this.#now = state;
    if (moved) this.#place();
  }

  #setText(matrix: Matrix): void {
    this.#line = matrix;
    this.#place();
  }

  #place(): void {
    this.shape = multiply(this.#line, this.#now.ctm);
    this.#lineX = this.shape[4];
    this.#lineY = this.shape[5];
    this.x = this.#lineX;
    this.y = this.#lineY;
  }

  /** Obeys `Td`. */
  move(x: number, y: number): void {
    const { shape } = this;
    this.#lineX += x * shape[0] + y * shape[2];
    this.#lineY += x * shape[1] + y * shape[3];
    this.x = this.#lineX;
    this.y = this.#lineY;
  }

  #shift(x: number): void {
    this.x += x * this.shape[0];
    this.y += x * this.shape[1];
  }
}
