/** A plan of an edition → a document with its style sheet, ready to be printed. */
import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Asset, DocumentInfo, Edition, PageSize, PrintDocument, PrintKind } from '../../model.ts';
import { selectFaces } from '../faces.ts';
import { nameOf } from '../imprint.ts';
import { fillTemplate, type Slots } from '../template.ts';
import { type Context, readTemplate } from './context.ts';
import { composePageCss } from './page-css.ts';

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: false });

/** What one kind of edition asks for. */
export interface Plan {
  readonly kind: PrintKind;
  readonly path: string;
  readonly pageSize: PageSize;
  readonly chapter?: string;
  readonly title?: string;
  readonly quotedIds: readonly string[];
  readonly compose: (pages: ReadonlyMap<string, number>) => Slots;
}

export function createDocument(context: Context, plan: Plan): PrintDocument {
  const { edition, templates, words } = context;
  const { compose: fill, title, ...rest } = plan;
  const template = readTemplate(templates, `${plan.kind}.html`);
  const info = composeInfo(edition, title);
  const head = { lang: info.language, title: info.title };
  const compose = (pages: ReadonlyMap<string, number>) =>
    stringify(fillTemplate(template, head, fill(pages)));
  const pageCss = composePageCss(edition, words, plan.pageSize, plan.kind === 'book', plan.kind !== 'book');
  const fontsCss = selectFaces(
    readTemplate(templates, 'fonts.css'),
    templates.coverage,
    compose(new Map()) + pageCss,
  );
  // One sheet, because every request costs the browser and us a turn.
  const css = [
    fontsCss,
    readTemplate(templates, 'print.css'),
    readTemplate(templates, `${plan.kind}.css`),
    pageCss,
  ].join('\n');
  const assets = new Map<string, Asset>([['assets/edition.css', styleSheet(css)], ...context.assets]);
  return { ...rest, info, assets, compose };
}

function composeInfo({ metadata }: Edition, title = metadata.title): DocumentInfo {
  const { author, description, subjects, language, published, id } = metadata;
  return {
    title,
    author: nameOf(author),
    subject: description,
    keywords: subjects,
    language,
    id,
    date: `${published}T00:00:00Z`,
  };
}

function stringify(root: Root): string {
  return `${stringifier.stringify(root)}\n`;
}

function styleSheet(text: string): Asset {
  return { mediaType: 'text/css', bytes: new TextEncoder().encode(text) };
}
