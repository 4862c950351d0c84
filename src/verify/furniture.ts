/** What an edition may add to the text of its source, and what it may not. */
import type { Person } from '../model.ts';
import { fold } from './fold.ts';
import type { SourceEdition } from './source.ts';

/** Tells additions that were meant from those that were not. */
export interface Furniture {
  /**
   * Whether a folded text is made of nothing but labels and lines that editions add, and of what `edition.yaml`
   * says; page numbers too, if asked.
   */
  explains(text: string, numbers?: 'numbers'): boolean;
  /** The words that it does not explain, folded. */
  findStrange(text: string, numbers?: 'numbers'): readonly string[];
  /** The same with more texts that may stand there. */
  with(more: readonly string[]): Furniture;
}

const known = new WeakMap<SourceEdition, Furniture>();

/** The furniture of an edition, gathered once. */
export function openFurniture(edition: SourceEdition): Furniture {
  const furniture = known.get(edition) ?? gatherFurniture(edition);
  known.set(edition, furniture);
  return furniture;
}

function gatherFurniture(edition: SourceEdition): Furniture {
  return createFurniture([
    ...edition.furniture,
    ...listFacts(edition),
    ...edition.segments.flatMap(({ captions }) => captions),
  ]);
}

/** Longer texts go first: a label may be a part of a title. */
function createFurniture(texts: readonly string[]): Furniture {
  const pieces = [...new Set(texts.map(fold))].filter((text) => /[\p{L}\p{N}]/u.test(text));
  pieces.sort((a, b) => b.length - a.length);
  const whole = new Set(pieces);
  const findStrange: Furniture['findStrange'] = (text, numbers) => {
    if (whole.has(text)) return [];
    let rest = text;
    for (const piece of pieces)
      if (piece.length <= rest.length && rest.includes(piece)) rest = rest.replaceAll(piece, ' ');
    const words = rest.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    return words.filter((word) => numbers === undefined || !/^(?:\d{1,5}|[ivxlcdm]+)$/.test(word));
  };
  return {
    explains: (text, numbers) => findStrange(text, numbers).length === 0,
    findStrange,
    with: (more) => createFurniture([...texts, ...more]),
  };
}

/** What `edition.yaml` says and editions print. */
function listFacts({ metadata, disclaimer, segments, fonts, sha256 }: SourceEdition): string[] {
  const { title, subtitle, version, author, editor, reviewer, source, rights, id, isbn, series } = metadata;
  const people = [author, editor, ...(reviewer === 'none' ? [] : [reviewer])].flatMap(namesOf);
  const { url = '', date = '' } = source;
  const address = url.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return [
    ...[title, subtitle ?? '', version, rights, id, isbn ?? '', series?.name ?? ''],
    ...[source.title, source.author, date, source.permission, url, address],
    ...[disclaimer.page, disclaimer.sha256, sha256],
    ...people,
    ...segments.map((segment) => segment.title),
    ...fonts.map(({ family }) => family),
  ];
}

function namesOf({ name, credentials }: Person): string[] {
  return [name, ...(credentials === undefined ? [] : [credentials])];
}
