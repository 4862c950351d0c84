/** A plan of an edition → a document with its style sheet, ready to be printed. */
import type { Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type {
  Asset,
  DocumentInfo,
  Edition,
  Imposition,
  Layout,
  PageSize,
  Pagination,
  PrintDocument,
  PrintKind,
} from '../../model.ts';
import { visit } from '../../visit.ts';
import { addCoverage, declareFonts } from '../edition-fonts.ts';
import { selectFaces } from '../faces.ts';
import { nameOf } from '../imprint.ts';
import { fitTables } from '../tables/fit.ts';
import { markSpans } from '../tables/spans.ts';
import { fillTemplate, type Slots } from '../template.ts';
import type { Words } from '../words.ts';
import { type Context, readTemplate } from './context.ts';
import { declareFormulaFont, printFormulas } from './formulas.ts';
import { composeMarginRoom } from './margin-room.ts';
import { nameUuid } from './name-uuid.ts';
import { composePageCss, type PageRun } from './page-css.ts';
import { roomFor } from './room.ts';

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: false });

/** What one kind of edition asks for. */
export interface Plan {
  readonly kind: PrintKind;
  readonly path: string;
  readonly pageSize: PageSize;
  /** Left and right pages mirror each other. */
  readonly facing: boolean;
  /** Absent when every page is a sheet of its own. */
  readonly imposition?: Imposition;
  readonly chapter?: string;
  readonly title?: string;
  readonly pagination: Pagination;
  /** Runs of pages with margins of their own. */
  readonly runs?: readonly PageRun[];
  /** Lines at the foot of each page, below the disclaimer's. */
  readonly foot: readonly string[];
  readonly compose: (layout: Layout) => Slots;
}

export function createDocument(context: Context, plan: Plan): PrintDocument {
  const { edition, templates, words } = context;
  const { kind, path, pageSize, imposition, chapter, pagination } = plan;
  const template = readTemplate(templates, `${kind}.html`);
  const info = composeInfo(edition, words, plan);
  const head = { lang: info.language, dir: words.direction, title: info.title };
  const composeHtml = (layout: Layout) => {
    const root = fillTemplate(template, head, plan.compose(layout));
    pointTo(pagination, root);
    printFormulas(root);
    fitTables(root, roomFor(kind, pageSize), words);
    markSpans(root);
    return stringify(root);
  };
  const first = composeHtml({ numbers: new Map(), blanks: new Set() });
  const compose = (layout?: Layout) =>
    layout && layout.numbers.size + layout.blanks.size > 0 ? composeHtml(layout) : first;
  const css = composeCss(context, plan, first);
  const assets = new Map<string, Asset>([['assets/edition.css', styleSheet(css)], ...context.assets]);
  return {
    kind,
    path,
    pageSize,
    pagination,
    info,
    assets,
    compose,
    ...(imposition && { imposition }),
    ...(chapter !== undefined && { chapter }),
  };
}

/** One sheet, because every request costs the browser and us a turn. */
function composeCss({ edition, templates, words }: Context, plan: Plan, html: string): string {
  const { kind, pageSize, facing, runs = [] } = plan;
  const foot = [edition.disclaimer.page, ...plan.foot];
  const pageCss = composePageCss({
    pageSize,
    direction: words.direction,
    facing,
    foot,
    runs,
    stamp: edition.stamp,
  });
  const declared = declareFonts(readTemplate(templates, 'fonts.css'), edition.fonts);
  const coverage = addCoverage(templates.coverage, edition.fonts);
  const fontsCss = selectFaces(declared, coverage, html + pageCss);
  return [
    fontsCss,
    declareFormulaFont(html),
    readTemplate(templates, 'print.css'),
    readTemplate(templates, `${kind}.css`),
    pageCss,
    composeMarginRoom(kind, pageSize, foot, edition.stamp),
  ].join('\n');
}

/** The browser tells the pages only of what a link points to, even if nobody sees the link. */
function pointTo({ quotedIds, openings, body }: Pagination, root: Root): void {
  const ids = new Set([...quotedIds, ...openings, ...(body === undefined ? [] : [body])]);
  if (ids.size === 0) return;
  const links = h('div', { hidden: true }, ...[...ids].map((id) => h('a', { href: `#${id}` })));
  visit(root, 'element', (element) => {
    if (element.tagName === 'body') element.children.push(links);
  });
}

function composeInfo({ metadata }: Edition, words: Words, plan: Plan): DocumentInfo {
  const { author, description, subjects, language, published, id, version } = metadata;
  const { title = metadata.title, kind, pageSize, chapter = '' } = plan;
  return {
    title,
    author: nameOf(author),
    subject: description,
    keywords: subjects,
    language,
    ...(words.direction === 'rtl' && { direction: words.direction }),
    id,
    identifier: nameUuid(id, [version, kind, pageSize, chapter].join('/')),
    date: `${published}T00:00:00Z`,
  };
}

function stringify(root: Root): string {
  return `${stringifier.stringify(root)}\n`;
}

function styleSheet(text: string): Asset {
  return { mediaType: 'text/css', bytes: new TextEncoder().encode(text) };
}
