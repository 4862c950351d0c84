/** One XHTML file, written down in reading order. */
import type { FoundHeading } from '../../model.ts';
import { tidy } from '../checks/describe.ts';
import type { FoundTable } from '../checks/tables.ts';
import { openTranscript, type Scribe, type Span, type Transcript } from '../transcript.ts';
import { type EpubPicture, readPicture } from './pictures.ts';
import { type Spot, type Spotted, tellElement } from './place.ts';
import { readTable } from './table.ts';
import { detach, findAll, findFirst, type Tag, textOf, tokens, walk, type XmlElement } from './xml.ts';

/** A reference to a file or to a place in one. */
export interface Reference {
  readonly href: string;
  /** True for what is loaded with the page: pictures, style sheets. */
  readonly loaded: boolean;
  readonly tag: Tag;
}

/** Where a page of the printed book begins. */
export interface PageBreak {
  /** Empty when it is not said in a way that both people and machines hear. */
  readonly label: string;
  readonly id?: string;
  /** Folded characters of the file before it. */
  readonly at: number;
}

/** A heading that links may lead to. */
export interface Anchor {
  /** Its own, and those of what begins with it. */
  readonly ids: readonly string[];
  /** Folded. */
  readonly text: string;
}

/** An element that is not read with the rest: hidden, or shown where something else fails. */
export interface Unread {
  readonly element: XmlElement;
  /** Its ancestors, the outermost first. */
  readonly around: readonly XmlElement[];
}

/** What the checks on the whole book ask of an XHTML file: kept for each of them. */
export interface XhtmlPage extends Spotted {
  /** Position in the spine, from 1; 0 for a file that is not in it. */
  readonly number: number;
  /** Its passages are let go with its segment's proof. */
  readonly transcript: Transcript;
  readonly headings: readonly FoundHeading[];
  /** Sections that are marked as notices, for people and machines: `epub:type` and `role`. */
  readonly notices: readonly Span[];
  readonly breaks: readonly PageBreak[];
  /** As its head says; empty when it does not. */
  readonly title: string;
  /** In order, those without text left out. */
  readonly anchors: readonly Anchor[];
  /** Let go with its segment's proof, but for what stands outside of it. */
  readonly pictures: readonly EpubPicture[];
  /** Let go with its segment's proof. */
  readonly tables: readonly FoundTable[];
  readonly ids: ReadonlySet<string>;
  readonly references: readonly Reference[];
  /** Words of the formulas; out of its namespace it is no formula to any reader. */
  readonly formulas: readonly string[];
  /** Absent when the file names none. */
  readonly language?: string;
  /** File and outermost element. */
  readonly place: string;
}

/** A file and its tree: of a long book the trees of all files would take a hundred megabytes. */
export interface OpenPage {
  readonly page: XhtmlPage;
  readonly tree: XmlElement;
  readonly unread: readonly Unread[];
}

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** What readers do not show as text, or only where something else fails. */
const silent: ReadonlySet<string> = new Set(
  'head script style template svg noscript datalist object audio video canvas iframe dialog'.split(' '),
);
const sources: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  image: 'xlink:href',
  audio: 'src',
  video: 'src',
  source: 'src',
  iframe: 'src',
  script: 'src',
};

const mathMl = 'http://www.w3.org/1998/Math/MathML';

/** A file on its way from the tree to what is kept of it. */
interface Draft {
  readonly path: string;
  readonly scribe: Scribe;
  /** Position in the spine, from 1. */
  readonly number: number;
  /** Whether every block is noted, or those in notices alone. */
  readonly isSpotted: boolean;
  readonly notices: Span[];
  readonly spots: Spot[];
  /** Elements that are open. */
  readonly trail: XmlElement[];
  /** Notices that are open. */
  inNotices: number;
  readonly breaks: PageBreak[];
  readonly unread: Unread[];
  readonly pictures: EpubPicture[];
  /** Tables and their cells. */
  readonly ranges: Map<XmlElement, Span>;
  readonly tables: XmlElement[];
  readonly anchors: (Span & Pick<Anchor, 'ids'>)[];
  /** The last ids, and where their elements begin. */
  ids: { readonly at: number; readonly names: string[] };
}

