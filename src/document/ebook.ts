/** Bodies → the XHTML files of the e-book. */
import type { Element, Root, Text } from 'hast';
import { h } from 'hastscript';
import type {
  Body,
  CoverPicture,
  Ebook,
  Edition,
  Heading,
  PackageWords,
  PageTexts,
  SpineFile,
  Templates,
} from '../model.ts';
import { visit } from '../visit.ts';
import { describeForm } from './boxes.ts';
import { composeFull, composeShort } from './disclaimer.ts';
import { adaptDrawing } from './foreign/drawings.ts';
import { adaptFormula } from './foreign/formulas.ts';
import { composeByline, composeDates, composeReview, composeSource } from './imprint.ts';
import { slugOf } from './links.ts';
import { popUpNotes } from './notes.ts';
import { composeOutdated } from './outdated.ts';
import { type BookPart, placePages } from './pages/place.ts';
import { colophonId, frontIds } from './print/contents.ts';
import { fitOnScreen } from './screen.ts';
import { fillTemplate, type Slots } from './template.ts';
import { type Words, wordsFor } from './words.ts';
import { toXhtml } from './xhtml.ts';

/**
 * Composes everything that the EPUB's package needs.
 * @param edition a picture whose path is not its key has been converted, and is found at its path
 * @param cover the edition's own or the designed one
 * @param book pages of the finished book; absent when none was made, and the e-book then has no page list
 */
export function composeEbook(
  edition: Edition,
  bodies: readonly Body[],
  templates: Templates,
  cover: CoverPicture,
  book?: PageTexts,
): Ebook {
  const { metadata } = edition;
  const words = wordsFor(metadata.language);
  const files = new Map(bodies.map(({ segment }) => [segment.slug, `${segment.name}.xhtml`]));
  const title = composeTitlePage(edition, templates, words);
  const disclaimer = composeDisclaimer(edition, templates, words);
  const compose = (body: Body) => composeSegment(edition, body, files, templates, words);
  const { spine, pageList } = book
    ? placeAndFinish(title, disclaimer, bodies, bodies.map(compose), book)
    : { spine: finishOneByOne(title, disclaimer, bodies, compose) };
  return {
    path: `${metadata.slug}.epub`,
    metadata,
    date: `${metadata.published}T00:00:00Z`,
    spine,
    pictures: [...edition.pictures.values()],
    templates: templates.ebook,
    cover,
    ...(pageList && { pageList }),
    words: choosePackageWords(edition, words),
  };
}

/** A file of the spine before it is written. */
interface Draft extends Omit<SpineFile, 'xhtml'> {
  readonly root: Root;
}

/** The trees of all files are there at once: a page may begin in one and be found in the next. */
function placeAndFinish(
  title: Draft,
  disclaimer: Draft,
  bodies: readonly Body[],
  segments: readonly Draft[],
  book: PageTexts,
): Pick<Ebook, 'spine' | 'pageList'> {
  const pageList = placePages(listParts(title, disclaimer, bodies, segments), book);
  return { spine: [title, disclaimer, ...segments].map(finishFile), ...(pageList && { pageList }) };
}

/** One tree at a time: a long book has many. */
function finishOneByOne(
  title: Draft,
  disclaimer: Draft,
  bodies: readonly Body[],
  compose: (body: Body) => Draft,
): SpineFile[] {
  return [...[title, disclaimer].map(finishFile), ...bodies.map((body) => finishFile(compose(body)))];
}

function finishFile({ root, ...file }: Draft): SpineFile {
  return { ...file, xhtml: toXhtml(root) };
}

/** The parts of the book in reading order, each with the file that holds its text. */
function listParts(
  title: Draft,
  disclaimer: Draft,
  bodies: readonly Body[],
  segments: readonly Draft[],
): BookPart[] {
  const open = ({ fileName, root }: Draft) => ({ name: fileName, root });
  return [
    { file: open(title) },
    { id: frontIds.disclaimer, file: open(disclaimer), beforeContents: true },
    ...segments.map((file, index) => ({ id: bodies[index]?.segment.slug ?? '', file: open(file) })),
    { id: colophonId },
  ];
}

function choosePackageWords({ metadata }: Edition, words: Words): PackageWords {
  const { coverText, ...others } = words.ebook;
  return {
    ...others,
    direction: words.direction,
    contents: words.contents,
    coverText: metadata.coverAlt ?? coverText(metadata.title, metadata.author.name),
  };
}

function composeTitlePage(edition: Edition, templates: Templates, words: Words): Draft {
  const { metadata } = edition;
  const slots: Slots = {
    title: [h('h1', { className: ['title'], id: 'title' }, metadata.title)],
    subtitle: metadata.subtitle ? [h('p', { className: ['subtitle'] }, metadata.subtitle)] : [],
    byline: composeByline(edition, words),
    review: composeReview(edition, words),
    dates: composeDates(edition, words),
    source: composeSource(edition, words),
    rights: [h('p', metadata.rights)],
  };
  const headings = [{ id: 'title', level: 1, text: metadata.title }];
  return createFile(
    edition,
    templates,
    'titlepage',
    { fileName: 'title.xhtml', part: 'titlepage', headings },
    slots,
  );
}

