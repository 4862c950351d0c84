/** A disclaimer is seen in the pixels of its page: nothing covers it, and a photocopy in black and white keeps it. */
import assert from 'node:assert/strict';
import type { Box } from '../open.ts';
import type { Notice, NoticeGlyph } from './notices.ts';
import type { DrawnPage, View } from './pdfium.ts';
import { lookAt, type Renderings, type Sight, traceFrame } from './pixels.ts';
import { excerptOf, showContrast } from './visible.ts';

/** Pixels in the em of the smallest letter: its stem is then three pixels wide. */
const emPixels = 33;
/** Pixels in a pt: letters smaller than the body text of a book are drawn no finer. */
const largestScale = 3;
/** Around what is looked at, in pt. */
const padding = 2;
/** Share of the pixels that must be as they should. */
const enough = 0.95;
/** Share of each side of a frame: where it meets other lines, some of it may be missing. */
const enoughFrame = 0.9;

/** What was seen of a disclaimer; what is wrong is in words. */
export interface Seen {
  readonly covered?: string;
  readonly pale?: string;
  readonly lost?: string;
  /** Glyphs that were looked at. */
  readonly glyphs: number;
  /** The lowest of them. */
  readonly contrast: number;
}

/** Draws the place of a disclaimer and looks at each of its letters. */
export function lookAtNotice(page: DrawnPage, notice: Notice): Seen {
  const contents = countStrings(notice);
  const strange = [...contents].some(([content, count]) => page.countTexts(content) !== count);
  if (contents.size < notice.ids.size || strange)
    return { covered: 'other text is drawn with its letters', glyphs: 0, contrast: 1 };
  const isOwn = (content: number) => contents.has(content);
  const view = { box: pad(notice.frame ?? notice.box), scale: chooseScale(notice) };
  const choices = [() => true, (content: number) => !isOwn(content), isOwn];
  return page.useDrawings(view, choices, ([whole, without, alone]) => {
    assert.ok(whole && without && alone, 'A drawing is missing');
    return judge(notice, { view, whole, without, alone });
  });
}

function chooseScale({ glyphs }: Notice): number {
  const smallest = glyphs.reduce(
    (least, { matrix }) => Math.min(least, Math.hypot(matrix[2], matrix[3])),
    Infinity,
  );
  return Math.min(largestScale, emPixels / smallest);
}

/** By the number of the content; what stands in a form has none here, for PDFium counts it with the form. */
function countStrings({ strings, page }: Notice): ReadonlyMap<number, number> {
  const own = `${page.page.object}/`;
  return new Map(
    [...strings].flatMap(([id, count]) =>
      id.startsWith(own) ? [[Number(id.slice(own.length)), count] as const] : [],
    ),
  );
}

function judge({ glyphs, frame }: Notice, renderings: Renderings): Seen {
  const sights = new Map(glyphs.flatMap((it) => (it.box ? [[it, lookAt(renderings, it.box)] as const] : [])));
  const find = (isSo: (sight: Sight) => boolean) =>
    excerptOf(glyphs, (glyph: NoticeGlyph) => {
      const sight = sights.get(glyph);
      return sight !== undefined && isSo(sight);
    });
  const contrast = Math.min(21, ...[...sights.values()].map((sight) => sight.contrast));
  const covered = find(({ core, shown }) => core === 0 || shown < enough);
  const pale = find(({ dark }) => dark < enough);
  const lost = find(({ black }) => black < enough);
  const isFramed = !frame || traceFrame(renderings, frame) >= enoughFrame;
  return {
    glyphs: sights.size,
    contrast,
    ...(covered !== undefined && {
      covered: `\u201c${covered}\u201d leaves no trace in the pixels of the page`,
    }),
    ...(pale !== undefined && { pale: `\u201c${pale}\u201d has a contrast of ${showContrast(contrast)}` }),
    ...(lost !== undefined && { lost: `\u201c${lost}\u201d` }),
    ...(lost === undefined && !isFramed && { lost: 'the line around its box' }),
  };
}

function pad({ left, bottom, right, top }: Box): View['box'] {
  return { left: left - padding, bottom: bottom - padding, right: right + padding, top: top + padding };
}
