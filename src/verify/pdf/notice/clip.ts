/** Clipping: what of a page can be painted (ISO 32000-1, 8.5.4). */
import type { Matrix } from '../matrix.ts';
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
const stroking = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);
const filling = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);

/** Follows the path that is being made. */
export class PathReader {
  #rectangles: Box[] = [];
  #outlines: Box[] = [];
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
    const [x = 0, y = 0, width = 0, height = 0] = operands.map(numberOf);
    const box = boxOf(ctm, { left: x, bottom: y, right: x + width, top: y + height });
    this.#rectangles.push(box);
    this.#outlines.push(box);
    if (!keepsRectangles(ctm)) this.#isPlain = false;
  }

  /** Lines and curves; the points that steer a curve count as its own, so that it lies within them. */
  #draw(operator: string, operands: readonly Operand[], ctm: Matrix): void {
    this.#isPlain = false;
    const [a, b, c, d, e, f] = ctm;
    let box = operator === 'm' ? undefined : this.#outlines.pop();
    for (let at = 0; at + 1 < operands.length; at += 2) {
      const [x, y] = [numberOf(operands[at]), numberOf(operands[at + 1])];
      const [across, up] = [a * x + c * y + e, b * x + d * y + f];
      const point = { left: across, bottom: up, right: across, top: up };
      box = box ? join(box, point) : point;
    }
    if (box) this.#outlines.push(box);
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
export function boxOf([a, b, c, d, e, f]: Matrix, { left, bottom, right, top }: Box): Box {
  const [x1, x2, x3, x4] = [a * left, a * right, c * bottom, c * top];
  const [y1, y2, y3, y4] = [b * left, b * right, d * bottom, d * top];
  return {
    left: Math.min(x1 + x3, x1 + x4, x2 + x3, x2 + x4) + e,
    bottom: Math.min(y1 + y3, y1 + y4, y2 + y3, y2 + y4) + f,
    right: Math.max(x1 + x3, x1 + x4, x2 + x3, x2 + x4) + e,
    top: Math.max(y1 + y3, y1 + y4, y2 + y3, y2 + y4) + f,
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

function numberOf(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : 0;
}

function intersect(one: Box, other: Box): Box {
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
