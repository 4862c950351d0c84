/** Pictures on a photocopy: colours that become one grey, and pale ones that vanish. */
import type { Message } from '../model.ts';
import { createMessage, type Where } from '../rules.ts';

/** RGBA, row by row, 4 bytes a pixel. */
export type Rgba = Uint8Array | Uint8ClampedArray;

/** Steps of lightness L* from black (0) to white (100): so many are a clear grey on white. */
const leastSpan = 40;
/** Colours of fewer pixels than this share are edges. */
const leastShare = 0.015;
/** Photographs have many colours, and none of them stands for something. */
const mostColours = 12;
const leastCovered = 0.7;
/** Distance in CIELAB of colours that nobody confuses, and steps of lightness that a copier keeps apart. */
const clearlyDifferent = 30;
const keptApart = 12;

interface Colour {
  readonly hex: string;
  readonly share: number;
  readonly lab: readonly [number, number, number];
}

/**
 * Warns of what a photocopy would lose.
 * @param pixels a sample of the picture, laid on white
 * @param url of the picture in the content folder, or what a drawing in the text shows
 * @param where the picture itself, unless it stands in a text
 */
export function checkGreyscale(pixels: Rgba, url: string, where: Where = { file: url }): Message[] {
  const colours = countColours(pixels);
  const span = Math.round(measureSpan(colours));
  if (span < leastSpan)
    return [createMessage('image-contrast', { url, found: span, floor: leastSpan }, where)];
  const [alike] = findAlike(colours);
  if (alike === undefined) return [];
  return [createMessage('image-greyscale', { one: alike[0].hex, other: alike[1].hex, url }, where)];
}

/** To the 8th step of each channel. */
function countColours(pixels: Rgba): Colour[] {
  const counts = new Map<number, number>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    const key = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const channels = [key >> 10, (key >> 5) & 31, key & 31].map((step) => Math.round((step * 255) / 31));
    const hex = `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    return { hex, share: (4 * count) / pixels.length, lab: toLab(channels) };
  });
}

/** Steps of lightness between the darkest and the lightest hundredth of the pixels. */
function measureSpan(colours: readonly Colour[]): number {
  const rising = [...colours].sort((a, b) => a.lab[0] - b.lab[0]);
  return lightnessAt([...rising].reverse()) - lightnessAt(rising);
}

/** Lightness at the first hundredth of the pixels. */
function lightnessAt(colours: readonly Colour[]): number {
  let sum = 0;
  for (const { share, lab } of colours) {
    sum += share;
    if (sum >= 0.01) return lab[0];
  }
  return 0;
}

/** Pairs of the picture's main colours that become one grey, the largest first; none in a photograph. */
function findAlike(colours: readonly Colour[]): (readonly [Colour, Colour])[] {
  const main = colours.filter(({ share }) => share >= leastShare).sort((a, b) => b.share - a.share);
  const covered = main.reduce((sum, { share }) => sum + share, 0);
  if (main.length > mostColours || covered < leastCovered) return [];
  return main.flatMap((one, index) =>
    main.slice(index + 1).flatMap((other) => (isAlike(one, other) ? [[one, other] as const] : [])),
  );
}

function isAlike({ lab: one }: Colour, { lab: other }: Colour): boolean {
  const distance = Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
  return distance >= clearlyDifferent && Math.abs(one[0] - other[0]) < keptApart;
}

/** sRGB (IEC 61966-2-1) → CIELAB with the white of D65 (CIE 15). */
function toLab(channels: readonly number[]): [number, number, number] {
  const [r = 0, g = 0, b = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function curve(part: number): number {
  return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116;
}
