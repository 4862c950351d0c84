import assert from 'node:assert/strict';

/** What XML 1.0, section 2.2 (production `Char`) leaves out: most control characters and halves of pairs. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/**
 * Asserts that XML can hold every string in a value, however deep: no escape can write the others.
 * @param where file named in the message
 */
export function assertText(where: string, value: unknown): void {
  if (typeof value === 'string') {
    assert(
      !forbidden.test(value),
      `Unexpected character in ${where}, expected what XML can hold: ${JSON.stringify(value)}`,
    );
  }
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) assertText(where, part);
}