/**
 * Reads a file.
 * @param parse parses it, each time anew
 * @param number position in the spine, from 1; 0 for a file that is not in it
 */
export function readPage(parse: () => XmlElement, path: string, number: number): OpenPage {
  const tree = parse();
  const draft = writeBody(tree, { path, number, isSpotted: false });
  const { scribe, notices, spots, breaks, unread, pictures, tables, ranges, anchors } = draft;
  const language = tree.attributes['xml:lang'] ?? tree.attributes.lang;
  const transcript = scribe.finish();
  const title = findFirst(tree, 'title');
  const page = {
    path,
    number,
    transcript,
    headings: listHeadings(transcript, path),
    notices,
    noticeSpots: spots,
    listSpots: createLister(parse, path),
    breaks,
    title: title ? detach(textOf(title)) : '',
    anchors: anchors.map(({ ids, start, end }) => ({ ids, text: transcript.text.slice(start, end) })),
    pictures,
    tables: tables.map((table) => readTable(table, number, (element) => ranges.get(element))),
    ...collectReferences(tree),
    formulas: listFormulas(tree),
    ...(language !== undefined && { language }),
    place: tellElement(path, tree),
  };
  return { page, tree, unread };
}

/** Apart from `readPage`, whose tree it would keep. */
function createLister(parse: () => XmlElement, path: string): () => readonly Spot[] {
  return () => writeBody(parse(), { path, number: 0, isSpotted: true }).spots;
}

function writeBody(root: XmlElement, plan: Pick<Draft, 'path' | 'number' | 'isSpotted'>): Draft {
  const draft: Draft = {
    ...plan,
    scribe: openTranscript(),
    notices: [],
    spots: [],
    trail: [],
    inNotices: 0,
    breaks: [],
    unread: [],
    pictures: [],
    ranges: new Map(),
    tables: [],
    anchors: [],
    ids: { at: 0, names: [] },
  };
  const body = findFirst(root, 'body');
  if (body !== undefined) writeElement(body, draft, undefined);
  return draft;
}

function collectReferences(root: XmlElement): Pick<XhtmlPage, 'ids' | 'references'> {
  const ids = new Set<string>();
  const references: Reference[] = [];
  walk(root, ({ name, attributes, line, column }) => {
    if (attributes.id !== undefined) ids.add(attributes.id);
    const href = attributes[sources[name] ?? ''];
    const tag = { name, attributes, line, column };
    if (href !== undefined) references.push({ href, loaded: name !== 'a' && name !== 'area', tag });
  });
  return { ids, references };
}

function listHeadings({ passages }: Transcript, place: string): FoundHeading[] {
  return passages.flatMap(({ level, raw }) => (level ? [{ level, text: tidy(raw), place }] : []));
}

function listFormulas(root: XmlElement): string[] {
  return findAll(root, 'math').flatMap(({ attributes: { xmlns, alttext } }) =>
    xmlns === mathMl && alttext !== undefined ? [alttext] : [],
  );
}

const tabular: ReadonlySet<string> = new Set(['table', 'td', 'th']);

