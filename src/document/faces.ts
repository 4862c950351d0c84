/**
 * Which of the bundled font files a document needs. Text in page margins is laid out only while printing, too
 * late to wait for a font: so a document declares just the faces that it needs, and all of them are loaded.
 */

import { editionFamily } from './edition-fonts.ts';

/** Inclusive ranges of code points. */
type Ranges = readonly (readonly [first: number, last: number])[];

/** The order in which the style sheets name the families, for text and for code. */
const text = [
  editionFamily,
  'Atkinson Hyperlegible Next',
  'Noto Sans',
  'Noto Sans Math',
  'Noto Sans Symbols 2',
  'Noto Sans Arabic',
  'Noto Sans Hebrew',
];
const stacks = { text, code: [editionFamily, 'Atkinson Hyperlegible Mono', ...text.slice(2)] } as const;

/**
 * Keeps the `@font-face` rules that a document needs.
 * @param css `fonts.css`: one rule for each bundled file
 * @param coverage characters of each family: hexadecimal code points and ranges, `20-7e a0`
 * @param document the composed HTML and the text of its page margins
 */
export function selectFaces(css: string, coverage: ReadonlyMap<string, string>, document: string): string {
  const characters = [...new Set(document)].map((character) => character.codePointAt(0) ?? 0);
  const wanted = new Map<string, number[]>();
  const kinds = /<(code|pre|kbd|samp)\b/.test(document) ? (['text', 'code'] as const) : (['text'] as const);
  for (const kind of kinds) {
    for (const character of characters) {
      const family = stacks[kind].find((name) => includes(parseRanges(coverage.get(name) ?? ''), character));
      if (family) wanted.set(family, [...(wanted.get(family) ?? []), character]);
    }
  }
  const slanted = /<(em(?! class="phrase")|i|cite|dfn|var)\b/.test(document);
  return css
    .split(/(?=@font-face)/)
    .filter((rule) => isNeeded(rule, wanted) && (slanted || !rule.includes('font-style: italic')))
    .join('');
}

function isNeeded(rule: string, wanted: ReadonlyMap<string, readonly number[]>): boolean {
  if (!rule.startsWith('@font-face')) return true;
  const family = /font-family: '([^']+)'/.exec(rule)?.[1] ?? '';
  const ranges = parseRanges(
    (/unicode-range: ([^;]+)/.exec(rule)?.[1] ?? '').replace(/U\+/g, '').replace(/,/g, ''),
  );
  return (wanted.get(family) ?? []).some((character) => includes(ranges, character));
}

const parsed = new Map<string, Ranges>();

function parseRanges(text: string): Ranges {
  const known = parsed.get(text);
  if (known) return known;
  const ranges = text.split(' ').map((range) => {
    const [first = '', last = first] = range.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  parsed.set(text, ranges);
  return ranges;
}

function includes(ranges: Ranges, codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
