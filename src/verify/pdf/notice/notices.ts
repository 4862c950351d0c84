/** The disclaimers that were found in a PDF, with everything that is painted of them. */
import type { Range } from '../../match.ts';
import { type Passage, passagesBetween } from '../../transcript.ts';
import type { Box, PdfFile } from '../open.ts';
import type { PageLayout, PdfReading } from '../read.ts';
import { boxOf, enclose } from './clip.ts';
import { findFrame } from './frame.ts';
import { type Ink, type InkedGlyph, readInk } from './ink.ts';
import { type DrawCode, type Outline, openEmbedded } from './outlines.ts';

/** A disclaimer on its page. */
export interface Notice {
  /** In the words of a message: `The full disclaimer`. */
  readonly name: string;
  readonly page: PageLayout;
  readonly passages: readonly Passage[];
  /** `contentId` of the marked content that holds it. */
  readonly ids: ReadonlySet<string>;
  readonly glyphs: readonly NoticeGlyph[];
  readonly strings: Ink['strings'];
  /** Around the ink of its glyphs, in pt on the page. */
  readonly box: Box;
  /** The line around its box; absent when it has none. */
  readonly frame?: Box;
}

export interface NoticeGlyph extends InkedGlyph {
  /** Undefined when the font does not tell. */
  readonly outline: Outline | undefined;
  /** Of its ink, in pt on the page; undefined when it has none or is not known. */
  readonly box: Box | undefined;
}

/** A disclaimer by its place in the transcript. */
export interface FoundNotice {
  readonly name: string;
  readonly range: Range;
}

/** Reads the ink of every disclaimer that stands on one page; one that is split is told elsewhere. */
export function readNotices(
  file: PdfFile,
  { layout, transcript, readFont }: Pick<PdfReading, 'layout' | 'transcript' | 'readFont'>,
  found: readonly FoundNotice[],
): Notice[] {
  const byNumber = new Map(layout.map((page) => [page.number, page]));
  const programs = new Map<InkedGlyph['font']['dict'], DrawCode | undefined>();
  const draw = ({ font, code }: InkedGlyph) => {
    if (!programs.has(font.dict)) programs.set(font.dict, openEmbedded(font, file.resolve));
    return programs.get(font.dict)?.(code);
  };
  return found.flatMap(({ name, range }) => {
    const passages = passagesBetween(transcript, range.start, range.end);
    const page = byNumber.get(passages[0]?.page ?? 0);
    if (!page || passages.some((passage) => passage.page !== page.number)) return [];
    const ids = new Set(passages.flatMap(({ sources }) => sources));
    const ink = readInk(file, page.page, ids, readFont);
    const glyphs = ink.glyphs.map((glyph) => place(glyph, draw(glyph)));
    const box = enclose(glyphs.flatMap((glyph) => glyph.box ?? []));
    const frame = findFrame(ink.paths, box);
    return [{ name, page, passages, ids, glyphs, strings: ink.strings, box, ...(frame && { frame }) }];
  });
}

function place(glyph: InkedGlyph, outline: Outline | undefined): NoticeGlyph {
  const { id, font, code, text, matrix, paint } = glyph;
  return { id, font, code, text, matrix, paint, outline, box: outline?.box && boxOf(matrix, outline.box) };
}
