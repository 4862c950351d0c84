import assert from 'node:assert/strict';
import type { Ebook, Heading, SpineFile } from '../model.ts';
import type { Inspection } from './inspect.ts';
import { own } from './manifest.ts';
import { createHref } from './names.ts';
import type { Page } from './pages.ts';

/** A line of the contents with those below it. */
export interface Entry {
  readonly text: string;
  /** Relative to the package folder, percent-encoded. */
  readonly href: string;
  readonly children: readonly Entry[];
}

/** An entry that still grows. */
interface OpenEntry extends Entry {
  readonly level: number;
  readonly children: OpenEntry[];
}

/**
 * Contents of the book: every file in reading order, its headings nested below its title.
 *
 * Depth follows from the order of levels, not from the numbers: an `h4` straight below an `h1` is one step down.
 * @param depth how many steps to show, from 1; what lies deeper is left to the chapter
 */
export function createContents(
  spine: readonly SpineFile[],
  inspections: readonly Inspection[],
  depth: number,
): readonly Entry[] {
  return spine.flatMap((file, index) => listEntries(file, inspections[index], depth));
}

/** How many steps deep the entries go; 0 when there are none. */
export function measureDepth(entries: readonly Entry[]): number {
  return entries.reduce((deepest, entry) => Math.max(deepest, 1 + measureDepth(entry.children)), 0);
}

/** Bytes of the elements around an entry and around the list below it, line ends counted. */
const markup = 34;
/** Bytes of the elements around a page, its line end counted: pages have none below them. */
const pageMarkup = 25;
const encoder = new TextEncoder();

/** About how many bytes the entries take in the navigation document, those below them counted. */
function measureSize(entries: readonly (Pick<Entry, 'text' | 'href'> & Partial<Entry>)[]): number {
  return entries.reduce((sum, { text, href, children = [] }) => {
    const escaped = text.replace(/[<>&"']/g, '&#00;');
    return sum + markup + encoder.encode(escaped + href).length + measureSize(children);
  }, 0);
}

/** Bytes that readers on Adobe's older engine open of one file, less what else the navigation document has. */
const room = 300 * 1024 - 8 * 1024;

/** As deep as fits beside the pages, to `depth` at most; the titles of the files are always there. */
export function fitContents(
  spine: readonly SpineFile[],
  inspections: readonly Inspection[],
  depth: number,
  pages: readonly ListedPage[],
): readonly Entry[] {
  const left = room - measurePages(pages);
  for (let steps = depth; steps > 1; steps -= 1) {
    const contents = createContents(spine, inspections, steps);
    if (measureSize(contents) <= left) return contents;
  }
  return createContents(spine, inspections, 1);
}

/** Whether the navigation document holds all pages beside the titles: a list of some of them is not allowed. */
export function hasRoomForPages({ spine, pageList }: Pick<Ebook, 'spine' | 'pageList'>): boolean {
  const titles = spine.map(({ title, fileName, headings: [first] }) => ({
    text: first?.text ?? title,
    href: createHref(fileName),
  }));
  const pages = (pageList?.places ?? []).map(({ label, fileName, id }) => ({
    label,
    href: createHref(fileName ?? own.nav, id),
  }));
  return measureSize(titles) + measurePages(pages) <= room;
}

type ListedPage = Pick<Page, 'label' | 'href'>;

/** Labels are digits and letters, hrefs are encoded: each character is a byte. */
function measurePages(pages: readonly ListedPage[]): number {
  return pages.reduce((sum, { label, href }) => sum + pageMarkup + label.length + href.length, 0);
}

function listEntries(file: SpineFile, inspection: Inspection | undefined, depth: number): readonly Entry[] {
  const [first, ...others] = file.headings;
  const title = createEntry(first?.level ?? 1, first?.text.trim() || file.title, createHref(file.fileName));
  const roots = [title];
  const path = [title];
  for (const heading of others) {
    if (heading.text.trim() === '') continue;
    assert(
      inspection?.ids.has(heading.id),
      `Unexpected contents: ${file.fileName} has no element with id ${heading.id}`,
    );
    addHeading(roots, path, heading, file.fileName, depth);
  }
  return roots;
}

/** Hangs a heading below the nearest one of a lower level; `path` leads from a root to the last heading. */
function addHeading(
  roots: OpenEntry[],
  path: OpenEntry[],
  heading: Heading,
  fileName: string,
  depth: number,
): void {
  const entry = createEntry(heading.level, heading.text.trim(), createHref(fileName, heading.id));
  while ((path.at(-1)?.level ?? 0) >= heading.level) path.pop();
  const siblings = path.at(-1)?.children ?? roots;
  path.push(entry);
  if (path.length <= depth) siblings.push(entry);
}

function createEntry(level: number, text: string, href: string): OpenEntry {
  return { level, text, href, children: [] };
}
