/** What HTML an edition may hold; everything else is dropped, and told (`raw.ts`). */
import type { Options as Schema } from 'rehype-sanitize';
import { mathAttributes, mathElements } from './foreign/mathml.ts';
import { svgAttributes, svgElements } from './foreign/svg.ts';

const inline = [
  'a',
  'abbr',
  'b',
  'br',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
];
const blocks = [
  'blockquote',
  'dd',
  'div',
  'dl',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'img',
  'input',
  'li',
  'ol',
  'p',
  'pre',
  'section',
  'ul',
];
const tables = ['caption', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'];

const classes = [
  'box',
  'box-warning',
  'box-editor',
  'box-key-points',
  'box-questions',
  'box-medicines',
  'box-label',
  'form',
  'contains-task-list',
  'task-list-item',
  'footnotes',
  'data-footnote-backref',
];

/** Elements dropped with all that is in them; of the others the text stays. */
export const droppedWhole: readonly string[] = [
  'script',
  'style',
  'template',
  'title',
  'noscript',
  'iframe',
  'object',
];

/** Schemes of links that print and e-readers can do something with. */
export const linkSchemes: readonly string[] = ['http', 'https', 'mailto', 'tel'];

/**
 * Markdown's own: written as HTML they would get past the rules on pictures, headings and lists to tick.
 * By element, what to write instead.
 */
export const markdownOnly: Readonly<Record<string, string>> = {
  img: '![what it shows](images/…)',
  input: '- [ ]',
  h1: '##',
  h2: '##',
  h3: '###',
  h4: '####',
  h5: '#####',
  h6: '######',
};

/** Elements of formulas and drawings, which `<x/>` closes at once. */
export const foreignElements: readonly string[] = [...mathElements, ...svgElements];

/** In a formula or a drawing only. */
const inside = (root: 'math' | 'svg', names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => name !== root).map((name) => [name, [root]]));

/** The allow-list, in hast property names. */
export const safeHtml: Schema = {
  tagNames: [...inline, ...blocks, ...tables, ...foreignElements],
  attributes: {
    ...mathAttributes,
    ...svgAttributes,
    '*': ['id', 'lang', ['dir', 'ltr', 'rtl', 'auto'], ['className', ...classes]],
    a: ['href', 'title', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaDescribedBy', 'ariaLabel'],
    blockquote: ['cite'],
    code: [['className', /^language-/]],
    del: ['dateTime'],
    ins: ['dateTime'],
    img: ['src', 'alt', 'title'],
    input: [['type', 'checkbox'], 'checked', ['disabled', true]],
    li: ['value'],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    q: ['cite'],
    section: ['dataFootnotes'],
    td: ['colSpan', 'rowSpan', 'headers', 'align'],
    th: ['colSpan', 'rowSpan', 'headers', 'align', 'abbr', ['scope', 'row', 'col', 'rowgroup', 'colgroup']],
    time: ['dateTime'],
  },
  ancestors: {
    ...inside('math', mathElements),
    ...inside('svg', svgElements),
    caption: ['table'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
    li: ['ol', 'ul'],
    dd: ['dl'],
    dt: ['dl'],
  },
  clobber: [],
  protocols: { href: [...linkSchemes], cite: ['http', 'https'] },
  strip: [...droppedWhole],
};
