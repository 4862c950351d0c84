/**
 * Declarations that can hide, shrink, cover, cut or disfigure text. They are refused on sight where a disclaimer
 * may be meant: whether one does harm depends on the reader's screen, and no reader of books needs any of them.
 */

/** Says whether a value of a property is harmful; a value is in lower case, without `!important`. */
type IsHarmful = (value: string) => boolean;

const always: IsHarmful = () => true;
const not = (pattern: RegExp): IsHarmful => {
  return (value) => !pattern.test(value);
};
const neutral = /^(?:initial|inherit|unset|revert|auto|none|normal)$/;
const notNeutral = not(neutral);

/** On the disclaimer, on what is around it and on what is in it. */
const onText: Readonly<Record<string, IsHarmful>> = {
  display: (value) => value === 'none',
  visibility: not(/^(?:visible|initial|inherit)$/),
  'content-visibility': not(/^(?:visible|initial)$/),
  opacity: (value) => share(value) < 1,
  color: not(/^(?:inherit|currentcolor)$/),
  background: notNeutral,
  'background-color': not(/^(?:inherit|initial|transparent)$/),
  'background-image': notNeutral,
  '-webkit-text-fill-color': always,
  '-webkit-text-stroke': always,
  'text-shadow': notNeutral,
  filter: notNeutral,
  'backdrop-filter': notNeutral,
  'mix-blend-mode': notNeutral,
  'font-size': isSmall,
  font: (value) => value.split(/[\s/]+/).some((word) => /^[\d.]/.test(word) && isSmall(word)),
  'font-size-adjust': notNeutral,
  zoom: (value) => share(value) < 1,
  transform: notNeutral,
  rotate: notNeutral,
  scale: notNeutral,
  translate: notNeutral,
  clip: notNeutral,
  'clip-path': notNeutral,
  height: notNeutral,
  'max-height': notNeutral,
  'block-size': notNeutral,
  'max-block-size': notNeutral,
  width: isNarrow,
  'max-width': isNarrow,
  'inline-size': isNarrow,
  'max-inline-size': isNarrow,
  'line-clamp': notNeutral,
  '-webkit-line-clamp': notNeutral,
  'text-indent': isNegative,
  'letter-spacing': isNegative,
  'word-spacing': isNegative,
  'line-height': isTight,
  'unicode-bidi': (value) => value.includes('override'),
  'text-decoration': (value) => /line-through|blink/.test(value),
  'text-decoration-line': (value) => value.includes('line-through'),
  'text-overflow': notNeutral,
  'text-security': notNeutral,
  '-webkit-text-security': notNeutral,
  content: notNeutral,
  margin: isFar,
  'margin-left': isFar,
  'margin-right': isFar,
  'margin-top': isFar,
  padding: isFar,
  'padding-left': isFar,
  'padding-right': isFar,
  'padding-top': isFar,
};

/** On any element of the file: it may be laid over the disclaimer. `mask` and its kin take it away. */
const anywhere: Readonly<Record<string, IsHarmful>> = {
  position: not(/^(?:static|relative|initial)$/),
  margin: isNegative,
  'margin-top': isNegative,
  'margin-right': isNegative,
  'margin-bottom': isNegative,
  'margin-left': isNegative,
  'z-index': notNeutral,
};

/** Whether a declaration is harmful on the disclaimer, on what is around it or in it. */
export function isHarmfulOnText(property: string, value: string): boolean {
  const name = property.toLowerCase();
  if (/^(-webkit-)?mask/.test(name)) return notNeutral(clean(value));
  return onText[name]?.(clean(value)) === true || isHarmfulAnywhere(property, value);
}

/** Whether a declaration is harmful on any element of the file. */
export function isHarmfulAnywhere(property: string, value: string): boolean {
  return anywhere[property.toLowerCase()]?.(clean(value)) === true;
}

function clean(value: string): string {
  return value.toLowerCase().replace('!important', '').trim();
}

/** More than 9 em or half of the room pushes text out of sight. */
function isFar(value: string): boolean {
  return value.split(/\s+/).some((part) => {
    const [, number = '', unit = ''] = /^([\d.]+)(em|rem|px|%)$/.exec(part) ?? [];
    const most = { em: 9, rem: 9, px: 99, '%': 50 }[unit];
    return most !== undefined && Number(number) > most;
  });
}

/** 0.5 of `50%` and of `.5`; 0 of what is no number. */
function share(value: string): number {
  const number = Number.parseFloat(value);
  if (neutral.test(value)) return 1;
  return Number.isNaN(number) ? 0 : number / (value.endsWith('%') ? 100 : 1);
}

function isNegative(value: string): boolean {
  return /(?:^|[\s(])-[\d.]|calc\(|var\(/.test(value);
}

/** px of an absolute length in other units (CSS Values 4, 6.2). */
const pixels: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** Smaller than the text around it, or than the 16 px that browsers start from. */
function isSmall(value: string): boolean {
  if (/^(?:initial|inherit|medium|large|x-large|xx-large|xxx-large|larger)$/.test(value)) return false;
  const [, number = '', unit = ''] = /^([\d.]+)(em|rem|%|[a-z]{2})$/.exec(value) ?? [];
  if (unit === 'em' || unit === 'rem') return Number(number) < 1;
  if (unit === '%') return Number(number) < 100;
  return !(Number(number) * (pixels[unit] ?? 0) >= 16);
}

/** Too narrow to read: less than half the page or ten letters. */
function isNarrow(value: string): boolean {
  if (neutral.test(value)) return false;
  const [, number = '', unit = ''] = /^([\d.]+)(em|rem|ch|%|[a-z]{2})$/.exec(value) ?? [];
  if (unit === '%') return Number(number) < 50;
  if (/^(?:em|rem|ch)$/.test(unit)) return Number(number) < 10;
  return !(Number(number) * (pixels[unit] ?? 0) >= 160);
}

/** Lines that overlap. */
function isTight(value: string): boolean {
  const number = Number.parseFloat(value);
  if (neutral.test(value)) return false;
  if (/^[\d.]+(em)?$/.test(value)) return number < 1;
  if (value.endsWith('%')) return number < 100;
  return !(number * (pixels[value.replace(/[\d.]+/, '')] ?? 0) >= 16);
}
