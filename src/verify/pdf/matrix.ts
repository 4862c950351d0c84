/** Transformation matrices of a PDF (ISO 32000-1, 8.3.3). */
import type { Operand } from './tokens.ts';

/** `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * The matrix that does `first`, then `second`. By index: taking an array apart by its iterator makes an object for
 * each number, until the function is compiled, and this is needed for each letter.
 */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const a = first[0];
  const b = first[1];
  const c = first[2];
  const d = first[3];
  const e = first[4];
  const f = first[5];
  const g = second[0];
  const h = second[1];
  const i = second[2];
  const j = second[3];
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + second[4],
    e * h + f * j + second[5],
  ];
}

/** The matrix that six operands make. */
export function toMatrix(operands: readonly (Operand | undefined)[]): Matrix {
  return [
    numberAt(operands, 0),
    numberAt(operands, 1),
    numberAt(operands, 2),
    numberAt(operands, 3),
    numberAt(operands, 4),
    numberAt(operands, 5),
  ];
}

/** An operand as a number; rubbish counts as 0, and what is missing too. */
export function numberAt(operands: readonly (Operand | undefined)[], index: number): number {
  const operand = operands[index];
  return typeof operand === 'number' ? operand : 0;
}
