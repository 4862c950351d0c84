/** Bodies → the documents that Chromium prints. */
import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type {
  Asset,
  Body,
  DocumentInfo,
  Edition,
  PageSize,
  PrintDocument,
  PrintKind,
  Templates,
} from '../model.ts';
import { composePageCss } from './css.ts';
import { composeFull } from './disclaimer.ts';
import { selectFaces } from './fonts.ts';
import {
  composeByline,
  composeColophon,
  composeDates,
  composeReview,
  composeSource,
  nameOf,
} from './imprint.ts';
import { composeChapter, printedContents, quotedIds } from './print-parts.ts';
import { fillTemplate, type Slots } from './template.ts';
import { type Words, wordsFor } from './words.ts';

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: false });

interface Context {
  readonly edition: Edition;
  readonly bodies: readonly Body[];
  readonly templates: Templates;
  readonly words: Words;
  /** Fonts and pictures, shared by all documents. */
  readonly assets: readonly (readonly [string, Asset])[];
}

/** Composes the print documents of the kinds wanted, the book first. */
export function composePrintDocuments(
  edition: Edition,
  bodies: readonly Body[],
  templates: Templates,
  kinds: ReadonlySet<string>,
): PrintDocument[] {
  const words = wordsFor(edition.metadata.language);
  const pictures = [...edition.pictures.values()].map((picture) => [picture.path, picture] as const);
  const context = { edition, bodies, templates, words, assets: [...templates.fonts, ...pictures] };
  const chapters = bodies.filter(({ segment }) => segment.kind === 'chapter');
  return [
    ...(kinds.has('book') ? [composeBook(context)] : []),
    ...(kinds.has('handout') ? [composeHandout(context)] : []),
    ...(kinds.has('chapter-handout') ? chapters.map((body) => composeChapterHandout(context, body)) : []),
  ];
}

function composeBook(context: Context): PrintDocument {
  const { edition, bodies } = context;
  const slots = frontSlots(context);
  const pageSize = edition.metadata.paper === 'a4' ? 'a5' : '6x9';
  const compose = (pages: ReadonlyMap<string, number>) => ({
    ...slots,
    contents: printedContents(bodies, pages, context.words),
  });
  const path = `${edition.metadata.slug}-book.pdf`;
  return createDocument(context, { kind: 'book', path, pageSize, quotedIds: quotedIds(bodies), compose });
}

function composeHandout(context: Context): PrintDocument {
  const slots = frontSlots(context);
  const { slug, paper } = context.edition.metadata;
  return createDocument(context, {
    kind: 'handout',
    path: `${slug}-handout.pdf`,
    pageSize: paper,
    quotedIds: [],
    compose: () => slots,
  });
}

function composeChapterHandout(context: Context, body: Body): PrintDocument {
  const { edition, bodies, words } = context;
  const { metadata } = edition;
  const slots: Slots = {
    series: [h('p', { className: ['series'] }, words.fromTheEdition(metadata.title))],
    chapter: [composeChapter(edition, body, bodies, words, 'alone')],
    review: composeReview(edition, words),
    dates: composeDates(edition, words),
    source: composeSource(edition, words),
    rights: [h('p', metadata.rights)],
  };
  const { name } = body.segment;
  return createDocument(context, {
    kind: 'chapter-handout',
    path: `handouts/${name}.pdf`,
    pageSize: metadata.paper,
    chapter: name,
    title: body.segment.title,
    quotedIds: [],
    compose: () => slots,
  });
}

/** Ids with a dot, which no slug has: a segment may be called “contents”. */
function frontSlots({ edition, bodies, words }: Context): Slots {
  const { metadata } = edition;
  const text = (className: string, value: string | undefined): ElementContent[] =>
    value === undefined ? [] : [h('p', { className: [className] }, value)];
  return {
    title: text('title', metadata.title),
    subtitle: text('subtitle', metadata.subtitle),
    byline: composeByline(edition, words),
    version: text('version', words.version(metadata.version)),
    dates: composeDates(edition, words),
    review: composeReview(edition, words),
    source: composeSource(edition, words),
    'read-this-first': [h('h1', { id: 'edition.disclaimer' }, words.readThisFirst)],
    disclaimer: [composeFull(edition.disclaimer, 'print')],
    'contents-title': [h('h1', { id: 'edition.contents' }, words.contents)],
    segments: bodies.map((body) => composeChapter(edition, body, bodies, words, 'together')),
    'colophon-title': [h('h1', { id: 'edition.colophon' }, words.aboutThisEdition)],
    colophon: composeColophon(edition, words),
  };
}

interface Plan {
  readonly kind: PrintKind;
  readonly path: string;
  readonly pageSize: PageSize;
  readonly chapter?: string;
  readonly title?: string;
  readonly quotedIds: readonly string[];
  readonly compose: (pages: ReadonlyMap<string, number>) => Slots;
}

function createDocument(context: Context, plan: Plan): PrintDocument {
  const { edition, templates, words } = context;
  const { compose: fill, title, ...rest } = plan;
  const template = read(templates, `${plan.kind}.html`);
  const info = composeInfo(edition, title);
  const head = { lang: info.language, title: info.title };
  const compose = (pages: ReadonlyMap<string, number>) =>
    stringify(fillTemplate(template, head, fill(pages)));
  const pageCss = composePageCss(edition, words, plan.pageSize, plan.kind === 'book');
  const fontsCss = selectFaces(
    read(templates, 'fonts.css'),
    templates.coverage,
    compose(new Map()) + pageCss,
  );
  // One sheet, because every request costs the browser and us a turn.
  const css = [fontsCss, read(templates, 'print.css'), read(templates, `${plan.kind}.css`), pageCss].join(
    '\n',
  );
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

function read(templates: Templates, name: string): string {
  const text = templates.print.get(name);
  if (text === undefined) throw new TypeError(`There is no template ${name}`);
  return text;
}