function composeDisclaimer(edition: Edition, templates: Templates, words: Words): Draft {
  const id = 'disclaimer';
  const notice = composeFull(edition.disclaimer, 'ebook');
  notice.properties.ariaLabelledBy = [id];
  const slots: Slots = {
    'read-this-first': [h('h1', { id }, words.readThisFirst), ...composeOutdated(edition, words)],
    disclaimer: [notice],
  };
  const headings = [{ id, level: 1, text: words.readThisFirst }];
  return createFile(
    edition,
    templates,
    'disclaimer',
    { fileName: 'disclaimer.xhtml', part: 'disclaimer', headings },
    slots,
  );
}

function composeSegment(
  edition: Edition,
  body: Body,
  files: ReadonlyMap<string, string>,
  templates: Templates,
  words: Words,
): Draft {
  const { segment } = body;
  const number =
    segment.number === undefined
      ? []
      : [h('span', { className: ['number'] }, words.chapter(segment.number)), ' '];
  const title = h('h1', { id: segment.slug }, ...number, segment.title);
  const notice = composeShort(edition.disclaimer, 'ebook', segment.slug, words);
  const voice = segment.voice ? [h('p', { className: ['voice'] }, words.voice[segment.voice])] : [];
  const content = h(
    'section',
    { ariaLabelledBy: [segment.slug] },
    title,
    notice,
    ...voice,
    ...structuredClone([...body.children]),
  );
  content.properties['epub:type'] = { front: 'preface', chapter: 'chapter', back: 'appendix' }[segment.kind];
  content.properties.role = { front: 'doc-preface', chapter: 'doc-chapter', back: 'doc-appendix' }[
    segment.kind
  ];
  popUpNotes(content);
  adapt(content, segment.slug, files, words);
  fitOnScreen(content, words);
  renamePictures(content, edition.pictures);
  const plan = {
    fileName: `${segment.name}.xhtml`,
    part: segment.kind,
    headings: numbered(body.headings, segment.number),
  };
  return createFile(edition, templates, 'segment', plan, { segment: [content] });
}

function numbered(headings: readonly Heading[], number: number | undefined): Heading[] {
  return headings.map((heading, index) =>
    index === 0 && number !== undefined ? { ...heading, text: `${number} ${heading.text}` } : heading,
  );
}

function createFile(
  { metadata }: Edition,
  templates: Templates,
  template: string,
  plan: Omit<Draft, 'root' | 'title'>,
  slots: Slots,
): Draft {
  const title = plan.headings[0]?.text ?? metadata.title;
  const source = templates.ebook.get(`${template}.html`) ?? '';
  const lang = metadata.language;
  const root = fillTemplate(source, { lang, dir: wordsFor(lang).direction, title }, slots);
  return { ...plan, title, root };
}

/** What e-readers need and paper does not. */
function adapt(content: Element, slug: string, files: ReadonlyMap<string, string>, words: Words): void {
  visit(content, 'element', (element, index, parent) => {
    if (element.tagName === 'input' && parent !== undefined && index !== undefined) {
      // A check box without a label fails accessibility checks, and cannot be ticked anyway: a word instead.
      parent.children[index] = taskWord(element, words);
      return;
    }
    if (isForm(element) && parent !== undefined && index !== undefined) {
      parent.children[index] = describeForm(words);
      return;
    }
    if (element.tagName === 'svg') adaptDrawing(element);
    if (element.tagName === 'math') adaptFormula(element);
    adaptLink(element, slug, files);
    adaptRoles(element);
    delete element.position;
  });
}

function renamePictures(content: Element, pictures: Edition['pictures']): void {
  visit(content, 'element', ({ tagName, properties }) => {
    if (tagName !== 'img') return;
    properties.src = pictures.get(String(properties.src))?.path ?? properties.src;
  });
}

function isForm({ tagName, properties }: Element): boolean {
  return tagName === 'table' && Array.isArray(properties.className) && properties.className.includes('form');
}

function taskWord(input: Element, words: Words): Text {
  return { type: 'text', value: input.properties.checked ? words.done : words.toDo };
}

/** `#slug--id` → `NN-slug.xhtml#slug--id`; a segment's own title needs no fragment. */
function adaptLink(element: Element, slug: string, files: ReadonlyMap<string, string>): void {
  const { href } = element.properties;
  if (element.tagName !== 'a' || typeof href !== 'string') return;
  const target = slugOf(href);
  if (target === undefined) return;
  if (href === `#${target}`) element.properties.href = files.get(target) ?? href;
  else if (target !== slug) element.properties.href = `${files.get(target) ?? ''}${href}`;
}

/** Roles and `epub:type` that agree (EPUB Type to ARIA Role Authoring Guide 1.1). */
function adaptRoles(element: Element): void {
  const { properties } = element;
  const classes = Array.isArray(properties.className) ? properties.className : [];
  if (classes.includes('box')) properties.role = 'note';
  if ('dataFootnoteRef' in properties)
    Object.assign(properties, { 'epub:type': 'noteref', role: 'doc-noteref' });
  if ('dataFootnoteBackref' in properties)
    Object.assign(properties, { 'epub:type': 'backlink', role: 'doc-backlink' });
  for (const name of Object.keys(properties)) if (name.startsWith('data')) delete properties[name];
}
