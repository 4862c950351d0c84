/** The e-book's cover as a drawing, where there is no browser: the design of `cover.css`, letters as outlines. */
import { toString as toText } from 'hast-util-to-string';
import type { Edition, Templates } from '../model.ts';
import { composeByline } from './imprint.ts';
import { createTypesetter, type Typesetter } from './outlines.ts';
import { wordsFor } from './words.ts';

const page = { width: 1600, height: 2400, side: 130, top: 260, bottom: 174 };
const measure = page.width - 2 * page.side;
/** Room for title and subtitle, the foot taken off. */
const headRoom = 1640;

interface Line {
  readonly svg: string;
  readonly width: number;
  readonly size: number;
  /** From the line's top to the next line's. */
  readonly height: number;
}

/** Composes the cover as SVG, 1600 × 2400, without a word of text in it: no font is needed to show it. */
export function drawCover(edition: Edition, templates: Templates): string {
  const { metadata } = edition;
  const words = wordsFor(metadata.language);
  const { direction } = words;
  const bold = createTypesetter(edition, templates, 700, direction);
  const plain = createTypesetter(edition, templates, 400, direction);
  const head = fitHead(metadata.title, metadata.subtitle, bold, plain);
  const foot = [
    ...composeByline(edition, words).map((line) => toText(line)),
    words.version(metadata.version),
  ];
  const footLines = foot.flatMap((text) => setText(text, plain, 64, 1.5));
  const footTop = page.height - page.bottom - sum(footLines);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}" viewBox="0 0 ${page.width} ${page.height}">`,
    `<path fill="#fff" d="M0 0h${page.width}v${page.height}H0z"/>`,
    `<path d="M0 0h${page.width}v60H0zM0 ${page.height - 24}h${page.width}v24H0z"/>`,
    ...placeLines(head, page.top, direction),
    ...placeLines(footLines, footTop, direction),
    '</svg>',
  ].join('\n');
}

/** Title and subtitle, as large as there is room for. */
function fitHead(title: string, subtitle: string | undefined, bold: Typesetter, plain: Typesetter): Line[] {
  for (let size = title.length > 55 ? 120 : 170; ; size *= 0.92) {
    const lines = setText(title, bold, size, 1.08);
    const last = lines.at(-1);
    if (last && subtitle) lines[lines.length - 1] = { ...last, height: last.height + 70 };
    lines.push(...(subtitle ? setText(subtitle, plain, Math.min(84, size * 0.75), 1.25) : []));
    if (sum(lines) <= headRoom || size < 24) return lines;
  }
}

function setText(text: string, typesetter: Typesetter, size: number, lineHeight: number): Line[] {
  return typesetter.breakLines(text, measure / size).map((line) => ({
    svg: typesetter.draw(line.text),
    width: line.width * size,
    size,
    height: size * lineHeight,
  }));
}

function placeLines(lines: readonly Line[], top: number, direction: 'ltr' | 'rtl'): string[] {
  let y = top;
  return lines.map(({ svg, width, size, height }) => {
    const x = direction === 'rtl' ? page.width - page.side - width : page.side;
    const baseline = y + size * 0.9;
    y += height;
    return `<g transform="translate(${x.toFixed(2)} ${baseline.toFixed(2)}) scale(${size.toFixed(3)})">${svg}</g>`;
  });
}

function sum(lines: readonly Line[]): number {
  return lines.reduce((total, { height }) => total + height, 0);
}
