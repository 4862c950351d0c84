/** CSS that is made, not designed: the text of the page margins. */
import type { Edition, PageSize } from '../../model.ts';
import type { Words } from '../words.ts';

const sizes: Readonly<Record<PageSize, string>> = {
  letter: '8.5in 11in',
  a4: '210mm 297mm',
  a5: '148mm 210mm',
  '6x9': '6in 9in',
};

const fonts = "'Atkinson Hyperlegible Next', 'Noto Sans', 'Noto Sans Math', sans-serif";

/**
 * Page size, and the margin boxes of every page: running line, title and version, page number.
 * @param facing whether left and right pages mirror each other
 * @param dated whether the days of the last and the next check stand there too
 */
export function composePageCss(
  edition: Edition,
  words: Words,
  pageSize: PageSize,
  facing: boolean,
  dated: boolean,
): string {
  const line = `content: ${composeFoot(edition, words, dated).map(quote).join(' "\\A" ')};`;
  const number = 'content: counter(page);';
  const right = `@bottom-left { ${line} }\n  @bottom-right { ${number} }`;
  const left = `@bottom-left { ${number} }\n  @bottom-right { ${line} }`;
  const size = `@page { size: ${sizes[pageSize]}; }${composeStamp(edition)}`;
  if (!facing) return `${size}\n@page {\n  ${right}\n}\n`;
  const cover = '@page cover { @bottom-left { content: none; } @bottom-right { content: none; } }';
  return `${size}\n@page :right {\n  ${right}\n}\n@page :left {\n  ${left}\n}\n${cover}\n`;
}

/** The lines at the foot of a page. */
function composeFoot({ disclaimer, metadata }: Edition, words: Words, dated: boolean): string[] {
  const { title, version, reviewed, reviewBy } = metadata;
  const lines = [disclaimer.page, `${title} · ${words.version(version)}`];
  return dated ? [...lines, words.footDates(words.day(reviewed), words.day(reviewBy))] : lines;
}

/** Large, above the text of every page, the cover and blank pages too. */
function composeStamp({ stamp }: Edition): string {
  if (stamp === undefined) return '';
  const style = `font: 700 20pt/1 ${fonts}; text-align: center; vertical-align: middle; white-space: nowrap;`;
  return `\n@page { @top-center { content: ${quote(stamp)}; ${style} } }`;
}

/** A CSS string: quotes, backslashes and line ends escaped (CSS Syntax 3, 4.3.5). */
export function quote(text: string): string {
  return `"${text.replace(/[\\"\n\r\f\0<]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
