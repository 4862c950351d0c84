/** Names and figures as the report writes them. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Artifact, Edition, Kind, PageSize } from '../model.ts';

const kinds: Readonly<Record<Kind, string>> = {
  book: 'The book',
  handout: 'The handout',
  'large-print': 'Large print',
  booklet: 'The booklet',
  'chapter-handout': 'Chapter handout',
  ebook: 'The e-book',
};

const papers: Readonly<Record<PageSize, string>> = {
  letter: 'Letter',
  a4: 'A4',
  a5: 'A5',
  '6x9': '6 × 9 in',
  'half-letter': '5.5 × 8.5 in',
};

/** “Large print”, or the title of the chapter that a handout is of. */
export function nameFile({ kind, chapter }: Artifact, { segments }: Edition): string {
  return segments.find(({ name }) => name === chapter)?.title ?? kinds[kind];
}

export function nameKind(kind: Kind): string {
  return kinds[kind];
}

export function namePaper(size: PageSize): string {
  return papers[size];
}

/** `151 KB`: 1 KB is 1,000 bytes. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `1,234`, in whatever place of the world. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 page`, `1,234 pages`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${formatCount(number)} ${number === 1 ? one : many}`;
}

/** A link to a file beside the report. */
export function hrefOf(path: string, page?: number): string {
  const file = path.split('/').map(encodeURIComponent).join('/');
  return page === undefined ? file : `${file}#page=${page}`;
}

/** A sentence in English with each quotation set apart: in Arabic or Hebrew it would draw its neighbours along. */
export function isolateQuotes(text: string): (Element | string)[] {
  return text
    .split(/(?<=\u201c)([^\u201d]*)(?=\u201d)/u)
    .map((piece, index) => (index % 2 === 1 ? h('bdi', piece) : piece));
}
