/** Clipping: what of a page can be painted (ISO 32000-1, 8.5.4). */
import { type Matrix, numberAt } from '../matrix.ts';
import type { Box } from '../open.ts';
import type { Operand, Operation } from '../tokens.ts';

/** What is left to paint on: a rectangle, or a shape of which nothing is known but that it lies within. */
export interface Clip {
  readonly box: Box;
  readonly isRectangle: boolean;
}

const wide = Number.POSITIVE_INFINITY;

/** Nothing is cut off. */
export const unclipped: Clip = {
  box: { left: -wide, bottom: -wide, right: wide, top: wide },
  isRectangle: true,
};

const building = new Set(['m', 'l', 'c', 'v', 'y', 'h']);
const ending = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n']);
/** Operators that make a path, paint it or cut with it. */
export const pathOperators: readonly string[] = ['re', 'W', 'W*', ...building, ...ending];

const stroking = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);
const filling = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);

/** Follows the path that is being made. */
export class PathReader {
  #rectangles: Box[] = [];
  #outlines: GrowingBox[] = [];
  #isPlain = true;
  #cuts = false;

  /**
   * Obeys an operator.
   * @returns what the finished path does, at the operator that ends it
   */
  apply({ operator, operands }: Operation, ctm: Matrix): FinishedPath | undefined {
    if (operator === 're') this.#addRectangle(operands, ctm);
    else if (building.has(operator)) this.#draw(operator, operands, ctm);
    else if (operator === 'W' || operator === 'W*') this.#cuts = true;
    else if (ending.has(operator)) return this.#finish(operator);
    return undefined;
  }

  #addRectangle(operands: readonly Operand[], ctm: Matrix): void {
    const x = numberAt(operands, 0);
    const y = numberAt(operands, 1);
    const right = x + numberAt(operands, 2);
    const box = boxOf(ctm, { left: x, bottom: y, right, top: y + numberAt(operands, 3) });
    this.#rectangles.push(box);
    this.#outlines.push({ ...box });
    if (!keepsRectangles(ctm)) this.#isPlain = false;
  }

  /** Lines and curves; the points that steer a curve count as its own, so that it lies within them. */
  #draw(operator: string, operands: readonly Operand[], ctm: Matrix): void {
    this.#isPlain = false;
    let box = operator === 'm' ? undefined : this.#outlines.at(-1);
    for (let at = 0; at + 1 < operands.length; at += 2) {
      const x = numberAt(operands, at);
      const y = numberAt(operands, at + 1);
      const across = ctm[0] * x + ctm[2] * y + ctm[4];
      const up = ctm[1] * x + ctm[3] * y + ctm[5];
      if (box) reachOut(box, across, up);
      else {
        box = { left: across, bottom: up, right: across, top: up };
        this.#outlines.push(box);
      }
    }
  }

  #finish(operator: string): FinishedPath {
    const path = {
      cuts: this.#cuts,
      isStroked: stroking.has(operator),
      isFilled: filling.has(operator),
      rectangles: this.#isPlain ? this.#rectangles : [],
      outlines: this.#outlines,
    };
    this.#rectangles = [];
    this.#outlines = [];
    this.#isPlain = true;
    this.#cuts = false;
    return path;
  }
}

type GrowingBox = { -readonly [Side in keyof Box]: Box[Side] };

/** Lets a box hold a point. */
function reachOut(box: GrowingBox, across: number, up: number): void {
  if (across < box.left) box.left = across;
  if (across > box.right) box.right = across;
  if (up < box.bottom) box.bottom = up;
  if (up > box.top) box.top = up;
}

/** A path at its end. */
export interface FinishedPath {
  /** Whether it becomes a part of the clip. */
  readonly cuts: boolean;
  readonly isStroked: boolean;
  readonly isFilled: boolean;
  /** In pt on the page; empty when it is made of anything else. */
  readonly rectangles: readonly Box[];
  /** In pt on the page: the box around each of its subpaths. */
  readonly outlines: readonly Box[];
}

/** The clip with a path added: one rectangle keeps it a rectangle. */
export function cutWith(clip: Clip, [rectangle, second]: readonly Box[]): Clip {
  if (!rectangle || second) return { ...clip, isRectangle: false };
  return { box: intersect(clip.box, rectangle), isRectangle: clip.isRectangle };
}

/** The box around a rectangle that a matrix moved. */
export function boxOf(matrix: Matrix, { left, bottom, right, top }: Box): Box {
  const across = reach(matrix[0] * left, matrix[0] * right, matrix[2] * bottom, matrix[2] * top, matrix[4]);
  const up = reach(matrix[1] * left, matrix[1] * right, matrix[3] * bottom, matrix[3] * top, matrix[5]);
  return { left: across.from, bottom: up.from, right: across.to, top: up.to };
}

/** From the least to the largest sum of one of two numbers and one of two others, moved on. */
function reach(a: number, b: number, c: number, d: number, by: number): { from: number; to: number } {
  return {
    from: Math.min(a + c, a + d, b + c, b + d) + by,
    to: Math.max(a + c, a + d, b + c, b + d) + by,
  };
}

/** Whether one box lies in another, but for a tolerance in pt. */
export function holds(outer: Box, inner: Box, tolerance = 0.1): boolean {
  return (
    inner.left >= outer.left - tolerance &&
    inner.right <= outer.right + tolerance &&
    inner.bottom >= outer.bottom - tolerance &&
    inner.top <= outer.top + tolerance
  );
}

/** The box around boxes; inside out when there are none. */
export function enclose(boxes: readonly Box[]): Box {
  return boxes.reduce(join, { left: wide, bottom: wide, right: -wide, top: -wide });
}

function join(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
    top: Math.max(one.top, other.top),
  };
}

/** What two boxes share; inside out when they share nothing. */
export function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}

function keepsRectangles([a, b, c, d]: Matrix): boolean {
  return (a === 0 && d === 0) || (b === 0 && c === 0);
}

/** A box with so much more on each side. */
export function widen({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}
