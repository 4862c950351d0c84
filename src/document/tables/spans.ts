/**
 * The spans of cells that are set as blocks. Chromium tells a PDF how many rows and columns a cell covers only if it
 * is laid out as one. What it passes on of every element is the language: so the spans stand behind that, as subtags
 * for private use (BCP 47, 2.2.7), and `print/finish/structure/spans.ts` takes them off again. The depth tells them
 * from those of a table around: a language that is the same as around it is not passed on.
 */
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { layOutTable } from './grid.ts';

/** What is around an element. */
interface Around {
  readonly language: string;
  /** In a table that is set as records, where every table is. */
  readonly isRecord: boolean;
  /** So many tables. */
  readonly depth: number;
}

/** Marks the cells of all tables that are set as records. */
export function markSpans(root: Root): void {
  mark(root, { language: '', isRecord: false, depth: 0 });
}

function mark(parent: Root | Element, around: Around): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { lang, className } = child.properties;
    const language = typeof lang === 'string' ? lang : around.language;
    const isRecord = around.isRecord || (Array.isArray(className) && className.includes('records'));
    const depth = around.depth + Number(child.tagName === 'table');
    mark(child, { language, isRecord, depth });
    if (child.tagName === 'table' && isRecord) markTable(child, { language, isRecord, depth });
  }
}

function markTable(table: Element, { language, depth }: Around): void {
  for (const { cells } of layOutTable(table))
    for (const { element, rows, columns } of cells)
      if (rows * columns > 1) {
        const { lang } = element.properties;
        const own = (typeof lang === 'string' ? lang : language) || 'und'; // none is one that is not known
        keepQuotes(element, own);
        element.properties.lang = `${own}${isPrivate(own) ? '' : '-x'}-spans-r${rows}-c${columns}-d${depth}`;
      }
}

/** Chromium chooses the marks of a quotation by the language around it, and knows none with private subtags. */
function keepQuotes(parent: Element, language: string): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== 'element') return child;
    if (child.tagName === 'q') return h('span', { lang: language }, child);
    if (child.properties.lang === undefined) keepQuotes(child, language);
    return child;
  });
}

function isPrivate(language: string): boolean {
  return /(^|-)x-/i.test(language);
}
