/** One XHTML file, written down in reading order. */
import { openTranscript, type Scribe, type Span, type Transcript } from '../transcript.ts';
import { findFirst, tokens, type XmlElement } from './xml.ts';

/** A reference to a file or to a place in one. */
export interface Reference {
  readonly href: string;
  /** True for what is loaded with the page: pictures, style sheets. */
  readonly loaded: boolean;
  readonly element: XmlElement;
}

/** Where a page of the printed book begins. */
export interface PageBreak {
  /** Empty when it is not said in a way that both people and machines hear. */
  readonly label: string;
  readonly id?: string;
  /** Folded characters of the file before it. */
  readonly at: number;
}

/** A block and what it holds of the file. */
export interface Spot extends Span {
  readonly element: XmlElement;
  /** Its ancestors, the outermost first. */
  readonly around: readonly XmlElement[];
}

/** An element that is not read with the rest: hidden, or shown where something else fails. */
export interface Unread {
  readonly element: XmlElement;
  /** Its ancestors, the outermost first. */
  readonly around: readonly XmlElement[];
}

/** What the checks ask of an XHTML file. */
export interface XhtmlPage {
  readonly path: string;
  /** The file, parsed. */
  readonly tree: XmlElement;
  readonly transcript: Transcript;
  /** Sections that are marked as notices, for people and machines: `epub:type` and `role`. */
  readonly notices: readonly Span[];
  /** Every block with text: read again each time, since few files are ever asked and the answer is large. */
  listSpots(): readonly Spot[];
  readonly breaks: readonly PageBreak[];
  readonly unread: readonly Unread[];
  readonly ids: ReadonlySet<string>;
  readonly references: readonly Reference[];
  /** Absent when the file names none. */
  readonly language?: string;
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

interface Page {
  readonly scribe: Scribe;
  /** Position in the spine, from 1. */
  readonly number: number;
  readonly notices: Span[];
  /** Absent when nobody asks for them. */
  readonly spots?: Spot[];
  /** Elements that are open. */
  readonly trail: XmlElement[];
  readonly breaks: PageBreak[];
  readonly unread: Unread[];
  readonly ids: Set<string>;
  readonly references: Reference[];
}

/** Reads a file that was parsed. */
export function readPage(root: XmlElement, path: string, number: number): XhtmlPage {
  const page = openPage(number);
  collectReferences(root, page);
  writeBody(root, page);
  const language = root.attributes['xml:lang'] ?? root.attributes.lang;
  const { scribe, notices, breaks, unread, ids, references } = page;
  const read = {
    path,
    tree: root,
    transcript: scribe.finish(),
    notices,
    listSpots: () => listSpots(root),
    breaks,
    unread,
    ids,
    references,
  };
  return language === undefined ? read : { ...read, language };
}

function openPage(number: number, spots?: Spot[]): Page {
  return {
    scribe: openTranscript(),
    number,
    notices: [],
    ...(spots && { spots }),
    trail: [],
    breaks: [],
    unread: [],
    ids: new Set(),
    references: [],
  };
}

function listSpots(root: XmlElement): readonly Spot[] {
  const spots: Spot[] = [];
  writeBody(root, openPage(0, spots));
  return spots;
}

function writeBody(root: XmlElement, page: Page): void {
  const body = findFirst(root, 'body');
  if (body !== undefined) writeElement(body, page, undefined);
}

function collectReferences(element: XmlElement, page: Page): void {
  const { id } = element.attributes;
  if (id !== undefined) page.ids.add(id);
  const href = element.attributes[sources[element.name] ?? ''];
  if (href !== undefined)
    page.references.push({ href, loaded: element.name !== 'a' && element.name !== 'area', element });
  for (const child of element.children) if (typeof child !== 'string') collectReferences(child, page);
}

function writeElement(element: XmlElement, page: Page, level: number | undefined): void {
  if (isHidden(element)) return void page.unread.push({ element, around: [...page.trail] });
  const { scribe } = page;
  const isBlock = blocks.has(element.name);
  if (isBlock) scribe.breakBlock();
  const start = scribe.position();
  const below = levelOf(element) ?? level;
  page.trail.push(element);
  if (element.name === 'ol') writeNumbered(element, page, below);
  else if (element.name === 'ul') writeBulleted(element, page, below);
  else writeChildren(element, page, below);
  page.trail.pop();
  const end = scribe.position();
  if (isBlock && end > start) page.spots?.push({ start, end, element, around: [...page.trail] });
  if (isBreak(element)) page.breaks.push(readBreak(element, start));
  if (isNotice(element)) page.notices.push({ start, end });
  if (isBlock) scribe.breakBlock();
}

function writeChildren(element: XmlElement, page: Page, level: number | undefined): void {
  for (const child of element.children) {
    if (typeof child === 'string') page.scribe.write(child, page.number, { level });
    else writeElement(child, page, level);
  }
  // The sign of a root is in no text; a PDF has it where it is drawn, behind what stands below it.
  if (element.name === 'msqrt' || element.name === 'mroot')
    page.scribe.write('\u221a', page.number, { level });
}

function writeBulleted(list: XmlElement, page: Page, level: number | undefined): void {
  for (const child of list.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'li') page.scribe.mark('');
    writeElement(child, page, level);
  }
}

/** Numbers items as a reading system does: `start`, `reversed` and `value` counted in. */
function writeNumbered(list: XmlElement, page: Page, level: number | undefined): void {
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
