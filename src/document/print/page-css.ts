/** CSS that is made, not designed: the text of the page margins. */
import type { PageSize } from '../../model.ts';

const sizes: Readonly<Record<PageSize, string>> = {
  letter: '8.5in 11in',
  a4: '210mm 297mm',
  a5: '148mm 210mm',
  '6x9': '6in 9in',
  'half-letter': '5.5in 8.5in',
};

/** A run of pages with margins of their own: `page: NAME` in the style sheet or by the class of that name. */
export interface PageRun {
  /** CSS identifier. */
  readonly name: string;
  /** Page numbers in roman. All such runs stand before all others. */
  readonly front: boolean;
  /** Running heads of a book that opens to the left; absent where there are none. */
  readonly heads?: { readonly left: string; readonly right: string };
}

/** What stands in the margins. */
export interface Margins {
  readonly pageSize: PageSize;
  readonly direction: 'ltr' | 'rtl';
  /** Left and right pages mirror each other. */
  readonly facing: boolean;
  /** Lines at the foot of every page, beside its number. */
  readonly foot: readonly string[];
  readonly runs: readonly PageRun[];
  /** Stands large at the head of every page: OUT OF DATE. Absent as long as the edition is not. */
  readonly stamp?: string | undefined;
}

const fonts =
  "'Caveat Edition', 'Atkinson Hyperlegible Next', 'Noto Sans', 'Noto Sans Math', 'Noto Sans Symbols 2', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif";

/** Counts the pages of the front matter, which `counter(page)` leaves out so that the body begins with 1. */
const frontPage = 'front-page';

/**
 * Page size, and the margin boxes of every page: running line and imprint, page number, running heads.
 * The number is bold, a gap away from the words beside it, and has the room of two digits: so the words break
 * alike on nearly all pages.
 */
export function composePageCss({ pageSize, direction, facing, foot, runs, stamp }: Margins): string {
  const line = `content: ${foot.map(quote).join(' "\\A" ')};`;
  const number = (side: 'left' | 'right') =>
    `content: counter(page); font-weight: 700; min-width: 1.2em; padding-${side}: 0.7em;`;
  const right = `@bottom-left { ${line} }\n  @bottom-right { ${number('left')} }`;
  const left = `@bottom-left { ${number('right')} }\n  @bottom-right { ${line} }`;
  const size = `@page { size: ${sizes[pageSize]}; }${composeStamp(stamp)}`;
  if (!facing) return `${size}\n@page {\n  ${direction === 'rtl' ? left : right}\n}\n`;
  return [
    size,
    `@page :right {\n  ${right}\n}`,
    `@page :left {\n  ${left}\n}`,
    '@page cover { @bottom-left { content: none; } @bottom-right { content: none; } }',
    ...runs.map((run) => composeRun(run, direction)),
    '',
  ].join('\n');
}

/** In a book that opens to the right, the left-hand page of others is the right-hand one. */
function composeRun({ name, front, heads }: PageRun, direction: Margins['direction']): string {
  const [onRight, onLeft] = direction === 'rtl' ? [heads?.left, heads?.right] : [heads?.right, heads?.left];
  const folio = `content: counter(${frontPage}, lower-roman);`;
  const rules = [
    `.${name} { page: ${name}; }`,
    front && `@page ${name} { counter-increment: page 0 ${frontPage} 1; }`,
    front && name !== 'cover' && `@page ${name}:right { @bottom-right { ${folio} } }`,
    front && name !== 'cover' && `@page ${name}:left { @bottom-left { ${folio} } }`,
    heads && `@page ${name}:right { @top-right { content: ${quote(onRight ?? '')}; } }`,
    heads && `@page ${name}:left { @top-left { content: ${quote(onLeft ?? '')}; } }`,
  ];
  return rules.filter(Boolean).join('\n');
}

/** Large, above the text of every page, the cover and blank pages too. */
function composeStamp(stamp: string | undefined): string {
  if (stamp === undefined) return '';
  const style = `font: 700 20pt/1 ${fonts}; text-align: center; vertical-align: middle; white-space: nowrap;`;
  return `\n@page { @top-center { content: ${quote(stamp)}; ${style} } }`;
}

/** A CSS string: quotes, backslashes and line ends escaped (CSS Syntax 3, 4.3.5). */
export function quote(text: string): string {
  return `"${text.replace(/[\\"\n\r\f\0<]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