function writeElement(element: XmlElement, page: Draft, level: number | undefined): void {
  if (element.name === 'img' || element.name === 'svg') notePicture(element, page);
  if (isHidden(element)) return void page.unread.push({ element, around: [...page.trail] });
  const { scribe } = page;
  if (element.name === 'br') scribe.write('\n', page.number, { level });
  const isBlock = blocks.has(element.name);
  if (isBlock) scribe.breakBlock();
  const start = scribe.position();
  noteId(element, page);
  const { names: ids } = page.ids;
  const below = levelOf(element) ?? level;
  const inNotice = isNotice(element);
  if (inNotice) page.inNotices += 1;
  page.trail.push(element);
  if (element.name === 'table') page.tables.push(element);
  if (element.name === 'ol') writeNumbered(element, page, below);
  else if (element.name === 'ul') writeBulleted(element, page, below);
  else writeChildren(element, page, below);
  page.trail.pop();
  const end = scribe.position();
  if (end > start && levelOf(element)) page.anchors.push({ start, end, ids: ids.slice() });
  if (tabular.has(element.name)) page.ranges.set(element, { start, end });
  if (isBlock && end > start && (page.isSpotted || page.inNotices > 0))
    page.spots.push({
      start,
      end,
      depth: page.trail.length,
      place: tellElement(page.path, element, page.trail),
    });
  if (isBreak(element)) page.breaks.push(readBreak(element, start));
  if (inNotice) {
    page.notices.push({ start, end });
    page.inNotices -= 1;
  }
  if (isBlock) scribe.breakBlock();
}

function writeChildren(element: XmlElement, page: Draft, level: number | undefined): void {
  for (const child of element.children) {
    if (typeof child === 'string') page.scribe.write(child, page.number, { level });
    else writeElement(child, page, level);
  }
  // The sign of a root is in no text; a PDF has it where it is drawn, behind what stands below it.
  if (element.name === 'msqrt' || element.name === 'mroot')
    page.scribe.write('\u221a', page.number, { level });
}

function writeBulleted(list: XmlElement, page: Draft, level: number | undefined): void {
  for (const child of list.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'li') page.scribe.mark('');
    writeElement(child, page, level);
  }
}

/** Numbers items as a reading system does: `start`, `reversed` and `value` counted in. */
function writeNumbered(list: XmlElement, page: Draft, level: number | undefined): void {
  const items = list.children.filter((child) => typeof child !== 'string' && child.name === 'li');
  const step = list.attributes.reversed === undefined ? 1 : -1;
  let number = Number(list.attributes.start ?? (step === 1 ? 1 : items.length));
  for (const child of list.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'li') {
      number = Number(child.attributes.value ?? number);
      page.scribe.mark(`${number}.`);
      number += step;
    }
    writeElement(child, page, level);
  }
}

function noteId(element: XmlElement, page: Draft): void {
  const { id } = element.attributes;
  if (id === undefined && page.ids.names.length === 0 && !levelOf(element)) return;
  const at = page.scribe.position();
  if (page.ids.at !== at) page.ids = { at, names: [] };
  if (id !== undefined) page.ids.names.push(id);
}

/** One that assistive technology passes over is still seen. */
function notePicture(element: XmlElement, { scribe, path, trail, pictures }: Draft): void {
  const { 'aria-hidden': _, ...attributes } = element.attributes;
  // A drawing is silent as text, and seen as a picture.
  if (!isHidden({ ...element, name: 'img', attributes }))
    pictures.push(readPicture(element, scribe.position(), path, trail));
}

function isHidden({ name, attributes }: XmlElement): boolean {
  if (silent.has(name) || attributes.hidden !== undefined || attributes['aria-hidden'] === 'true')
    return true;
  if (attributes.inert !== undefined || (name === 'details' && attributes.open === undefined)) return true;
  return /display:none|visibility:hidden/i.test((attributes.style ?? '').replace(/\s/g, ''));
}

function isNotice(element: XmlElement): boolean {
  return tokens(element, 'role').includes('doc-notice') && tokens(element, 'epub:type').includes('notice');
}

function isBreak(element: XmlElement): boolean {
  return (
    tokens(element, 'role').includes('doc-pagebreak') || tokens(element, 'epub:type').includes('pagebreak')
  );
}

/** Role and type say the same, one to assistive technology, the other to reading systems. */
function readBreak(element: XmlElement, at: number): PageBreak {
  const isBoth =
    tokens(element, 'role').includes('doc-pagebreak') && tokens(element, 'epub:type').includes('pagebreak');
  const { id, 'aria-label': label = '' } = element.attributes;
  return { label: isBoth ? label.trim() : '', at, ...(id !== undefined && { id }) };
}

function levelOf({ name }: XmlElement): number | undefined {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : undefined;
}
