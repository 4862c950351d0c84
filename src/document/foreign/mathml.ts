/** What a formula may hold: MathML Core, less what hides, moves, colours or sizes its parts, and what explains it to programs. */
import type { Options as Schema } from 'rehype-sanitize';

/** Elements that hold text, and nothing else. */
export const tokenElements: readonly string[] = ['mi', 'mn', 'mo', 'mtext'];

/** Every element that may stand in `math`, `math` among them. */
export const mathElements: readonly string[] = [
  ...tokenElements,
  'math',
  'mfrac',
  'mmultiscripts',
  'mover',
  'mprescripts',
  'mroot',
  'mrow',
  'mspace',
  'msqrt',
  'mstyle',
  'msub',
  'msubsup',
  'msup',
  'mtable',
  'mtd',
  'mtr',
  'munder',
  'munderover',
];

const truth = ['true', 'false'] as const;
const em = /^\d?(\.\d+)?em$/;

/** In hast property names, which for MathML are those of the attributes. */
export const mathAttributes: NonNullable<Schema['attributes']> = {
  math: [
    'alttext',
    ['display', 'block', 'inline'],
    ['displaystyle', ...truth],
    ['xmlns', 'http://www.w3.org/1998/Math/MathML'],
  ],
  mi: [['mathvariant', 'normal']],
  mo: [
    ['form', 'prefix', 'infix', 'postfix'],
    ['fence', ...truth],
    ['separator', ...truth],
    ['stretchy', ...truth],
    ['symmetric', ...truth],
    ['largeop', ...truth],
    ['movablelimits', ...truth],
    ['lspace', em],
    ['rspace', em],
  ],
  mover: [['accent', ...truth]],
  munder: [['accentunder', ...truth]],
  munderover: [
    ['accent', ...truth],
    ['accentunder', ...truth],
  ],
  mspace: [['width', em]],
  mstyle: [['displaystyle', ...truth]],
};
