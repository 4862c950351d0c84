import assert from 'node:assert/strict';
import type { Heading, SpineFile } from '../model.ts';
import type { Inspection } from './inspect.ts';
import { createHref } from './names.ts';

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

/** Bytes of the elements around an entry, its line ends counted. */
const markup = 34;
const encoder = new TextEncoder();

/** About how many bytes the entries take in the navigation document, those below them counted. */
export function measureSize(entries: readonly (Pick<Entry, 'text' | 'href'> & Partial<Entry>)[]): number {
  return entries.reduce((sum, { text, href, children = [] }) => {
    const escaped = text.replace(/[<>&"']/g, '&#00;');
    return sum + markup + encoder.encode(escaped + href).length + measureSize(children);
  }, 0);
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
