/** Transformation matrices of a PDF (ISO 32000-1, 8.3.3). */
import type { Operand } from './tokens.ts';

/** `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that does `first`, then `second`. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** The matrix that six operands make; rubbish counts as 0, and what is missing too. */
export function toMatrix(operands: readonly (Operand | undefined)[]): Matrix {
  const at = (index: number) => {
    const operand = operands[index];
    return typeof operand === 'number' ? operand : 0;
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}
