/** Roman numerals, as the front matter of a book has them. */

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

/** `14` → `xiv`: lower case, as CSS `lower-roman` and `/S /r` of page labels write it. */
export function toRoman(number: number): string {
  let rest = number;
  let roman = '';
  for (const [value, letters] of steps) {
    roman += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return roman;
}
