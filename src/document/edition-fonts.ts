/** The fonts that an edition brings along, in the style sheets. */
import type { Asset, EditionFont, Templates } from '../model.ts';

/**
 * The name under which the style sheets ask for them, before all others: whatever their own names, they are one
 * family here. Latin letters and digits stay in the bundled typeface, which is drawn for low vision.
 */
export const editionFamily = 'Caveat Edition';

/** From the first code point that is not Latin-1, Latin Extended-A or B. */
const firstCode = 0x250;

const formats: Readonly<Record<EditionFont['mediaType'], string>> = {
  'font/woff2': 'woff2',
  'font/woff': 'woff',
  'font/ttf': 'truetype',
  'font/otf': 'opentype',
};

/** One `@font-face` rule for each font, behind the bundled ones. */
export function declareFonts(css: string, fonts: readonly EditionFont[]): string {
  return [css, ...fonts.map(declareFont)].join('\n');
}

/** Characters of every family, the edition's own among them. */
export function addCoverage(
  coverage: Templates['coverage'],
  fonts: readonly EditionFont[],
): Templates['coverage'] {
  const own = fonts.flatMap((font) => rangesOf(font).map(writeRange)).join(' ');
  return own === '' ? coverage : new Map([...coverage, [editionFamily, own]]);
}

/** The files, by the URL under which a document loads them. */
export function listFontAssets(fonts: readonly EditionFont[]): [string, Asset][] {
  return fonts.map((font) => [urlOf(font), { mediaType: font.mediaType, bytes: font.bytes }]);
}

function urlOf({ file }: EditionFont): string {
  return `edition/${file}`;
}

function declareFont(font: EditionFont): string {
  const ranges = rangesOf(font).map((range) => `U+${writeRange(range).toUpperCase()}`);
  if (ranges.length === 0) return '';
  return `@font-face {
  font-family: '${editionFamily}';
  font-style: ${font.style};
  font-weight: ${font.weight};
  src: url(../${urlOf(font)}) format('${formats[font.mediaType]}');
  unicode-range: ${ranges.join(', ')};
}
`;
}

type Range = readonly [first: number, last: number];

function rangesOf({ coverage }: EditionFont): Range[] {
  return coverage.split(' ').flatMap((range): Range[] => {
    const [first = '', last = first] = range.split('-');
    const [from, to] = [Math.max(Number.parseInt(first, 16), firstCode), Number.parseInt(last, 16)];
    return from <= to ? [[from, to]] : [];
  });
}

function writeRange([first, last]: Range): string {
  return first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`;
}
