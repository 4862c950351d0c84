/** Colours and how they stand out from one another (WCAG 2.2, relative luminance and contrast ratio). */

/** Red, green, blue of sRGB, 0 to 1 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Level AAA asks for so much (WCAG 2.2, 1.4.6). */
export const enoughContrast = 7;

/** Red, green and blue from 0 to 255 → their shares of the relative luminance. */
const linear = Array.from({ length: 256 }, (_, value) => toLinear(value / 255));

/** 0 is black, 1 is white; each component from 0 to 255. */
export function luminanceOf(red: number, green: number, blue: number): number {
  return 0.2126 * (linear[red] ?? 0) + 0.7152 * (linear[green] ?? 0) + 0.0722 * (linear[blue] ?? 0);
}

/** From 1 to 21, of two relative luminances. */
export function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Contrast with white paper. */
export function contrastOnWhite([red, green, blue]: Rgb): number {
  const luminance = 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
  return contrastOf(1, luminance);
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The colour of 1, 3 or 4 components of a device (ISO 32000-1, 8.6.4 and 10.3.5); undefined for other counts. */
export function fromDevice(components: readonly number[]): Rgb | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = components.map((value) => Math.min(Math.max(value, 0), 1));
  if (components.length === 1) return [a, a, a];
  if (components.length === 3) return [a, b, c];
  if (components.length !== 4) return undefined;
  return [1 - Math.min(1, a + d), 1 - Math.min(1, b + d), 1 - Math.min(1, c + d)];
}

/** `7.2:1`, rounded down: 6.99 is not enough. */
export function showContrast(contrast: number): string {
  return `${Math.floor(contrast * 10) / 10}:1`;
}
