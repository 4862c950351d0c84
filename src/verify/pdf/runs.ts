/** Runs of glyphs: how large and where on the page they are drawn. */
import type { Font, FontGlyph } from './fonts.ts';
import type { Matrix } from './matrix.ts';
import type { TextState } from './text-state.ts';

/** Neighbouring glyphs of one font and size on one baseline, in one piece of marked content. */
export interface Run {
  /** `contentId` of the marked content; empty outside the structure tree. */
  readonly id: string;
  readonly font: Font;
  readonly text: string;
  /** Height of the em in pt on the page, or its width where the text is narrowed. */
  readonly size: number;
  /** What 1 unit of the content measures on the page in pt, the font's size left out of account. */
  readonly scale: number;
  /** Whether the letters lean: by their font or by the matrix. */
  readonly slanted: boolean;
  /** Whether the letters stand on their feet: neither turned nor mirrored, and leaning no more than italics do. */
  readonly upright: boolean;
  /** Height of the first glyph's origin, in pt from the origin of the page's space. */
  readonly baseline: number;
  /** Box around the glyphs that are seen, in pt; white space counts only between them. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Between these parts of the em above and below the baseline stands almost every letter. */
const above = 0.75;
const below = 0.22;
/** Baselines closer than this, in pt, are one. */
const sameLine = 0.05;

type Draft = { -readonly [Key in keyof Run]: Run[Key] };

/** Gathers glyphs into runs, in the order in which they are drawn. */
export class RunGatherer {
  readonly runs: Draft[] = [];
  #last: Draft | undefined;
  #state: TextState['now'] | undefined;
  #shape: Matrix | undefined;

  /** Puts a glyph at the state's place. @param width in text space */
  add(id: string, { text, isBlank }: FontGlyph, state: TextState, font: Font, width: number): void {
    const run = this.#continue(id, state) ?? this.#start(id, state, font);
    run.text += text;
    if (!isBlank) enclose(run, state, width);
  }

  /** Ends the present run. */
  part(): void {
    this.#last = undefined;
  }

  #continue(id: string, { now, shape, y }: TextState): Draft | undefined {
    const last = this.#last;
    if (last === undefined || last.id !== id || Math.abs(y - last.baseline) > sameLine) return undefined;
    return isAlike(this.#state, now) && isAlikeShape(this.#shape, shape) ? last : undefined;
  }

  #start(id: string, { now, shape, y }: TextState, font: Font): Draft {
    this.#shape = shape;
    this.#state = now;
    const [a, b, c, d] = shape;
    const across = Math.hypot(a, b) * Math.abs(now.stretch);
    const upright = Math.hypot(c, d);
    const run: Draft = {
      id,
      font,
      text: '',
      size: Math.abs(now.size) * Math.min(across, upright),
      scale: Math.hypot(now.ctm[2], now.ctm[3]),
      slanted: font.slanted || Math.abs(a * c + b * d) > leaning * across * upright,
      upright: isUpright(shape, now),
      baseline: y,
      left: Number.POSITIVE_INFINITY,
      right: Number.NEGATIVE_INFINITY,
      bottom: Number.POSITIVE_INFINITY,
      top: Number.NEGATIVE_INFINITY,
    };
    this.runs.push(run);
    this.#last = run;
    return run;
  }
}

/** What programs lean for want of an italic face leans by a quarter or a fifth. */
const mostLeaning = 0.4;

function isUpright([a, b, c, d]: Matrix, { size, stretch }: TextState['now']): boolean {
  const across = a * size * stretch;
  const up = d * size;
  if (across <= 0 || up <= 0) return false;
  return Math.abs(b) <= leaning * Math.abs(a) && Math.abs(c) <= mostLeaning * Math.abs(d);
}

/** Cosine between the axes of a matrix that makes letters lean by some 3 degrees. */
const leaning = 0.05;

function isAlike(one: TextState['now'] | undefined, other: TextState['now']): boolean {
  if (one === other) return true;
  return one?.font === other.font && one?.size === other.size && one?.stretch === other.stretch;
}

function isAlikeShape(one: Matrix | undefined, other: Matrix): boolean {
  if (one === other) return true;
  return one?.[0] === other[0] && one[1] === other[1] && one[2] === other[2] && one[3] === other[3];
}

function enclose(run: Draft, { now, shape, x, y }: TextState, width: number): void {
  const far = width * now.stretch;
  const low = now.rise - below * now.size;
  const high = now.rise + above * now.size;
  reach(run, shape, x, y, 0, low);
  reach(run, shape, x, y, far, high);
  if (shape[1] === 0 && shape[2] === 0) return;
  reach(run, shape, x, y, 0, high);
  reach(run, shape, x, y, far, low);
}

function reach(run: Draft, shape: Matrix, x: number, y: number, right: number, up: number): void {
  const across = shape[0] * right + shape[2] * up + x;
  const height = shape[1] * right + shape[3] * up + y;
  if (across < run.left) run.left = across;
  if (across > run.right) run.right = across;
  if (height < run.bottom) run.bottom = height;
  if (height > run.top) run.top = height;
}
