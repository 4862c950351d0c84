/** The part of the graphics state that says whether glyphs are seen (ISO 32000-1, 8.4, 8.6, 9.3.6 and 11). */
import type { PdfDict } from '@libpdf/core';
import type { Matrix } from '../matrix.ts';
import { asArray, asDict, asName, asNumber, asStream, type Resolve } from '../objects.ts';
import { isName, type Operand, type Operation } from '../tokens.ts';
import {
  boxOf,
  type Clip,
  cutWith,
  type FinishedPath,
  PathReader,
  pathOperators,
  unclipped,
} from './clip.ts';
import { fromDevice, type Rgb } from './colour.ts';

/** How the next glyph would be painted. */
export interface Paint {
  /** Undefined when it is a pattern, or of a colour space other than grey, RGB and CMYK. */
  readonly fill: Rgb | undefined;
  /** The same of lines. */
  readonly stroke: Rgb | undefined;
  /** In units of the content. */
  readonly lineWidth: number;
  /** 1 is opaque. */
  readonly alpha: number;
  /** It takes what lies below into account (11.3.5). */
  readonly isBlended: boolean;
  /** A soft mask lies on it (11.6.5.2). */
  readonly isMasked: boolean;
  /** Text rendering mode: 0 fills, 1 strokes, 2 does both, 3 does nothing, from 4 on it clips as well. */
  readonly mode: number;
  readonly clip: Clip;
}

const initial: Paint = {
  fill: [0, 0, 0],
  stroke: [0, 0, 0],
  lineWidth: 1,
  alpha: 1,
  isBlended: false,
  isMasked: false,
  mode: 0,
  clip: unclipped,
};

const deviceOperators: Readonly<Record<string, number>> = { g: 1, rg: 3, k: 4 };
/** Operators of lines' colours, and the number of components; undefined for those that are not followed. */
const strokeOperators = new Map([
  ['G', 1],
  ['RG', 3],
  ['K', 4],
  ['CS', undefined],
  ['SC', undefined],
  ['SCN', undefined],
]);
const deviceSpaces: Readonly<Record<string, number>> = {
  DeviceGray: 1,
  CalGray: 1,
  DeviceRGB: 3,
  CalRGB: 3,
  DeviceCMYK: 4,
};

/** Operators that change how letters and paths are painted, and those that make and paint paths. */
export const paintOperators = [
  ...['q', 'Q', 'gs', 'Tr', 'ET', 'w', 'cs', 'sc', 'scn'],
  ...Object.keys(deviceOperators),
  ...strokeOperators.keys(),
  ...pathOperators,
];

/** Adds to a path, and does nothing else: drawings are made of thousands of these. */
export function extendsPath(operator: string): boolean {
  return operator === 'l' || operator === 'm' || operator === 'c';
}

interface Level {
  readonly paint: Paint;
  readonly components: number | undefined;
}

