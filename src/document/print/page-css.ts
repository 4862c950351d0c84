/** CSS that is made, not designed: the text of the page margins. */
import type { Edition, PageSize } from '../../model.ts';
import type { Words } from '../words.ts';

const sizes: Readonly<Record<PageSize, string>> = {
  letter: '8.5in 11in',
  a4: '210mm 297mm',
  a5: '148mm 210mm',
  '6x9': '6in 9in',
};

/**
 * Page size, and the margin boxes of every page: running line, title and version, page number.
 * @param facing whether left and right pages mirror each other
 */
export function composePageCss(edition: Edition, words: Words, pageSize: PageSize, facing: boolean): string {
  const { disclaimer, metadata } = edition;
  const line = `content: ${quote(disclaimer.page)} "\\A" ${quote(`${metadata.title} · ${words.version(metadata.version)}`)};`;
  const number = 'content: counter(page);';
  const right = `@bottom-left { ${line} }\n  @bottom-right { ${number} }`;
  const left = `@bottom-left { ${number} }\n  @bottom-right { ${line} }`;
  const size = `@page { size: ${sizes[pageSize]}; }`;
  if (!facing) return `${size}\n@page {\n  ${right}\n}\n`;
  const cover = '@page cover { @bottom-left { content: none; } @bottom-right { content: none; } }';
  return `${size}\n@page :right {\n  ${right}\n}\n@page :left {\n  ${left}\n}\n${cover}\n`;
}

/** A CSS string: quotes, backslashes and line ends escaped (CSS Syntax 3, 4.3.5). */
export function quote(text: string): string {
  return `"${text.replace(/[\\"\n\r\f\0<]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
