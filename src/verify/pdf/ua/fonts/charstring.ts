/** The advance in a Type 2 charstring (Adobe Technical Note 5177, 4.1). */

/** Subroutines within subroutines: the format allows 10. */
const deepest = 10;

/** What stands on the stack for the width before the first operator that clears it. */
interface State {
  stack: number[];
  readonly local: readonly Uint8Array[];
  readonly global: readonly Uint8Array[];
}

/**
 * The width as the charstring gives it, to be added to the nominal one; `default` when it gives none;
 * undefined when it does not make sense.
 */
export function measure(
  program: Uint8Array,
  local: readonly Uint8Array[],
  global: readonly Uint8Array[],
): number | 'default' | undefined {
  const result = run(program, { stack: [], local, global }, 0);
  return result === 'return' ? undefined : result;
}

/** Operators that clear the stack, with the number of their operands; stems take pairs. */
const operands = new Map<number, number | 'pairs'>([
  [1, 'pairs'],
  [3, 'pairs'],
  [18, 'pairs'],
  [23, 'pairs'],
  [19, 'pairs'],
  [20, 'pairs'],
  [21, 2],
  [4, 1],
  [22, 1],
  [14, 0],
]);

function run(program: Uint8Array, state: State, depth: number): number | 'default' | 'return' | undefined {
  if (depth > deepest) return undefined;
  for (let at = 0; at < program.length; ) {
    const byte = program[at] ?? 0;
    if (byte === 28 || byte >= 32) {
      at += pushNumber(program, at, state.stack);
      continue;
    }
    at += 1;
    if (byte === 11) return 'return';
    if (byte === 10 || byte === 29) {
      const result = call(byte === 10 ? state.local : state.global, state, depth);
      if (result !== 'return') return result;
      continue;
    }
    const expected = operands.get(byte);
    return expected === undefined ? undefined : pickWidth(state.stack, expected);
  }
  return 'return';
}

function call(subrs: readonly Uint8Array[], state: State, depth: number): ReturnType<typeof run> {
  const bias = subrs.length < 1240 ? 107 : subrs.length < 33900 ? 1131 : 32768;
  const subr = subrs[(state.stack.pop() ?? 0) + bias];
  return subr && run(subr, state, depth + 1);
}

/** One operand more than the operator takes is the width. `endchar` may take four for an accent. */
function pickWidth(stack: readonly number[], expected: number | 'pairs'): number | 'default' {
  const [first] = stack;
  if (first === undefined) return 'default';
  const extra = expected === 'pairs' ? stack.length % 2 === 1 : isOneMore(stack.length, expected);
  return extra ? first : 'default';
}

function isOneMore(length: number, expected: number): boolean {
  return expected === 0 ? length === 1 || length === 5 : length > expected;
}

/** Bytes taken. */
function pushNumber(program: Uint8Array, at: number, stack: number[]): number {
  const [byte = 0, one = 0, two = 0] = program.subarray(at, at + 3);
  if (byte === 28) {
    stack.push((((one << 8) | two) << 16) >> 16);
    return 3;
  }
  if (byte === 255) {
    const view = new DataView(new ArrayBuffer(4));
    for (let index = 0; index < 4; index += 1) view.setUint8(index, program[at + 1 + index] ?? 0);
    stack.push(view.getInt32(0) / 65536);
    return 5;
  }
  if (byte <= 246) stack.push(byte - 139);
  else if (byte <= 250) stack.push((byte - 247) * 256 + one + 108);
  else stack.push(-(byte - 251) * 256 - one - 108);
  return byte <= 246 ? 1 : 2;
}
