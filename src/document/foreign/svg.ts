/** What a drawing may hold: still shapes, groups and gradients of SVG, and the words that say what it shows. */
import type { Options as Schema } from 'rehype-sanitize';

/** Elements that hold words for those who do not see the drawing, and nothing else. */
export const wordElements: readonly string[] = ['title', 'desc'];

export const gradients: readonly string[] = ['linearGradient', 'radialGradient'];
const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];

/** Every element that may stand in `svg`, `svg` among them. */
export const svgElements: readonly string[] = [
  ...wordElements,
  ...gradients,
  ...shapes,
  'defs',
  'g',
  'stop',
  'svg',
  'use',
];

const number = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?';
const exactly = (pattern: string) => new RegExp(`^\\s*(?:${pattern})\\s*$`, 'i');
const numbers = exactly(`${number}(?:[\\s,]*${number})*`);
const length = exactly(`${number}(?:px|pt|mm|cm|in|em|%)?`);
const portion = exactly(`${number}%?`);
const colour = '#[0-9a-f]{3,8}|[a-z]+|rgba?\\([\\d\\s,.%]+\\)';
const paint = exactly(`${colour}|url\\(#[^\\s()'"]+\\)`);
const transform = exactly(`(?:(?:matrix|translate|scale|rotate|skew[XY])\\([\\d\\s,.e+-]*\\)[\\s,]*)*`);

type Definitions = NonNullable<NonNullable<Schema['attributes']>[string]>;

const painted: Definitions = [
  ['transform', transform],
  ['fill', paint],
  ['fillOpacity', portion],
  ['fillRule', 'nonzero', 'evenodd'],
  ['opacity', portion],
  ['stroke', paint],
  ['strokeDashArray', exactly(`none|${number}(?:px|%)?`)],
  ['strokeDashOffset', length],
  ['strokeLineCap', 'butt', 'round', 'square'],
  ['strokeLineJoin', 'miter', 'round', 'bevel'],
  ['strokeMiterLimit', portion],
  ['strokeOpacity', portion],
  ['strokeWidth', length],
];
const reference: Definitions = ['href', 'xLinkHref'];
const gradient: Definitions = [
  ...reference,
  ['gradientUnits', 'userSpaceOnUse', 'objectBoundingBox'],
  ['gradientTransform', transform],
  ['spreadMethod', 'pad', 'reflect', 'repeat'],
];
const lengths = (...names: readonly string[]): Definitions => names.map((name) => [name, length]);

/** In hast property names. */
export const svgAttributes: NonNullable<Schema['attributes']> = {
  svg: [
    ...painted,
    ...lengths('width', 'height'),
    ['viewBox', numbers],
    ['preserveAspectRatio', exactly('none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max)(?:\\s+(?:meet|slice))?')],
    ['role', 'img'],
    'ariaLabel',
    ['ariaHidden', 'true'],
    ['version', /^[12]\.[0-2]$/],
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ['xmlnsXLink', 'http://www.w3.org/1999/xlink'],
  ],
  g: painted,
  path: [...painted, ['d', exactly('[MZLHVCSQTA\\d\\s,.e+-]*')]],
  rect: [...painted, ...lengths('x', 'y', 'width', 'height', 'rx', 'ry')],
  circle: [...painted, ...lengths('cx', 'cy', 'r')],
  ellipse: [...painted, ...lengths('cx', 'cy', 'rx', 'ry')],
  line: [...painted, ...lengths('x1', 'y1', 'x2', 'y2')],
  polyline: [...painted, ['points', numbers]],
  polygon: [...painted, ['points', numbers]],
  use: [...painted, ...reference, ...lengths('x', 'y', 'width', 'height')],
  linearGradient: [...gradient, ...lengths('x1', 'y1', 'x2', 'y2')],
  radialGradient: [...gradient, ...lengths('cx', 'cy', 'r', 'fx', 'fy', 'fr')],
  stop: [
    ['offset', portion],
    ['stopColor', exactly(colour)],
    ['stopOpacity', portion],
  ],
};
