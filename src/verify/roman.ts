/** Roman numerals, as page labels and nested lists show them. */

const steps = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** Larger numbers, which only a broken file has, are written as this one. */
const largest = 5000;

/** `14` → `xiv`; nothing for numbers below 1. */
export function toRoman(number: number): string {
  let rest = Math.min(number, largest);
  let roman = '';
  for (const [value, letters] of steps) {
    roman += letters.repeat(Math.max(0, Math.floor(rest / value)));
    rest %= value;
  }
  return roman;
}
