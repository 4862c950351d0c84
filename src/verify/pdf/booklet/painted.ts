/** Lines, areas and pictures on a side of a sheet: how far they reach to the left and right. */

import type { ContentListener, ContentStream } from '../content.ts';
import { MarkStack, markOperators, outside } from '../mark-stack.ts';
import { identity, type Matrix, multiply, toMatrix } from '../matrix.ts';
import { asArray, asDict, asName, asNumber, asStream, type Resolve } from '../objects.ts';
import { inlineImage, isName, type Operand, type Operation } from '../tokens.ts';

/** From left to right, in pt on the page. */
export interface Extent {
  left: number;
  right: number;
}

const painting = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
/** Places of the points among the operands of what makes a path (ISO 32000-1, 8.5.2). */
const points: Readonly<Record<string, number>> = { m: 1, l: 1, c: 3, v: 2, y: 2 };
const corners = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

/** Text is looked at elsewhere. */
const heard = new Set([
  'q',
  'Q',
  'cm',
  're',
  ...Object.keys(points),
  'n',
  ...painting,
  inlineImage,
  'Do',
  ...markOperators,
]);

/** Listens to the content of one side. */
export class PaintReader implements ContentListener {
  readonly operators = heard;
  /** Lines and areas. */
  readonly drawings: Readonly<Extent>[] = [];
  readonly pictures: Readonly<Extent>[] = [];
  /** Where the first of them begins in each piece of marked content, by its id. */
  readonly marked = new Map<string, number>();
  readonly #marks: MarkStack;
  readonly #resolve: Resolve;
  readonly #streams: { readonly stream: ContentStream; readonly ctm: Matrix; readonly saved: Matrix[] }[] =
    [];
  #ctm: Matrix = identity;
  #path: Extent | undefined;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
    this.#marks = new MarkStack(resolve);
  }

  open(stream: ContentStream): void {
    this.#streams.push({ stream, ctm: this.#ctm, saved: [] });
    this.#marks.enter(stream);
    const matrix = asArray(this.#resolve(stream.dict.get('Matrix')))?.toArray();
    if (matrix) this.#ctm = multiply(toMatrix(matrix.map((it) => asNumber(this.#resolve(it)))), this.#ctm);
  }

  close(): void {
    this.#ctm = this.#streams.pop()?.ctm ?? identity;
    this.#marks.leave();
  }

  take(operation: Operation): void {
    const { operator, operands } = operation;
    const saved = this.#streams.at(-1)?.saved ?? [];
    if (operator === 'q') saved.push(this.#ctm);
    else if (operator === 'Q') this.#ctm = saved.pop() ?? this.#ctm;
    else if (operator === 'cm') this.#ctm = multiply(toMatrix(operands), this.#ctm);
    else if (operator === 're') this.#addRectangle(operands);
    else if (operator in points) this.#addPoints(operands, points[operator] ?? 0);
    else if (operator === 'BMC' || operator === 'BDC') this.#marks.open(operation);
    else if (operator === 'EMC') this.#marks.close();
    else if (operator === 'n') this.#path = undefined;
    else if (painting.has(operator)) this.#paint(this.#path);
    else if (operator === inlineImage || (operator === 'Do' && this.#isPicture(operands[0])))
      this.#paintSquare();
  }

  #paint(extent: Extent | undefined): void {
    if (extent) this.#keep(extent, this.drawings);
    this.#path = undefined;
  }

  /** A picture fills the unit square (8.9.5). */
  #paintSquare(): void {
    const extent = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
    for (const [x, y] of corners) this.#reach(extent, x, y);
    this.#keep(extent, this.pictures);
  }

  #keep(extent: Extent, kind: Readonly<Extent>[]): void {
    kind.push(extent);
    const { id } = this.#marks.top ?? { id: outside };
    if (id !== outside && !this.marked.has(id)) this.marked.set(id, extent.left);
  }

  #addPoints(operands: readonly Operand[], count: number): void {
    this.#path ??= { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
    for (let at = 0; at < count; at++)
      this.#reach(this.#path, toNumber(operands[2 * at]), toNumber(operands[2 * at + 1]));
  }

  #addRectangle([x, y, width, height]: readonly Operand[]): void {
    for (const [across, up] of corners) {
      this.#addPoints([toNumber(x) + across * toNumber(width), toNumber(y) + up * toNumber(height)], 1);
    }
  }

  #reach(extent: Extent, x: number, y: number): void {
    const across = this.#ctm[0] * x + this.#ctm[2] * y + this.#ctm[4];
    extent.left = Math.min(extent.left, across);
    extent.right = Math.max(extent.right, across);
  }

  #isPicture(operand: Operand | undefined): boolean {
    const resources = this.#streams.at(-1)?.stream.resources;
    const objects = asDict(this.#resolve(resources?.get('XObject')));
    const object = isName(operand) ? asStream(this.#resolve(objects?.get(operand.name))) : undefined;
    return asName(this.#resolve(object?.get('Subtype'))) === 'Image';
  }
}

function toNumber(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : 0;
}
