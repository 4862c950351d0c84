/**
 * Marks in the e-book where each page of the finished book begins.
 *
 * Every page has a marker but the cover, which shows no number: a reader who is told any printed number finds it.
 * A page that holds nothing of the e-book's text, as blank ones, has its marker where the next page begins; those
 * of the contents lead to the e-book's own contents, those behind the last segment to its end.
 */
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { PageList, PagePlace, PageTexts } from '../../model.ts';
import { alignTexts } from './align.ts';
import { foldText } from './fold.ts';
import { insertMarkers } from './insert.ts';
import { findPiece, indexText, type TextIndex } from './text-index.ts';

/** A file of the e-book, or a part of the book that is in none, and the id of the part in the book. */
export interface BookPart {
  /** Absent for the first part, which begins behind the cover. */
  readonly id?: string;
  readonly file?: { readonly name: string; readonly root: Root };
  /** Whether the e-book's contents stand behind it. */
  readonly beforeContents?: boolean;
}

/** Where a page begins: in the text of a file, or in the contents. */
type Spot = { readonly part: OpenPart; readonly at: number } | 'contents';

interface OpenPart {
  readonly name: string;
  readonly root: Root;
  readonly index: TextIndex;
}

const firstPage = 2;

/**
 * Places the markers; files that are not in the book stay as they are.
 * @param parts in reading order; those behind the last file have their pages at its end
 * @returns undefined when the book does not tell where its parts begin
 */
export function placePages(parts: readonly BookPart[], book: PageTexts): PageList | undefined {
  const starts = parts.map(({ id }) => (id === undefined ? firstPage : book.openings.get(id)));
  if (starts.some((start) => start === undefined)) return undefined;
  const spots: (Spot | undefined)[] = [];
  let last: OpenPart | undefined;
  for (const [at, part] of parts.entries()) {
    const pages = book.pages.slice((starts[at] as number) - 1, (starts[at + 1] ?? book.pages.length + 1) - 1);
    last = part.file ? openPart(part.file) : last;
    const end = last && endOf(last);
    const found =
      part.file && last
        ? findSpots(
            pages.map(({ text }) => text.split('\n').map(foldText)),
            last,
          )
        : pages.map(() => end);
    spots.push(
      ...found.map((spot, page) => spot ?? (part.beforeContents && pages[page]?.text ? 'contents' : spot)),
    );
  }
  const labels = book.pages.slice(firstPage - 1).map(({ label }) => label);
  return { source: book.identifier, places: mark(labels, fillBackwards(spots, last && endOf(last))) };
}

function openPart(file: NonNullable<BookPart['file']>): OpenPart {
  return { ...file, index: indexText(file.root) };
}

function endOf(part: OpenPart): Spot {
  return { part, at: part.index.text.length };
}

/**
 * For each page the place of its first character that the file has.
 * @param pages folded pieces of each
 */
function findSpots(pages: readonly (readonly string[])[], part: OpenPart): (Spot | undefined)[] {
  const { text, pieces } = part.index;
  const starts = {
    text: new Set(listStarts(pages.flat())),
    other: new Map(pieces.map(({ start }, index) => [start, pieces[index + 1]?.start ?? text.length])),
  };
  const places = alignTexts(pages.flat().join(''), text, starts);
  let start = 0;
  return pages.map((page) => {
    const { length } = page.join('');
    const at = places.subarray(start, start + length).find((place) => place !== -1);
    start += length;
    return at === undefined ? undefined : { part, at };
  });
}

/** Of pieces that are joined, and where they end. */
function listStarts(pieces: readonly string[]): number[] {
  let end = 0;
  const ends = pieces.map(({ length }) => {
    end += length;
    return end;
  });
  return [0, ...ends];
}

/** What has no place of its own goes with the next page. */
function fillBackwards(spots: readonly (Spot | undefined)[], end: Spot | undefined): Spot[] {
  let next = end;
  return spots
    .toReversed()
    .flatMap((spot) => {
      next = spot ?? next;
      return next ?? [];
    })
    .toReversed();
}

/** From the last page to the first: a marker splits the text behind which no other is placed any more. */
function mark(labels: readonly string[], spots: readonly Spot[]): PagePlace[] {
  const places = labels.map((label, page): PagePlace => {
    const spot = spots[page];
    const id = `page.${label}`; // a dot: no heading's id has one
    return spot === undefined || spot === 'contents'
      ? { label, id }
      : { label, id, fileName: spot.part.name };
  });
  for (let end = spots.length; end > 0; ) {
    const spot = spots[end - 1] as Spot;
    let start = end - 1;
    while (start > 0 && isSame(spots[start - 1] as Spot, spot)) start -= 1;
    if (spot !== 'contents') insert(spot, places.slice(start, end).map(createMarker));
    end = start;
  }
  return places;
}

function isSame(a: Spot, b: Spot): boolean {
  return a === b || (a !== 'contents' && b !== 'contents' && a.part === b.part && a.at === b.at);
}

function insert({ part, at }: Exclude<Spot, 'contents'>, markers: readonly Element[]): void {
  const piece = findPiece(part.index, at);
  if (piece) insertMarkers(piece, at - piece.start, markers);
  else findBody(part.root)?.children.push(...markers);
}

function findBody(root: Root): Element | undefined {
  const html = root.children.find((child) => child.type === 'element');
  return html?.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'body',
  );
}

/** Empty: a number in the text would be read out in the middle of a sentence (Digital Publishing WAI-ARIA 1.1). */
function createMarker({ label, id }: PagePlace): Element {
  return h('span', { id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel: label });
}
