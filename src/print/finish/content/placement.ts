/** How high on the page text stands: the transformations in force (ISO 32000-1, 8.3.3 and 9.4.2). */
import type { Scanner } from './scanner.ts';

/** What a transformation makes of a height, as much of it as heights need: `b·x + d·y + f`. */
interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export class Placement {
  #matrix = identity;
  readonly #saved: Matrix[] = [];
  #x = 0;
  #y = 0;

  save(): void {
    this.#saved.push(this.#matrix);
  }

  restore(): void {
    this.#matrix = this.#saved.pop() ?? this.#matrix;
  }

  /** `cm`: the new matrix is put before the one in force. */
  transform(scanner: Scanner): void {
    const { a, b, c, d, e, f } = this.#matrix;
    const m = readMatrix(scanner);
    this.#matrix = {
      a: m.a * a + m.b * c,
      b: m.a * b + m.b * d,
      c: m.c * a + m.d * c,
      d: m.c * b + m.d * d,
      e: m.e * a + m.f * c + e,
      f: m.e * b + m.f * d + f,
    };
  }

  beginText(): void {
    this.#x = 0;
    this.#y = 0;
  }

  placeText(scanner: Scanner): void {
    this.#x = scanner.number(4);
    this.#y = scanner.number(5);
  }

  /** Only what comes before the first glyph counts, where the text matrix does not scale yet. */
  moveText(scanner: Scanner): void {
    this.#x += scanner.number(0);
    this.#y += scanner.number(1);
  }

  /** Height of the text's line above the origin of the stream's space, in pt on a page. */
  get height(): number {
    return this.#matrix.b * this.#x + this.#matrix.d * this.#y + this.#matrix.f;
  }
}

function readMatrix(scanner: Scanner): Matrix {
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((index) => scanner.number(index)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { a, b, c, d, e, f };
}
