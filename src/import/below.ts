/** Which lines of a page are the post, and which are the comments and the reply form below it. */
import type { Page } from './furniture.ts';

/** `heading`: of the comments. */
export type Part = 'body' | 'heading' | 'comments' | 'foot';

export interface PageLine {
  readonly text: string;
  /** The text without a number or bullet. */
  readonly bare: string;
  /** A comment may begin here: behind an empty line or with a bullet. */
  readonly mayOpen: boolean;
}

/** So many lines of a form are looked at. */
const linesOfForm = 6;

interface Lines {
  readonly lines: readonly PageLine[];
  readonly page: Page;
  /** Index of the last line that opens a comment; -1 when there is none. */
  readonly lastHead: number;
  /** Index of the last line that is no furniture. */
  readonly lastOwn: number;
}

/**
 * Tells the part of each line. Words that may be the post's own, such as “Discussion” or “Leave a reply”, part nothing
 * unless what must stand below them does.
 */
export function tellParts(lines: readonly PageLine[], page: Page): Part[] {
  const lastHead = lines.findLastIndex((_, index) => readerAt(lines, index, page) !== undefined);
  const lastOwn = lines.findLastIndex(({ text }) => page.furnitureOf(text) === undefined);
  const all = { lines, page, lastHead, lastOwn };
  let part: Part = 'body';
  return lines.map(({ text }, index) => {
    if (beginsComments(all, index)) {
      part = 'comments';
      return 'heading';
    }
    if (page.beginsReplyForm(text) && isForm(all, index, part)) part = 'foot';
    else if (part === 'body' && isDatedSaying(lines, index, page)) part = 'comments';
    return part;
  });
}

function beginsComments({ lines, page, lastHead }: Lines, index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (page.beginsComments(text)) return true;
  if (!page.mayBeginComments(text) || index > lastHead) return false;
  return lines.slice(index + 1, index + 1 + linesToName).some((_, at) => {
    const name = readerAt(lines, index + 1 + at, page);
    return name !== undefined && looksLikeName.test(name);
  });
}

/** So many lines below its heading the first comment begins. */
const linesToName = 4;

/** Every word with a capital, or a single word: “As my mother says:” names nobody. */
const looksLikeName = /^(?:\S+|[\P{L}\p{Lu}\p{Lo}]\S*(?:\s+[\P{L}\p{Lu}\p{Lo}]\S*)*)$/u;

/** A form has fields; below comments it is the end of them. Else the words are a link to it, or a sentence. */
function isForm({ lines, page, lastHead, lastOwn }: Lines, index: number, part: Part): boolean {
  if (part === 'comments') return index > lastHead;
  if (index >= lastOwn) return true;
  const below = lines.slice(index + 1, index + 1 + linesOfForm);
  const another = below.findIndex(({ text }) => page.beginsReplyForm(text) || page.beginsComments(text));
  const form = another === -1 ? below : below.slice(0, another);
  return form.some(({ text }) => text.length < 120 && page.standsInForm(text));
}

/** Who says it above when: nothing in a post looks like that. */
function isDatedSaying(lines: readonly PageLine[], index: number, page: Page): boolean {
  const next = lines[index + 1]?.text ?? '';
  return (
    page.readerIn(lines[index]?.bare ?? '') !== undefined &&
    /\d{1,2}[:h]\d{2}/.test(next) &&
    page.isDate(next)
  );
}

/** Longer lines are no names. */
const longestName = 6;

/** Who wrote what stands below a line, where the line tells it and may open a comment. */
export function readerAt(lines: readonly PageLine[], index: number, page: Page): string | undefined {
  const line = lines[index];
  if (!line?.mayOpen) return undefined;
  const name =
    page.readerIn(line.bare) ?? nameAboveDate(lines, index, page) ?? nameBesideDate(line.bare, page);
  return name === undefined || name.split(/\s+/u).length > longestName ? undefined : name;
}

/** A line with nothing but a name, and a date below it. */
function nameAboveDate(lines: readonly PageLine[], index: number, page: Page): string | undefined {
  const text = lines[index]?.bare ?? '';
  const next = lines[index + 1]?.text ?? '';
  return page.isDate(next) && /^[\p{L}\p{N}][^.!?:;]{0,60}$/u.test(text) && !page.isDate(text)
    ? text
    : undefined;
}

/** `Jo Reader • 5 years ago`. */
function nameBesideDate(text: string, page: Page): string | undefined {
  const match = /^(.{1,60}?)\s*[•·|–—]\s*(.{4,60})$/u.exec(text);
  return match?.[1] !== undefined && page.isDate(match[2] ?? '') ? match[1] : undefined;
}