/** Follows the operators of a page's content and of the forms that it draws. */
export class PaintState {
  readonly #resolve: Resolve;
  readonly #path = new PathReader();
  readonly #outer: {
    readonly level: Level;
    readonly stack: Level[];
    readonly resources: PdfDict | undefined;
  }[] = [];
  #stack: Level[] = [];
  #resources: PdfDict | undefined;
  #paint = initial;
  /** How many the fill's colour space has; undefined for a space that is not read. */
  #components: number | undefined = 1;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  get paint(): Paint {
    return this.#paint;
  }

  /** @param ctm form space → page space; a form is clipped to its `BBox` (8.10.1) */
  enter(dict: PdfDict, resources: PdfDict | undefined, ctm: Matrix): void {
    this.#outer.push({ level: this.#level, stack: this.#stack, resources: this.#resources });
    this.#stack = [];
    this.#resources = resources;
    const box = asArray(this.#resolve(dict.get('BBox')))?.toArray() ?? [];
    if (box.length < 4) return;
    const [a = 0, b = 0, c = 0, d = 0] = box.map((it) => asNumber(this.#resolve(it)) ?? 0);
    const corners = {
      left: Math.min(a, c),
      bottom: Math.min(b, d),
      right: Math.max(a, c),
      top: Math.max(b, d),
    };
    this.#set({ clip: cutWith(this.#paint.clip, [boxOf(ctm, corners)]) });
  }

  leave(): void {
    const outer = this.#outer.pop();
    if (!outer) return;
    this.#stack = outer.stack;
    this.#resources = outer.resources;
    this.#restore(outer.level);
  }

  /** Obeys an operator. @returns the path that it ends, if it does */
  apply(operation: Operation, ctm: Matrix): FinishedPath | undefined {
    const { operator, operands } = operation;
    if (extendsPath(operator)) return this.#path.apply(operation, ctm);
    if (operator === 'q') this.#stack.push(this.#level);
    else if (operator === 'Q') this.#restore(this.#stack.pop() ?? this.#level);
    else if (operator === 'gs') this.#applyState(operands[0]);
    else if (operator === 'Tr') this.#set({ mode: numberOf(operands[0]) });
    else if (operator === 'w') this.#set({ lineWidth: Math.abs(numberOf(operands[0])) });
    else if (operator === 'ET' && this.#paint.mode >= 4) this.#set({ clip: cutWith(this.#paint.clip, []) });
    else this.#applyColour(operation);
    const path = this.#path.apply(operation, ctm);
    if (path?.cuts) this.#set({ clip: cutWith(this.#paint.clip, path.rectangles) });
    return path;
  }

  get #level(): Level {
    return { paint: this.#paint, components: this.#components };
  }

  #restore({ paint, components }: Level): void {
    this.#paint = paint;
    this.#components = components;
  }

  #set(change: Partial<Paint>): void {
    this.#paint = { ...this.#paint, ...change };
  }

  #applyColour({ operator, operands }: Operation): void {
    const device = deviceOperators[operator];
    if (strokeOperators.has(operator)) {
      const isPlain = operands.length === strokeOperators.get(operator);
      this.#set({ stroke: isPlain ? fromDevice(operands.map(numberOf)) : undefined });
    } else if (device !== undefined && Object.hasOwn(deviceOperators, operator)) {
      this.#components = device;
      this.#set({ fill: fromDevice(operands.map(numberOf)) });
    } else if (operator === 'cs') {
      this.#components = this.#countComponents(operands[0]);
      this.#set({ fill: this.#components === undefined ? undefined : startColour(this.#components) });
    } else if (operator === 'sc' || operator === 'scn') {
      const isPlain = operands.length === this.#components && operands.every((it) => typeof it === 'number');
      this.#set({ fill: isPlain ? fromDevice(operands.map(numberOf)) : undefined });
    }
  }

  /** Components of a space that is one of a device or stands in for one (8.6.5.5). */
  #countComponents(operand: Operand | undefined): number | undefined {
    if (!isName(operand)) return undefined;
    const named = this.#resolve(asDict(this.#resolve(this.#resources?.get('ColorSpace')))?.get(operand.name));
    const array = asArray(named)?.toArray() ?? [];
    const family = asName(named) ?? asName(this.#resolve(array[0])) ?? operand.name;
    if (family !== 'ICCBased') return Object.hasOwn(deviceSpaces, family) ? deviceSpaces[family] : undefined;
    return asNumber(this.#resolve(asStream(this.#resolve(array[1]))?.get('N')));
  }

  #applyState(operand: Operand | undefined): void {
    const states = asDict(this.#resolve(this.#resources?.get('ExtGState')));
    const state = isName(operand) ? asDict(this.#resolve(states?.get(operand.name))) : undefined;
    if (!state) return;
    const alpha = asNumber(this.#resolve(state.get('ca')));
    const mode = this.#resolve(state.get('BM'));
    const mask = this.#resolve(state.get('SMask'));
    const outer = this.#outer.at(-1)?.level.paint ?? initial;
    const width = asNumber(this.#resolve(state.get('LW')));
    if (width !== undefined) this.#set({ lineWidth: Math.abs(width) });
    if (alpha !== undefined) this.#set({ alpha: Math.min(alpha, outer.alpha) });
    if (mode) this.#set({ isBlended: outer.isBlended || !isPlainMode(asName(mode)) });
    if (mask) this.#set({ isMasked: outer.isMasked || asName(mask) !== 'None' });
  }
}

function isPlainMode(name: string | undefined): boolean {
  return name === 'Normal' || name === 'Compatible';
}

/** Black, as every space of a device begins (8.6.8). */
function startColour(components: number): Rgb | undefined {
  return fromDevice(components === 4 ? [0, 0, 0, 1] : Array.from({ length: components }, () => 0));
}

function numberOf(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : 0;
}
